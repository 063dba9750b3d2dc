/**
Seconds until the provider has room for a request of so many tokens, from the
`x-ratelimit-*` headers of its last answer; 0 where they are missing. What is
used comes back evenly until the time of the reset, so only the missing part is
waited for.
*/
export function secondsUntilRoom(
	headers: Headers | null,
	tokens: number,
): number {
	if (!headers) return 0;
	return Math.max(
		until(headers, 'tokens', tokens),
		until(headers, 'requests', 1),
	);
}

function until(headers: Headers, unit: string, needed: number): number {
	const read = (what: string) =>
		headers.get(`x-ratelimit-${what}-${unit}`) ?? '';
	const remaining = Number.parseFloat(read('remaining'));
	const limit = Number.parseFloat(read('limit'));
	const reset = parseDuration(read('reset'));
	if (!(remaining < needed) || reset === 0) return 0;
	const missing = Math.min(needed, limit) - remaining;
	return limit > remaining ? (reset * missing) / (limit - remaining) : reset;
}

/** Seconds of `6m0s`, `1s`, `20ms`, `1h2m3.5s`; 0 for anything else. */
export function parseDuration(text: string): number {
	const seconds = {h: 3600, m: 60, s: 1, ms: 0.001};
	let sum = 0;
	for (const [, number, unit] of text.matchAll(/([\d.]+)(ms|h|m|s)/g))
		sum += Number(number) * seconds[unit as keyof typeof seconds];
	return Number.isFinite(sum) ? sum : 0;
}
