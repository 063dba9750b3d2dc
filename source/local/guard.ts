import {createHash, timingSafeEqual} from 'node:crypto';
import type {MiddlewareHandler} from 'hono';
import {refuse} from './errors.ts';

/** Names of this machine for itself. A web page that lets its own name point here sends another one (DNS rebinding). */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
Lets in only who calls this machine by a loopback name and has the key.
@throws HTTPException 403 for a foreign `Host`, 401 without the key.
*/
export const guard =
	(key: string): MiddlewareHandler =>
	async (c, next) => {
		const host = c.req.header('host') ?? '';
		if (!loopback.has(host.replace(/:\d+$/, '').toLowerCase()))
			refuse(
				403,
				'foreign_host',
				`This server answers on this machine only, as localhost or 127.0.0.1, not as "${host}".`,
			);
		const given = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '');
		if (!given?.[1])
			refuse(
				401,
				'missing_api_key',
				'This request has no key. Send the one that the server was started with as "Authorization: Bearer KEY".',
			);
		if (!isSame(given[1], key))
			refuse(
				401,
				'invalid_api_key',
				'This is not the key that the server was started with.',
			);
		await next();
	};

/** Takes as long for a key that is nearly right as for any other. */
const isSame = (one: string, other: string): boolean =>
	timingSafeEqual(digest(one), digest(other));

const digest = (text: string) => createHash('sha256').update(text).digest();
