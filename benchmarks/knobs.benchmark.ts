import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Chat, Message} from '../source/chats/message.ts';
import {buildDataset} from '../source/dataset/build.ts';
import type {Seek} from '../source/dataset/desk.ts';
import {defaults} from '../source/dataset/options.ts';
import {defaultRules, type Rules} from '../source/dataset/rules.ts';
import {ownerTest} from '../source/dataset/speakers.ts';
import {createDesks, type Desk, type Desks} from '../source/work/desks.ts';

/*
How long the data view waits for its counts, tokens and example after a knob was turned, with a million messages in 25 chats:
from the question to the thread until its answer is back. Against it, the whole data set built anew.
*/

const chats = 25;
const each = 40_000;
const turns = 60;
/** Milliseconds at the 95th percentile that a turn may take. */
const most = 100;

/** Always the same numbers, from 0 to 1. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

function chatOf(number: number): Chat {
	const next = random(number + 1);
	let at = 1_400_000_000 + number;
	const messages = Array.from({length: each}, (): Message => {
		at += next() < 0.07 ? next() * 40 * 3600 : next() * 120;
		const kind = next() < 0.07 ? 'media' : 'text';
		return {
			timestamp: new Date(at * 1000).toISOString().slice(0, 19),
			sender: next() < 0.45 ? 'Mika' : `Friend ${number}`,
			text: kind === 'media' ? 'image omitted' : `message ${next()}`,
			kind,
		};
	});
	return {
		file: `${number}.txt`,
		title: `Friend ${number}`,
		platform: 'ios',
		messages,
		dateOrder: 'dmy',
		dateOrderCertain: true,
		lines: {total: each, headers: each, continuations: 0, unread: []},
		warnings: [],
	};
}

const knobs: Record<
	string,
	(turn: number) => Partial<Rules & {threshold: number}>
> = {
	threshold: turn => ({threshold: (turn % 30) / 100}),
	gap: turn => ({gapHours: 1 + (turn % 12)}),
	'roll-over': turn => ({rollover: 6 + (turn % 40)}),
	size: turn => ({maxMessages: 2 + (turn % 60)}),
	pairs: turn => ({pairs: turn % 2 === 0}),
	'separate replies': turn => ({separateReplies: turn % 2 === 0}),
	openers: turn => ({openers: turn % 2 === 0 ? 'nudge' : 'drop'}),
	'oldest date': turn => ({
		since: `${2014 + (turn % 3)}-0${1 + (turn % 9)}-01`,
	}),
	'cap per chat': turn => ({maxPerChat: 10 + turn}),
	placeholders: turn => ({keepPlaceholders: turn % 2 === 0 ? ['photo'] : []}),
	'hold-out': turn => ({validation: turn / 100}),
};

const {signal} = new AbortController();
const me = ['Mika'];
const judges = {
	isMine: ownerTest(me),
	levelOf: (text: string) => text.length / 100,
};
let all: Chat[] = [];
let desks: Desks;
let desk: Desk;
let opening = 0;
beforeAll(async () => {
	all = Array.from({length: chats}, (_, number) => chatOf(number));
	desks = createDesks();
	const begun = performance.now();
	desk = await desks.open({chats: all, me, moderation: judges, judges});
	// What the texts weigh is counted once, by another benchmark; here each is of one length.
	const alone = new Uint32Array(each).fill(5);
	const joined = new Uint32Array(each).fill(6);
	const weights = {alone, joined, nudge: 7};
	desk.weigh('all', {chats: all.map(() => weights), system: 20});
	await ask({}, {type: 'number', number: 0});
	opening = performance.now() - begun;
});
afterAll(() => desks.close());

const ask = (rules: Partial<Rules & {threshold: number}>, seek: Seek) =>
	desk.ask(
		{options: {...defaultRules, threshold: 1, ...rules}, seek, weights: 'all'},
		signal,
	);

const percentile = (times: readonly number[], share: number): number =>
	times.toSorted((one, other) => one - other)[
		Math.ceil(times.length * share) - 1
	] ?? 0;

const row = (...cells: (string | number)[]) =>
	console.log(
		cells
			.map((cell, at) =>
				at === 0 ? String(cell).padEnd(20) : String(cell).padStart(10),
			)
			.join(''),
	);

test('turning a knob', async () => {
	row('knob', 'p50 ms', 'p95 ms', 'examples');
	const slow: string[] = [];
	for (const [name, rules] of Object.entries(knobs)) {
		const times: number[] = [];
		let examples = 0;
		for (let turn = 0; turn < turns; turn++) {
			const begun = performance.now();
			const answer = await ask(rules(turn), {
				type: 'near',
				chat: turn % chats,
				source: turn * 500,
			});
			times.push(performance.now() - begun);
			examples = answer?.counts.examples ?? 0;
		}
		const p95 = percentile(times, 0.95);
		if (p95 > most) slow.push(name);
		row(name, percentile(times, 0.5).toFixed(1), p95.toFixed(1), examples);
	}
	row('opening (once)', opening.toFixed(0));
	const begun = performance.now();
	const {counts} = buildDataset(all, {
		...defaults,
		me,
		anonymize: false,
	});
	row('all built anew', (performance.now() - begun).toFixed(0));
	const counted = await ask({}, {type: 'number', number: 0});
	expect(counted?.counts).toEqual(counts);
	expect(slow).toEqual([]);
});
