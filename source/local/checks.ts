import type {Context} from 'hono';
import {refuse} from './errors.ts';

/** A JSON object that a client sent; nothing in it is to be believed. */
export type Body = Readonly<Record<string, unknown>>;

export const isBody = (value: unknown): value is Body =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws HTTPException 400 where the body is no JSON object. */
export async function readBody(c: Context): Promise<Body> {
	let body: unknown;
	try {
		body = JSON.parse(await c.req.text());
	} catch {
		refuse(
			400,
			'invalid_json',
			'The body of this request cannot be read as JSON.',
		);
	}
	if (!isBody(body))
		refuse(
			400,
			'invalid_json',
			'The body of this request has to be a JSON object.',
		);
	return body;
}

/** A text that has to be there. */
export function textOf(body: Body, param: string): string {
	const value = body[param];
	if (typeof value !== 'string' || value === '')
		refuse(
			400,
			'missing_required_parameter',
			`This request needs "${param}", a text.`,
			param,
		);
	return value;
}

export type Range = {min: number; max: number; whole?: boolean};

/**
A number within its range; null where it was left out.
@param name How the error calls it where that is not its key ("hyperparameters.n_epochs").
*/
export function numberOf(
	body: Body,
	param: string,
	{min, max, whole = false}: Range,
	name = param,
): number | null {
	const value = body[param];
	if (value === undefined || value === null) return null;
	if (
		typeof value !== 'number' ||
		!(value >= min && value <= max) ||
		(whole && !Number.isInteger(value))
	)
		refuse(
			400,
			'invalid_value',
			`"${name}" has to be a ${whole ? 'whole ' : ''}number from ${min} to ${max}.`,
			name,
		);
	return value;
}
