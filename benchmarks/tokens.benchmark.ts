import {monitorEventLoopDelay} from 'node:perf_hooks';
import {setImmediate, setTimeout} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {openTokenCounter} from '../source/dataset/count/count.ts';
import {loadTokenizer} from '../source/dataset/tokens.ts';
import type {Example} from '../source/dataset/types.ts';
import {median} from './exports/measure.ts';

/*
Counting tokens of 200,000 entries, no two of them alike: the tokenizer alone over the same texts as the floor, then our
count in this thread, in another one, and once more when all is known; and how long this thread stands still meanwhile.
*/

const ROUNDS = 5;
const words =
	'naja ich glaub schon aber morgen früh ist mir lieber kommst du mit zum markt then we can see about the bike haha ok 🙂'.split(
		' ',
	);

/** Chat-like texts of 1 to 15 words; always the same. */
function makeExamples(count: number): Example[] {
	let state = 1;
	const random = (below: number) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >>> 8) % below;
	};
	const text = (number: number) =>
		`${number} ${Array.from({length: 1 + random(15)}, () => words[random(words.length)]).join(' ')}`;
	return Array.from({length: count / 10}, (_, example) => ({
		messages: Array.from({length: 10}, (_, at) => ({
			role: at % 2 === 0 ? ('user' as const) : ('assistant' as const),
			content: text(example * 10 + at),
		})),
	}));
}

const {signal} = new AbortController();

async function measure(work: () => Promise<unknown>) {
	const delay = monitorEventLoopDelay({resolution: 1});
	delay.enable();
	// It measures from turn to turn.
	await setTimeout(5);
	delay.reset();
	const begin = performance.now();
	await work();
	const milliseconds = performance.now() - begin;
	// The turn after the work sees how long it stood still.
	await setTimeout(5);
	delay.disable();
	return {milliseconds, stood: delay.max / 1e6};
}

test('tokens of 200,000 entries', async () => {
	const examples = makeExamples(200_000);
	const texts = examples.flatMap(({messages}) =>
		messages.map(({content}) => content),
	);
	const characters = texts.reduce((sum, {length}) => sum + length, 0);
	const count = await loadTokenizer();
	let counter = openTokenCounter();
	const ways: [string, () => Promise<unknown>][] = [
		[
			'the tokenizer alone',
			// On a turn of its own, or the delay of this one goes unseen.
			() => setImmediate().then(() => texts.map(text => count(text))),
		],
		[
			'in this thread',
			() => openTokenCounter(Infinity).perExample(examples, signal),
		],
		[
			'in another thread',
			() => {
				counter = openTokenCounter(0);
				return counter.perExample(examples, signal);
			},
		],
		['once more, known', () => counter.perExample(examples, signal)],
	];
	const taken = new Map<string, number>();
	console.log(`${(characters / 1e6).toFixed(1)} million characters`);
	for (const [name, work] of ways) {
		const rounds: Awaited<ReturnType<typeof measure>>[] = [];
		for (let round = 0; round < ROUNDS; round++)
			rounds.push(await measure(work));
		const milliseconds = median(rounds.map(round => round.milliseconds));
		const stood = median(rounds.map(round => round.stood));
		taken.set(name, milliseconds);
		console.log(
			`${name.padEnd(22)}${Math.round(milliseconds).toString().padStart(7)} ms${(characters / milliseconds / 1000).toFixed(1).padStart(7)} M characters/s   stands still ${Math.round(stood)} ms`,
		);
	}
	const floor = taken.get('the tokenizer alone') ?? 0;
	expect(taken.get('in this thread')).toBeLessThan(2 * floor);
	expect(taken.get('once more, known')).toBeLessThan(floor);
});
