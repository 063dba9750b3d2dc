import process from 'node:process';
import {redact} from '../store/log.ts';
import type {Provider} from './types.ts';

/** What is known about an error, whoever threw it: the openai package, `fetch`, the file system, the program. */
export type Trouble = {
	kind: 'aborted' | 'timeout' | 'connection' | 'answer' | 'other';
	/** HTTP status; null where there was no answer, or where it broke in the middle. */
	status: number | null;
	code: string | null;
	param: string | null;
	/** What the other side said, without the status in front, keys and web pages. */
	message: string;
	/** System error codes down the chain of causes: ENOSPC, ECONNREFUSED, ENOTFOUND… */
	causes: string[];
	/** Seconds that the provider asks to wait; null where it does not say. */
	retryAfter: number | null;
	webPage: boolean;
	/** The provider says that trying again is of no use. */
	isFinal: boolean;
};

const networkCodes =
	/^(E(CONN\w+|NOTFOUND|AI_AGAIN|TIMEDOUT|NETUNREACH|HOSTUNREACH|PIPE)|UND_ERR_\w+|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/;

/**
Reads an error by its properties. The package's classes are not asked for: it is loaded only where a provider is used,
and a bundle may hold renamed ones. `openai` 7.57: no status and no body is a lost connection, no status with a body an
error within a stream (reference: openai-api.md, section 3.4).
*/
export function readTrouble(error: unknown, provider: Provider): Trouble {
	// Whatever can be thrown: texts and nothing at all, too.
	const raw = Object(error) as {
		name?: unknown;
		message?: unknown;
		status?: unknown;
		code?: unknown;
		param?: unknown;
		error?: unknown;
		headers?: {get?(name: string): string | null};
	};
	const text = textOf(raw.message ?? error);
	const status = typeof raw.status === 'number' ? raw.status : null;
	const causes = causesOf(error);
	const said = text.replace(/^\d{3} /, '');
	return {
		kind: kindOf(raw, text, status, causes),
		status,
		code: typeof raw.code === 'string' ? raw.code : null,
		param: typeof raw.param === 'string' ? raw.param : null,
		message: shorten(redactKeys(said, provider)),
		causes,
		retryAfter: secondsOf(raw.headers?.get?.('retry-after')),
		isFinal: raw.headers?.get?.('x-should-retry') === 'false',
		webPage: /^\s*<(!doctype|html|head|body)/i.test(said),
	};
}

/** Not everything that can be thrown can be made a text. */
function textOf(value: unknown): string {
	try {
		return String(value);
	} catch {
		return 'something that is no error was thrown';
	}
}

function kindOf(
	raw: {name?: unknown; error?: unknown},
	text: string,
	status: number | null,
	causes: string[],
): Trouble['kind'] {
	if (raw.name === 'AbortError' || text === 'Request was aborted.')
		return 'aborted';
	if (raw.name === 'TimeoutError' || text === 'Request timed out.')
		return 'timeout';
	if (status !== null) return 'answer';
	if ('requestID' in raw) return raw.error ? 'answer' : 'connection';
	if (causes.some(code => networkCodes.test(code))) return 'connection';
	return /^(fetch failed|terminated|network error)$/.test(text)
		? 'connection'
		: 'other';
}

function causesOf(error: unknown): string[] {
	const codes: string[] = [];
	let at = error as {
		code?: unknown;
		cause?: unknown;
		errors?: unknown[];
	} | null;
	for (let depth = 0; at && typeof at === 'object' && depth < 8; depth++) {
		if (typeof at.code === 'string') codes.push(at.code);
		// Happy eyeballs: one error per address, all for the same reason.
		at = (at.cause ?? at.errors?.[0] ?? null) as typeof at;
	}
	return codes;
}

function secondsOf(header: string | null | undefined): number | null {
	const seconds = Number.parseFloat(header ?? '');
	return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : null;
}

const shorten = (text: string): string => {
	const line = text.replaceAll(/\s+/g, ' ').trim();
	return line.length > 600 ? `${line.slice(0, 599)}…` : line;
};

/** Keys in an answer's text: by their usual beginnings, by their shape, and the very one in the provider's variable. */
export function redactKeys(text: string, provider: Provider): string {
	const own = provider.keyVariable && process.env[provider.keyVariable]?.trim();
	const without = own && own.length > 7 ? text.replaceAll(own, '…') : text;
	return redact(without).replaceAll(
		/\b(?=\w*\d)(?=\w*[A-Za-z])\w{32,}\b/g,
		'…',
	);
}
