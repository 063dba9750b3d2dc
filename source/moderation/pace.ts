import {readLimits, type Told} from './limits.ts';

/** How much of a unit is left under one limit, as the last answer that named it told; it comes back evenly, or all at once at the reset. */
type Level = Told & {
	/** What was told first of those answers since which it only fell. */
	since: {left: number; resetAt: number};
	isStepwise: boolean;
};

/**
Keeps requests within the limits that a provider tells of in its `x-ratelimit-*` headers, and up against them. Before
the first answer, and where no limit is told, there is always room. Times are in milliseconds since 1970 (`now`).
*/
export type Pace = {
	/** Seconds until a request of so many estimated tokens has room. */
	secondsUntilRoom(tokens: number, now: number): number;
	/** Estimated tokens that surely fit into what is left of the windows under way; 0 where that is not worth a request, or nothing is counted by windows. */
	remainder(now: number): number;
	/** A request leaves: what it takes is no longer there. */
	sent(tokens: number, now: number): void;
	/** Its answer is here, with headers where there are any. */
	answered(
		tokens: number,
		answer: {headers: Headers | null; outcome: Outcome},
		now: number,
	): void;
	/** How many requests of so many tokens, each under way for so many milliseconds, are to be in the air to use the limit up; 1 where none was told. */
	lanes(tokens: number, milliseconds: number): number;
	/** Tokens a minute at the limit that was told; null where none was. */
	perMinute(): number | null;
	/** Seconds that so many estimated tokens in so many requests take at the limits; null where none was told. */
	secondsFor(tokens: number, requests: number, now: number): number | null;
};

/** Whether the request was carried out, and so counted; refused for a limit, although there seemed to be room; or neither. */
export type Outcome = 'done' | 'over limit' | 'failed';

/** So much more than estimated a text may turn out to have; beyond that something else uses the account. */
const mostFactor = 4;
/** A window that is longer comes back bit by bit, or is a day: waiting for its end would be out of proportion. */
const longestWindow = 120_000;

/** Of a limit: with so much used the reset of one that comes back evenly is this share of a minute later. */
const telling = 0.2;
/** Milliseconds that the answers' ways differ by, at most. */
const jitter = 2000;
/** What is left of a window is worth a request from this share of the limit on. */
const worthwhile = 0.01;
/** Some texts have more tokens for their length than whole batches have. */
const margin = 1.5;

/** Most requests at once, however much is permitted. */
const mostLanes = 16;

