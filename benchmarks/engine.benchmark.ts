import {mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {seededRandom} from '../source/local/engine/random.ts';
import type {EngineEvent, Turn} from '../source/local/engine/types.ts';
import {type Kernels, openKernels} from '../source/local/network/kernels.ts';
import {newWeights} from '../source/local/network/shape.ts';
import {openLearner} from '../source/local/network/step.ts';
import {trainInThread} from '../source/local/training-thread.ts';
import {openVoices} from '../source/local/voice-thread.ts';
import {plainKernels} from '../test/local/network/plain.ts';
import {readTurns, writeConversations} from './engine/conversations.ts';
import {median} from './exports/measure.ts';
import {record} from './record.ts';

const shape = {vocabulary: 2263, size: 128, lanes: 16, steps: 32};
const rows = shape.lanes * shape.steps;

/** Tokens a second of training, by the processor's time. */
function speed(kernels: Kernels, steps: number): number {
	const random = seededRandom(1);
	const share = new Float64Array(shape.vocabulary).fill(1 / shape.vocabulary);
	const learner = openLearner(kernels, shape, newWeights(shape, share, random));
	const some = () =>
		Uint16Array.from({length: rows}, () =>
			Math.floor(shape.vocabulary * random() ** 3),
		);
	const learn = (before: number) =>
		learner.learn(
			{
				inputs: some(),
				targets: some(),
				weights: new Float32Array(rows).fill(1),
				begins: new Uint8Array(rows),
			},
			{rate: 0.01, before, drop: 0.3, share},
			random,
		);
	learn(0);
	const begun = process.cpuUsage().user;
	for (let step = 1; step <= steps; step++) learn(step);
	return (steps * rows * 1e6) / (process.cpuUsage().user - begun);
}

test('the network is trained at least three times as fast as in plain JavaScript', () => {
	const plain = speed(plainKernels(), 6);
	const fast = speed(openKernels(), 60);
	record({
		what: 'training the network, size 128, one core',
		measured: `${Math.round(fast).toLocaleString('en')} tokens/s in WebAssembly`,
		against: `${Math.round(plain).toLocaleString('en')} tokens/s, the same kernels in plain JavaScript`,
		ratio: `${(fast / plain).toFixed(1)}×`,
	});
	expect(fast / plain).toBeGreaterThan(3);
});

/** With the tenth that is kept out, 50,000 exchanges are learnt. */
const messages = 112_000;
const asked = 15;
const minutes = 0.1;

/** The longest time that this thread was busy while it waited for something, in milliseconds. */
async function watchThread<Result>(
	work: () => Promise<Result>,
): Promise<{result: Result; block: number}> {
	let block = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		block = Math.max(block, now - last);
		last = now;
	}, 2);
	const result = await work();
	clearInterval(timer);
	return {result, block};
}

/** Milliseconds of all threads' processor time, and of the clock, to the first piece of a reply and to its end. */
async function timeReply(pieces: AsyncIterable<string>) {
	const begun = performance.now();
	const used = process.cpuUsage();
	const at = () => {
		const {user, system} = process.cpuUsage(used);
		return {cpu: (user + system) / 1000, clock: performance.now() - begun};
	};
	let first: ReturnType<typeof at> | null = null;
	for await (const _ of pieces) first ??= at();
	const end = at();
	return {first: first ?? end, end};
}

test('a reply begins within 300 ms where 50,000 exchanges are known; opening them does not hold this thread up', async () => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-engine-'));
	const voices = openVoices();
	try {
		const file = writeConversations(path.join(folder, 'data.jsonl'), messages);
		const training = Uint8Array.from(await readFile(file));
		const turns = readTurns(training, asked);
		let trained: Extract<EngineEvent, {type: 'trained'}> | undefined;
		for await (const event of trainInThread(
			{
				...{training, validation: null, minutes, seed: 1, saved: null},
				hyperparameters: {
					...{n_epochs: 'auto', batch_size: 'auto'},
					learning_rate_multiplier: 'auto',
				},
			},
			new AbortController().signal,
		))
			if (event.type === 'trained') trained = event;
		if (!trained) throw new Error('The training has no end.');
		const {model, tokens} = trained;
		const megabytes = model.length / 1e6;
		const begun = performance.now();
		const {result: voice, block} = await watchThread(() => voices.load(model));
		const opening = performance.now() - begun;
		const sampling = {
			...{temperature: 1, topP: 0.95, maxTokens: 500, seed: 1},
			...{stop: [], recall: 0.5, partner: null},
		};
		const answer = (history: readonly Turn[]) =>
			timeReply(voice.reply(history, sampling, new AbortController().signal));
		// Compiled by then.
		for (const history of turns.slice(0, 5)) await answer(history);
		const replies: Awaited<ReturnType<typeof timeReply>>[] = [];
		for (const history of turns.slice(5)) replies.push(await answer(history));
		const middle = (of: (reply: (typeof replies)[number]) => number) =>
			median(replies.map(of));
		const first = middle(reply => reply.first.cpu);
		record({
			what: 'first token of a reply, 50,000 exchanges',
			measured: `${first.toFixed(0)} ms of processor time (${middle(reply => reply.first.clock).toFixed(0)} by the clock)`,
			against: '300 ms',
			ratio: (first / 300).toFixed(2),
		});
		record({
			what: 'whole reply, 50,000 exchanges',
			measured: `${middle(reply => reply.end.cpu).toFixed(0)} ms of processor time (${middle(reply => reply.end.clock).toFixed(0)} by the clock)`,
			against: `${first.toFixed(0)} ms to its first token`,
			ratio: (middle(reply => reply.end.cpu) / first).toFixed(2),
		});
		record({
			what: 'opening a model of 50,000 exchanges',
			measured: `the thread of the screen is held up for ${block.toFixed(0)} ms at most`,
			against: `${opening.toFixed(0)} ms in a thread of its own`,
			ratio: (block / opening).toFixed(3),
		});
		record({
			what: 'size of a model',
			measured: `${megabytes.toFixed(1)} MB for ${tokens.toLocaleString('en')} tokens`,
			against: '1,000,000 tokens',
			ratio: `${((megabytes * 1e6) / tokens).toFixed(1)} MB each`,
		});
		expect(replies.length).toBe(asked - 5);
		expect(first).toBeLessThan(300);
		expect(block).toBeLessThan(opening / 3);
	} finally {
		await voices.close();
		await rm(folder, {recursive: true, force: true});
	}
});
