import {APIError} from 'openai';

/** What a failed request means for the scan. */
export type Fault =
	/** Try the same again; `seconds` as the provider asks, or null where it does not say. */
	| {type: 'wait'; seconds: number | null; limit: boolean; reason: string}
	/** Something in this batch is not taken; where it is not final, trying the same again may help. */
	| {type: 'refuse'; final: boolean; reason: string}
	/** Nothing more to be had until the owner does something; `message` says what. */
	| {type: 'stop'; message: string};

/** Judges an error of the SDK; `label` names the provider in sentences, `now` is in ms for dates in Retry-After. */
export function judge(error: unknown, label: string, now: number): Fault {
	if (!(error instanceof APIError) || error.status === undefined)
		return waiting(error, `${label} cannot be reached.`, now);
	const {status} = error;
	const stop = stopMessage(error, label);
	if (stop) return {type: 'stop', message: stop};
	if (status === 429) return waiting(error, `${label} has a rate limit.`, now);
	if ([400, 413, 422, 500].includes(status))
		return {
			type: 'refuse',
			final: status !== 500,
			reason: `${status}: ${sentenceOf(error)}`,
		};
	if (status === 408 || status === 409 || status > 500)
		return waiting(error, `${label} is not well (${status}).`, now);
	return {
		type: 'stop',
		message: `${label} does not moderate these texts (${status}: ${sentenceOf(error)}). Choose another provider for moderation, or the embedded one.`,
	};
}

function stopMessage(error: APIError, label: string): string | null {
	const {status, code} = error;
	if (code === 'insufficient_quota' || code === 'billing_hard_limit_reached')
		return `The account at ${label} has no quota left. Add credit or raise its limit, then scan again: what is scored stays scored. The embedded scorer needs no account.`;
	if (status === 401)
		return `${label} does not accept the API key. Check the key and scan again, or use the embedded scorer.`;
	if (status === 403)
		return `${label} does not let this key moderate (403: ${sentenceOf(error)}). Give the key access to moderation, or use another provider.`;
	if (status === 404)
		return `${label} has no such moderation (404: ${sentenceOf(error)}). Check base URL and model, or use the embedded scorer.`;
	if (error.param === 'model' || code === 'model_not_found')
		return `${label} does not know the moderation model (${sentenceOf(error)}). Choose another model.`;
	return null;
}

/** The provider's own words, short and without markup: some answer with a whole HTML page. */
function sentenceOf(error: APIError): string {
	const words = error.message
		.replace(/^\d{3} /, '')
		.replaceAll(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/g, ' ')
		.replaceAll(/\b(sk|key|Bearer)[-_ ][\w-]{6,}/g, '$1-…')
		.replaceAll(/\s+/g, ' ')
		.trim()
		.replace(/[.。]$/, '');
	return words.length > 160 ? `${words.slice(0, 159)}…` : words || 'no reason';
}

function waiting(error: unknown, reason: string, now: number): Fault {
	const headers = error instanceof APIError ? error.headers : undefined;
	return {
		type: 'wait',
		seconds: retryAfter(headers, now),
		limit: error instanceof APIError && error.status === 429,
		reason,
	};
}

/** Seconds from `retry-after-ms` or `Retry-After` (a number or a date), of any length: the SDK itself ignores more than 60. */
function retryAfter(headers: Headers | undefined, now: number): number | null {
	const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
	if (milliseconds >= 0) return milliseconds / 1000;
	const value = headers?.get('retry-after') ?? '';
	const seconds = Number(value);
	if (value.trim() !== '' && seconds >= 0) return seconds;
	const until = Date.parse(value);
	return Number.isNaN(until) ? null : Math.max(0, (until - now) / 1000);
}
