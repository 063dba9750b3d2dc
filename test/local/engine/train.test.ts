import {describe, expect, test} from 'vitest';
import {loadModel} from '../../../source/local/engine/model.ts';
import {train} from '../../../source/local/engine/train.ts';
import type {TrainingExample} from '../../../source/local/engine/types.ts';
import {
	automatic,
	chatsOf,
	eventsOf,
	fileOf,
	never,
	say,
	stepsOf,
	taskOf,
} from './author.ts';

const question: TrainingExample = {
	messages: [
		{role: 'system', content: 'Be Mika.'},
		{role: 'user', content: 'Hello?'},
		{role: 'assistant', content: 'hi there'},
	],
};

describe('a training', () => {
	test('has a curve that falls, on its own text and on text kept out', async () => {
		const steps = stepsOf(await eventsOf(chatsOf(80, 1), chatsOf(15, 2)));
		const valid = steps
			.map(({validLoss}) => validLoss)
			.filter(loss => loss !== null);
		const first = steps.slice(0, 5).map(({trainLoss}) => trainLoss);
		const last = steps.slice(-5).map(({trainLoss}) => trainLoss);
		expect(Math.max(...last)).toBeLessThan(Math.min(...first));
		expect(valid.length).toBeGreaterThan(5);
		expect(valid.at(-1)).toBeLessThan(0.5 * (valid[0] ?? 0));
		for (let at = 1; at < valid.length; at++) {
			expect(valid[at]).toBeLessThan((valid[at - 1] ?? 0) + 0.05);
		}

		expect(steps.at(-1)?.validAccuracy).toBeGreaterThan(0.6);
	});

	test('measures a step before it is learnt: the first is as good as guessing', async () => {
		const events = await eventsOf(chatsOf(30, 1), chatsOf(4, 2));
		const {tokenizer} = loadModel(fileOf(events));
		const [first] = stepsOf(events);
		// The conversation itself already says a little.
		expect(first?.trainLoss).toBeLessThanOrEqual(
			Math.log(tokenizer.size) + 0.2,
		);
		expect(first?.trainLoss).toBeGreaterThan(0.6 * Math.log(tokenizer.size));
	});

	test('predicts unseen text better than single tokens do', async () => {
		const events = await eventsOf(chatsOf(80, 1), chatsOf(15, 2));
		const model = loadModel(fileOf(events));
		const {unigrams} = model.owner;
		let loss = 0;
		let tokens = 0;
		for (const {messages} of chatsOf(15, 2)) {
			for (const {role, content} of messages) {
				if (role !== 'assistant') continue;
				for (const token of model.tokenizer.encode(content)) {
					loss -= Math.log(unigrams[token] ?? 0);
					tokens++;
				}
			}
		}

		expect(stepsOf(events).at(-1)?.validLoss).toBeLessThan(
			0.6 * (loss / tokens),
		);
	});

	test('numbers its steps and keeps its promises about them', async () => {
		const events = await eventsOf(chatsOf(60, 1));
		const steps = stepsOf(events);
		expect(steps.map(({step}) => step)).toEqual(
			Array.from({length: steps[0]?.totalSteps ?? 0}, (_, at) => at + 1),
		);
		expect(steps.length).toBeGreaterThanOrEqual(20);
		for (const {trainLoss, trainAccuracy} of steps) {
			expect(Number.isFinite(trainLoss)).toBe(true);
			expect(trainAccuracy).toBeGreaterThanOrEqual(0);
			expect(trainAccuracy).toBeLessThanOrEqual(1);
		}

		expect(events.at(-1)?.type).toBe('trained');
	});

	test('takes its hyperparameters at their word', async () => {
		const steps = async (n_epochs: number, batch_size: number) =>
			stepsOf(
				await eventsOf(chatsOf(40, 1), chatsOf(4, 2), {
					...automatic,
					n_epochs,
					batch_size,
				}),
			).length;
		// 36 are learnt, 4 are kept for the weights.
		expect(await steps(3, 6)).toBe(6 + 3 + 1);
		expect(await steps(10, 1)).toBe(36 + 10 + 4);
	});

	test('gives the same bytes for the same examples', async () => {
		const [one, other] = [
			fileOf(await eventsOf(chatsOf(25, 1))),
			fileOf(await eventsOf(chatsOf(25, 1))),
		];
		expect(one).toEqual(other);
	});

	test('makes checkpoints that can be talked to', async () => {
		const checkpoints = (await eventsOf(chatsOf(40, 1))).filter(
			event => event.type === 'checkpoint',
		);
		expect(checkpoints.length).toBeGreaterThanOrEqual(2);
		for (const {model} of checkpoints) {
			const {text} = await say(loadModel(model), [
				{role: 'user', content: 'How was your exam?'},
			]);
			expect(text).not.toBe('');
		}
	});

	test.each([1, 2, 3, 5])('works with %i examples', async count => {
		const events = await eventsOf(Array(count).fill(question));
		const model = loadModel(fileOf(events));
		const {text} = await say(model, question.messages.slice(0, 2));
		expect(text).toBe('hi there');
		const [last] = stepsOf(events).slice(-1);
		expect(last?.step).toBe(last?.totalSteps);
		if (count < 4) expect(last?.validLoss).toBeNull();
	});

	test.each([
		['no examples', [], 'There are no examples'],
		[
			'no message of the assistant',
			[{messages: [{role: 'user', content: 'Hello?'}]}],
			'None of the examples has a message of the assistant',
		],
		[
			'only blank messages of the assistant',
			[{messages: [{role: 'assistant', content: ' \n'}]}],
			'None of the examples has a message of the assistant',
		],
	] as [string, TrainingExample[], string][])(
		'refuses %s',
		async (_, examples, sentence) => {
			await expect(eventsOf(examples)).rejects.toThrow(sentence);
		},
	);

	test('stops when it is told to', async () => {
		const abort = new AbortController();
		const run = train(taskOf(chatsOf(60, 1)), abort.signal);
		const seen: string[] = [];
		const all = (async () => {
			for await (const event of run) {
				seen.push(event.type);
				if (event.type === 'step') abort.abort(new Error('enough'));
			}
		})();
		await expect(all).rejects.toThrow('enough');
		expect(seen.filter(type => type === 'step')).toHaveLength(1);
		await expect(
			train(taskOf([question]), abort.signal).next(),
		).rejects.toThrow('enough');
		expect(never.aborted).toBe(false);
	});
});