export function createPace(): Pace {
	/** By unit and limit: of the requests, some tell now those of a minute and now those of a day. */
	const levels = new Map<string, Level>();
	/** Costs of the requests in the air. */
	const flying = {requests: 0, tokens: 0};
	/** Provider's tokens per estimated one: the most that was seen, and sums for the average. */
	let factor = 1;
	const seen = {estimated: 0, counted: 0};
	/** Whether something was counted meanwhile that no answer told of. */
	let isUntold = true;

	const costOf = ({unit}: Level, tokens: number): number =>
		unit === 'requests' ? 1 : tokens * factor;

	/** What a request really took, known where it was alone and the provider was not full. */
	function measure(tokens: number, level: Level, told: Told, now: number) {
		const isTurning = level.isStepwise && now >= level.resetAt;
		if (flying.requests > 0 || isUntold || isTurning || tokens === 0) return;
		if (told.left >= told.limit) return;
		const counted = tokens * factor + leftAt(level, now) - told.left;
		if (counted <= 0) return;
		seen.estimated += tokens;
		seen.counted += counted;
		factor = Math.min(mostFactor, Math.max(factor, counted / tokens));
	}

	function learn(tokens: number, told: Told, outcome: Outcome, now: number) {
		const {unit, limit} = told;
		const key = `${unit} ${limit}`;
		const before = levels.get(key);
		if (before && unit === 'tokens' && outcome === 'done')
			measure(tokens, before, told, now);
		const since =
			before && told.left <= before.since.left
				? before.since
				: {left: told.left, resetAt: told.resetAt};
		// There should have been room, and there was none: it does not come back evenly.
		const isShort =
			before !== undefined &&
			outcome === 'over limit' &&
			leftAt(before, now) >= 0 &&
			told.left < costOf(before, tokens);
		const isStepwise =
			before?.isStepwise === true ||
			((isShort || isFixed(told, since, now)) &&
				told.resetAt - now < longestWindow);
		// What was measured took it for one that does.
		if (isStepwise && !before?.isStepwise) {
			factor = 1;
			seen.estimated = 0;
			seen.counted = 0;
		}
		const perSecond = isStepwise
			? limit / 60
			: told.perSecond || before?.perSecond || limit / 60;
		// Those in the air may not be counted yet.
		const others = unit === 'requests' ? flying.requests : flying.tokens;
		levels.set(key, {
			...told,
			left: told.left - others * (unit === 'requests' ? 1 : factor),
			perSecond,
			since,
			isStepwise,
		});
	}

	/** The limit of tokens that is nearest. */
	const tokenRate = (): number =>
		Math.min(
			...[...levels.values()]
				.filter(({unit}) => unit !== 'requests')
				.map(({perSecond}) => perSecond),
		);

	return {
		secondsUntilRoom(tokens, now) {
			let seconds = 0;
			for (const level of levels.values()) {
				const needed = Math.min(costOf(level, tokens), level.limit);
				seconds = Math.max(seconds, until(level, needed, now));
			}
			return seconds;
		},
		remainder(now) {
			const stepwise = [...levels.values()].filter(
				level => level.isStepwise && level.unit !== 'requests',
			);
			const rest = Math.min(...stepwise.map(level => leftAt(level, now)));
			const isWorthIt = stepwise.every(
				({limit}) => rest >= worthwhile * margin * limit,
			);
			return stepwise.length > 0 && isWorthIt ? rest / factor / margin : 0;
		},
		sent(tokens, now) {
			flying.requests++;
			flying.tokens += tokens;
			for (const level of levels.values()) {
				level.left = leftAt(level, now) - costOf(level, tokens);
				level.at = now;
			}
		},
		answered(tokens, {headers, outcome}, now) {
			flying.requests--;
			flying.tokens -= tokens;
			const told = headers ? readLimits(headers, now) : [];
			for (const one of told) learn(tokens, one, outcome, now);
			if (told.length > 0) isUntold = false;
			else if (outcome !== 'over limit') isUntold = true;
		},
		lanes(tokens, milliseconds) {
			if (levels.size === 0) return 1;
			const perSecond = Math.min(
				...[...levels.values()].map(
					level => level.perSecond / costOf(level, tokens),
				),
			);
			// Twice as many, so that a slow answer is made up for.
			const needed = Math.ceil((2 * perSecond * milliseconds) / 1000);
			return Math.min(Math.max(needed, 1), mostLanes);
		},
		perMinute() {
			const perSecond = tokenRate();
			return Number.isFinite(perSecond) ? perSecond * 60 : null;
		},
		secondsFor(tokens, requests, now) {
			if (levels.size === 0) return null;
			const share = seen.estimated > 0 ? seen.counted / seen.estimated : 1;
			let seconds = 0;
			for (const level of levels.values()) {
				const needed = level.unit === 'requests' ? requests : tokens * share;
				const missing = needed - Math.max(0, leftAt(level, now));
				seconds = Math.max(seconds, missing / level.perSecond);
			}
			return seconds;
		},
	};
}

/** Whether the reset stays where it is, however much is used: a window ends then. */
const isFixed = (
	{limit, left, resetAt}: Told,
	since: Level['since'],
	now: number,
): boolean =>
	resetAt > now &&
	since.left - left >= telling * limit &&
	Math.abs(resetAt - since.resetAt) < jitter;

function leftAt(level: Level, now: number): number {
	const {limit, left, perSecond, at, resetAt, isStepwise} = level;
	if (isStepwise) return now >= resetAt ? limit : left;
	return Math.min(limit, left + (perSecond * (now - at)) / 1000);
}

function until(level: Level, needed: number, now: number): number {
	const missing = needed - leftAt(level, now);
	// Rounding must not keep a request from ever having room.
	if (missing <= 1e-6) return 0;
	return level.isStepwise
		? (level.resetAt - now) / 1000
		: missing / level.perSecond;
}
