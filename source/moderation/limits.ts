/** What a provider counts, each with a limit of its own. */
const units = ['tokens', 'project-tokens', 'requests'] as const;

type Unit = (typeof units)[number];

/** A limit as headers tell it. */
export type Told = {
	unit: Unit;
	limit: number;
	left: number;
	/** How fast it comes back; 0 where that is not told. */
	perSecond: number;
	/** Milliseconds, of `left` and of the reset. */
	at: number;
	resetAt: number;
};

/** The limits that an answer's `x-ratelimit-*` headers tell of. */
export const readLimits = (headers: Headers, now: number): Told[] =>
	units.flatMap(unit => {
		const of = (what: string) =>
			headers.get(`x-ratelimit-${what}-${unit}`) ?? '';
		const limit = Number.parseFloat(of('limit'));
		const left = Number.parseFloat(of('remaining'));
		if (!(limit > 0 && left >= 0)) return [];
		const reset = parseDuration(of('reset'));
		const perSecond = reset > 0 && left < limit ? (limit - left) / reset : 0;
		const resetAt = now + reset * 1000;
		return [{unit, limit, left, perSecond, at: now, resetAt}];
	});

/** Seconds of `6m0s`, `1s`, `20ms`, `1d2h3m`; 0 for anything else. */
export function parseDuration(text: string): number {
	const seconds = {d: 86_400, h: 3600, m: 60, s: 1, ms: 0.001};
	let sum = 0;
	for (const [, number, unit] of text.matchAll(/([\d.]+)(ms|d|h|m|s)/g))
		sum += Number(number) * seconds[unit as keyof typeof seconds];
	return Number.isFinite(sum) ? sum : 0;
}
