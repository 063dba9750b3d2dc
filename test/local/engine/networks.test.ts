import {beforeEach, describe, expect, test, vi} from 'vitest';
import {planNetwork} from '../../../source/local/engine/plan.ts';
import {seededRandom} from '../../../source/local/engine/random.ts';
import {begin, type Run} from '../../../source/local/engine/run.ts';
import {trainDeep} from '../../../source/local/engine/train-deep.ts';
import type {
	EngineEvent,
	TrainingExample,
} from '../../../source/local/engine/types.ts';
import {automatic, never, stepsOf, taskOf} from './author.ts';

/** A clock that goes on by a little whenever somebody looks. */
let tick = 0;
beforeEach(() => {
	let now = 0;
	vi.spyOn(performance, 'now').mockImplementation(() => {
		now += tick;
		return now;
	});
	return () => vi.restoreAllMocks();
});

/** Conversations of which nothing can be learnt: a network soon gets no better. */
function noise(count: number): TrainingExample[] {
	const random = seededRandom(count);
	const word = () =>
		Array.from({length: 12}, () =>
			String.fromCharCode(97 + Math.floor(26 * random())),
		).join('');
	return Array.from({length: count}, () => ({
		messages: [
			{role: 'user', content: word()},
			{role: 'assistant', content: word()},
		],
	}));
}

/** A run whose network is small, so that a training takes a second. */
async function runOf(
	minutes: number,
	saved: Uint8Array | null = null,
): Promise<{run: Run; events: EngineEvent[]; messages: string[]}> {
	const begun = begin(taskOf(noise(60), {validation: noise(10)}), never);
	let next = await begun.next();
	while (!next.done) next = await begun.next();
	const run = next.value;
	const streams = run.learn.map(({stream}) => stream);
	const usual = planNetwork(100_000, minutes, automatic, 1);
	if (!usual) throw new Error('There is no network to train.');
	const plan = {...usual, size: 16, stepsPerEpoch: 10, lanes: 4};
	const events: EngineEvent[] = [];
	for await (const event of trainDeep(run, streams, plan, saved, never))
		events.push(event);
	const messages = events.flatMap(event =>
		event.type === 'message' ? event.message : [],
	);
	return {run, events, messages};
}

const together = /network in the time that is left/;

describe('the time that a network leaves', () => {
	test('is another one’s, up to three; steps go on and end where they were said to', async () => {
		tick = 2;
		const {run, events, messages} = await runOf(0.8);
		expect(run.networks).toHaveLength(3);
		expect(messages.filter(text => together.test(text))).toEqual([
			expect.stringMatching(/a second network/),
			expect.stringMatching(/a third network/),
		]);
		const steps = stepsOf(events).map(({step}) => step);
		expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
		const totals = new Set(stepsOf(events).map(({totalSteps}) => totalSteps));
		expect([...totals]).toEqual([steps.at(-1)]);
		const [first, second] = run.networks;
		expect(first?.weights).not.toEqual(second?.weights);
	});

	test('is nobody’s where it is too little', async () => {
		tick = 20;
		const {run, messages} = await runOf(0.8);
		expect(run.networks).toHaveLength(1);
		expect(messages.join('\n')).not.toMatch(together);
	});

	test('goes on where the second was interrupted, with the first as it was', async () => {
		tick = 2;
		const whole = await runOf(0.8);
		expect(whole.run.networks.length).toBeGreaterThan(1);
		const second = whole.events.findIndex(
			event => event.type === 'message' && together.test(event.message),
		);
		const saved = whole.events
			.slice(second)
			.find(event => event.type === 'saved');
		expect(saved).toBeDefined();
		const rest = await runOf(0.8, saved?.state as Uint8Array);
		expect(rest.messages).toContainEqual(
			expect.stringMatching(/^Going on with the network from step \d+$/),
		);
		expect(rest.run.networks[0]).toEqual(whole.run.networks[0]);
		expect(rest.run.networks.length).toBeGreaterThan(1);
		expect(stepsOf(rest.events).length).toBeLessThan(
			stepsOf(whole.events).length,
		);
	});
});
