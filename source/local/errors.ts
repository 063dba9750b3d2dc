import type {Context} from 'hono';
import {HTTPException} from 'hono/http-exception';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import type {OpenAI} from 'openai';
import {log} from '../store/log.ts';

type Cause = {code: string; param: string | null};

/**
Ends a request with an error that a client of OpenAI understands.
@param message A sentence: what happened, and what to do.
*/
export function refuse(
	status: ContentfulStatusCode,
	code: string,
	message: string,
	param: string | null = null,
): never {
	throw new HTTPException(status, {
		message,
		cause: {code, param} satisfies Cause,
	});
}

/** OpenAI's error shape (schema `ErrorResponse`). */
const errorBody = (
	status: number,
	code: string,
	message: string,
	param: string | null = null,
) => ({
	error: {
		message,
		type: status >= 500 ? 'server_error' : 'invalid_request_error',
		param,
		code,
	} satisfies OpenAI.ErrorObject,
});

/** Turns whatever was thrown into OpenAI's error shape; details that are nobody's business go to the log. */
export function answerError(error: unknown, c: Context): Response {
	const {status, code, param, message} = explain(error);
	// The package would try again twice, and in this process nothing changes in between.
	if (status >= 500) c.header('x-should-retry', 'false');
	return c.json(errorBody(status, code, message, param), status);
}

type Explained = Cause & {status: ContentfulStatusCode; message: string};

function explain(error: unknown): Explained {
	if (error instanceof HTTPException) {
		const {code = 'error', param = null} = (error.cause ?? {}) as Cause;
		return {status: error.status, code, param, message: error.message};
	}
	const trouble = explainDisk(error);
	if (trouble) return {status: 507, param: null, ...trouble};
	log('The embedded provider failed.', error);
	return {
		status: 500,
		code: 'internal_error',
		param: null,
		message:
			'The embedded provider failed while it answered this; the log has the details.',
	};
}

const diskTroubles: Readonly<Record<string, {code: string; message: string}>> =
	{
		ENOSPC: {
			code: 'disk_full',
			message: 'The disk is full. Make room on it and try again.',
		},
		EDQUOT: {
			code: 'disk_full',
			message: 'Your share of the disk is used up. Make room and try again.',
		},
		EROFS: {
			code: 'not_writable',
			message:
				'The folder of the embedded provider is on a disk that cannot be written to.',
		},
		EACCES: {
			code: 'not_writable',
			message:
				'The folder of the embedded provider may not be written to. Give yourself the right to, or set TWIN_TUI_HOME to another folder.',
		},
	};

/** What is wrong with the disk, as a sentence; null where the error has nothing to do with it. */
export function explainDisk(
	error: unknown,
): {code: string; message: string} | null {
	const {code} = (error ?? {}) as NodeJS.ErrnoException;
	return diskTroubles[code === 'EPERM' ? 'EACCES' : (code ?? '')] ?? null;
}
