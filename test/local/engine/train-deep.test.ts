import {beforeAll, describe, expect, test} from 'vitest';
import {loadModel} from '../../../source/local/engine/model.ts';
import {scoreLast} from '../../../source/local/engine/score.ts';
import {train} from '../../../source/local/engine/train.ts';
import type {EngineEvent} from '../../../source/local/engine/types.ts';
import {
	automatic,
	chatsOf,
	fileOf,
	never,
	say,
	stepsOf,
	taskOf,
} from './author.ts';

const task = taskOf(chatsOf(170, 1), {
	validation: chatsOf(15, 2),
	hyperparameters: {...automatic, n_epochs: 3},
	minutes: null,
});

async function run(changed: Partial<typeof task> = {}): Promise<EngineEvent[]> {
	const events: EngineEvent[] = [];
	for await (const event of train(
		{...task, examples: [...task.examples], ...changed},
		never,
	)) {
		events.push(event);
	}

	return events;
}

// Each training takes seconds, on a machine with other work many.
describe('a training with a network', {timeout: 60_000}, () => {
	let events: EngineEvent[];
	let model: Uint8Array;
	beforeAll(async () => {
		events = await run();
		model = fileOf(events);
	}, 60_000);

	test('has a curve of the network that falls, and ends with all parts together', () => {
		const steps = stepsOf(events);
		const valid = steps.flatMap(({validLoss}) => validLoss ?? []);
		expect(steps.at(-1)?.step).toBe(steps.at(-1)?.totalSteps);
		expect(steps.at(-2)?.trainLoss).toBeLessThan(
			0.7 * (steps[0]?.trainLoss ?? 0),
		);
		expect(valid.at(-2)).toBeLessThan(0.7 * (valid[0] ?? 0));
		expect(valid.at(-1)).toBeLessThan(valid.at(-2) ?? 0);
		for (let at = 1; at < steps.length; at++) {
			expect(steps[at]?.step).toBeGreaterThan(steps[at - 1]?.step ?? 0);
		}
	});

	test('predicts unseen text better than without one', async () => {
		const without = fileOf(await run({minutes: 0}));
		const bits = (file: Uint8Array) => {
			const loaded = loadModel(file);
			return chatsOf(15, 2)
				.flatMap(({messages}) => scoreLast(loaded, messages))
				.reduce((sum, {logProbability}) => sum - logProbability, 0);
		};
		expect(bits(model)).toBeLessThan(bits(without));
	});

	test('leaves checkpoints that can be talked to: before the network and on its way', async () => {
		const checkpoints = events.filter(event => event.type === 'checkpoint');
		expect(checkpoints.map(({step}) => step)[0]).toBe(0);
		expect(checkpoints).toHaveLength(3);
		for (const checkpoint of checkpoints) {
			const {text} = await say(loadModel(checkpoint.model), [
				{role: 'user', content: 'How was your exam?'},
			]);
			expect(text).not.toBe('');
		}
	});

	test('gives the same bytes for the same seed', async () => {
		const once = {hyperparameters: {...automatic, n_epochs: 1}};
		const [one, other] = [fileOf(await run(once)), fileOf(await run(once))];
		expect(Buffer.compare(one, other)).toBe(0);
	});

	test('keeps within its minutes, and says how many', async () => {
		const short = await run({
			hyperparameters: automatic,
			minutes: 0.02,
		});
		expect(stepsOf(short).at(-1)?.step).toBe(stepsOf(short).at(-1)?.totalSteps);
		expect(short).toContainEqual({
			type: 'message',
			message: 'Training a network for up to 0.02 minutes',
		});
	});

	test('does without where there is too little text, and says so', async () => {
		const little = taskOf(chatsOf(12, 1), {minutes: null});
		const messages: string[] = [];
		for await (const event of train(little, never)) {
			if (event.type === 'message') messages.push(event.message);
		}

		expect(messages).toContain(
			'There is too little text for a network: n-grams alone',
		);
		expect(messages.join('\n')).toMatch(
			/There are \d+ replies to learn from: expect your turns of phrase/,
		);
	});
});
