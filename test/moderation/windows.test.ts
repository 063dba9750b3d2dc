import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createJobs} from '../../source/moderation/jobs.ts';
import {createPace} from '../../source/moderation/pace.ts';

const told = (left: number, reset: number) =>
	new Headers({
		'x-ratelimit-limit-tokens': '10000',
		'x-ratelimit-remaining-tokens': String(left),
		'x-ratelimit-reset-tokens': `${reset.toFixed(3)}s`,
	});

/** Uses 500 tokens every second; `resetAt` tells the seconds at which the answers say that all is back. */
function use(
	seconds: number,
	leftAt: (s: number) => number,
	resetAt: (s: number) => number,
) {
	const pace = createPace();
	for (let second = 0; second < seconds; second++) {
		pace.sent(500, second * 1000);
		const headers = told(leftAt(second), resetAt(second) - second);
		pace.answered(500, {headers, outcome: 'done'}, second * 1000);
	}
	return pace;
}

test('learns that a limit is by windows from a reset that stays where it is, and waits for it', () => {
	const left = (second: number) => 9500 - second * 500;
	const pace = use(19, left, () => 60);
	// At 500 tokens left nothing comes back until the minute ends; then all of it is there.
	expect(pace.secondsUntilRoom(2500, 18_000)).toBeCloseTo(42);
	expect(pace.secondsUntilRoom(2500, 60_000)).toBe(0);
	expect(pace.remainder(18_000)).toBeGreaterThan(100);
	expect(pace.remainder(18_000)).toBeLessThanOrEqual(500);
});

test('takes a limit for one that comes back evenly where the reset moves', () => {
	const rate = 10_000 / 60;
	const left = (second: number) => 9500 - second * (500 - rate);
	const pace = use(19, left, second => second + (10_000 - left(second)) / rate);
	const missing = 4000 - left(18);
	expect(pace.secondsUntilRoom(4000, 18_000)).toBeCloseTo(missing / rate, 1);
	expect(pace.remainder(18_000)).toBe(0);
});

test('fills what is left of a window, and asks for each piece once', () => {
	const text = fc
		.integer({min: 1, max: 7000})
		.map(length => 'a'.repeat(length));
	fc.assert(
		fc.property(
			fc.array(text, {maxLength: 80}),
			fc.infiniteStream(fc.integer({min: -1, max: 3000})),
			(texts, rooms) => {
				const all = new Set(texts.map((own, index) => `${index} ${own}`));
				const jobs = createJobs(all);
				const pieces: string[] = [];
				let tokens = 0;
				for (const room of rooms) {
					const before = jobs.next()?.tokens ?? 0;
					if (jobs.fit(room)) {
						expect(before).toBeGreaterThan(room);
						expect(jobs.next()?.tokens).toBeLessThanOrEqual(room);
					}
					const job = jobs.take();
					if (!job) break;
					expect(job.batch.length).toBeGreaterThan(0);
					pieces.push(...job.batch.map(({part}) => part));
					tokens += job.tokens;
				}
				expect(tokens).toBe(jobs.tokens);
				expect(new Set(pieces).size).toBe(pieces.length);
			},
		),
	);
});
