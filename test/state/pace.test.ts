import {describe, expect, test} from 'vitest';
import {timeElapsed, timeLeft, tokensSoFar} from '../../source/state/pace.ts';
import {reduceTraining} from '../../source/state/training.ts';
import {
	resumeTraining,
	type TrainingStep,
} from '../../source/state/training-step.ts';
import type {Job} from '../../source/store/types.ts';

const begun = Date.parse('2026-11-25T10:00:00.000Z');
const job = {
	id: 'job-1',
	provider: 'openai',
	createdAt: new Date(begun).toISOString(),
	tokens: 1000,
	hyperparameters: {},
} as Job;

/** Steps a second apart, from a minute after the beginning. */
const points = (count: number, every = 1000) =>
	Array.from({length: count}, (_, index) => ({
		step: index + 1,
		train: 1,
		valid: null,
		accuracy: null,
		at: begun + 60_000 + index * every,
	}));

const step = (changes: Partial<TrainingStep>): TrainingStep => ({
	...resumeTraining(job),
	...changes,
});

const now = begun + 80_000;

describe('time left', () => {
	const running = step({step: 20, totalSteps: 100, losses: points(20)});

	test('by the pace of the newest steps', () => {
		const {seconds} = timeLeft(running, now);
		expect(seconds).toBeCloseTo(79, 0);
	});

	test('as the provider expects it, where it says', () => {
		const expected = {...running, expected: now + 5000};
		expect(timeLeft(expected, now)).toEqual({seconds: 5, why: ''});
	});

	test.each([
		['before there are steps', step({totalSteps: 100}), 'not known yet'],
		['while it is paused', {...running, paused: true}, 'paused'],
		['at the last step', {...running, step: 100}, 'finishing'],
	])('is not known %s, and says so', (_, state, why) => {
		const left = timeLeft(state, now);
		expect(left.seconds).toBe(null);
		expect(left.why).toContain(why);
	});

	test('without a number of steps there is nothing to say', () => {
		const left = timeLeft(step({losses: points(9)}), now);
		expect(left).toEqual({seconds: null, why: ''});
	});

	test('is not known after a long silence', () => {
		const later = now + 10 * 60_000;
		expect(timeLeft(running, later)).toEqual({
			seconds: null,
			why: 'no news for 10 min',
		});
	});
});

describe('time gone by', () => {
	test('at a provider counts from the beginning, whoever watched', () => {
		expect(timeElapsed(step({}), begun + 3_600_000)).toBe(3600);
	});

	test('on this machine the hours that the program was closed do not count', () => {
		const losses = [
			...points(10),
			...points(5).map(point => ({...point, at: point.at + 7_200_000})),
		];
		const last = losses.at(-1)?.at ?? 0;
		const elapsed = timeElapsed(step({provider: 'local', losses}), last + 1000);
		expect(elapsed).toBeLessThan(120);
		expect(elapsed).toBeGreaterThan(60);
	});

	const held = (paused: boolean, at: number) =>
		({
			type: 'training/event',
			event: {type: 'paused', paused, at: begun + at},
		}) as const;

	test.each(['openai', 'local'] as const)(
		'pauses do not count, however short: %s',
		provider => {
			const once = reduceTraining(
				step({provider, losses: points(5)}),
				held(true, 70_000),
			);
			expect(timeElapsed(once, begun + 75_000)).toBe(70);
			const twice = [
				held(false, 100_000),
				held(true, 110_000),
				held(false, 115_000),
			].reduce(reduceTraining, once);
			expect(timeElapsed(twice, begun + 120_000)).toBe(85);
		},
	);

	test('a pause that nobody watched is known from the embedded engine’s records, and counts once', () => {
		const message = (text: string, at: number) => ({
			level: 'info' as const,
			text,
			at: begun + at,
		});
		const messages = [
			message('Fine-tuning job paused', 70_000),
			message('Fine-tuning job resumed', 100_000),
			// Longer than the silence by which it is seen that the program was closed.
			message('Fine-tuning job paused', 110_000),
			message('Fine-tuning job resumed', 400_000),
		];
		const here = step({provider: 'local', losses: points(5), messages});
		expect(timeElapsed(here, begun + 410_000)).toBe(90);
	});

	test('stops with the training', () => {
		const over = step({phase: 'succeeded', losses: points(10)});
		expect(timeElapsed(over, begun + 9e6)).toBe(69);
	});
});

test('tokens so far: by steps, then as the provider bills them', () => {
	const half = step({step: 5, totalSteps: 10});
	expect(tokensSoFar(half, 3)).toBe(1500);
	expect(tokensSoFar({...half, trained: 2900}, 3)).toBe(2900);
	expect(tokensSoFar(step({}), 3)).toBe(null);
});
