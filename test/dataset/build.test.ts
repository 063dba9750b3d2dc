import {describe, expect, test} from 'vitest';
import {buildDataset} from '../../source/dataset/build.ts';
import {toJsonl} from '../../source/dataset/jsonl.ts';
import type {DatasetOptions} from '../../source/dataset/types.ts';
import {chatOf, type Line, optionsOf, short} from './samples.ts';

const build = (lines: Line[], changes: Partial<DatasetOptions> = {}) =>
	buildDataset([chatOf(lines)], optionsOf(changes)).examples.map(short);

const pair: Line[] = [
	['Anna', '01 10:00', 'hi'],
	['Anna', '01 10:01', 'there'],
	['me', '01 10:02', 'hey'],
];
const group: Line[] = [
	['Anna', '01 10:00', 'who\ncomes?'],
	['Ben', '01 10:01', 'not I'],
	['me', '01 10:02', 'me'],
];

describe('rule 7, speakers', () => {
	test.each<[string, Line[], DatasetOptions['prefix'], string]>([
		['a chat of two', pair, 'group', 'u:hi\nthere'],
		['a chat of two', pair, 'always', 'u:Person1: hi\nPerson1: there'],
		['a group', group, 'group', 'u:Person1: who\ncomes?\nPerson2: not I'],
		['a group', group, 'none', 'u:who\ncomes?\nnot I'],
	])('%s, %s', (_, lines, prefix, user) => {
		expect(build(lines, {prefix})[0]?.[0]).toBe(user);
	});

	test('the owner under two names is no second sender', () => {
		const lines: Line[] = [...pair, ['Me 2', '01 10:03', 'still me']];
		expect(build(lines, {me: ['me', 'Me 2']})).toEqual([
			['u:hi\nthere', 'a:hey\nstill me'],
		]);
	});

	test('without anonymisation labels are names', () => {
		expect(build(group, {anonymize: false})[0]?.[0]).toBe(
			'u:Anna: who\ncomes?\nBen: not I',
		);
	});

	test('labels count through the chats of a run, a person keeps hers', () => {
		const chats = [
			chatOf([
				['Ben', '01 10:00', 'yo'],
				['me', '01 10:01', 'yo'],
			]),
			chatOf(group),
		];
		const {examples, mapping} = buildDataset(chats, optionsOf());
		expect(mapping).toEqual([
			['Ben', 'Person1'],
			['Anna', 'Person2'],
		]);
		expect(examples.map(short)).toEqual([
			['u:yo', 'a:yo'],
			['u:Person2: who\ncomes?\nPerson1: not I', 'a:me'],
		]);
	});

	test('moderation renames nobody', () => {
		const {mapping} = buildDataset([chatOf(group)], optionsOf(), text =>
			text.startsWith('who'),
		);
		expect(mapping[0]).toEqual(['Anna', 'Person1']);
	});
});

describe('rules 5, 8 and 9', () => {
	const opened: Line[] = [
		['me', '01 09:00', 'wake up'],
		...pair,
		['Anna', '01 10:03', 'how are you'],
		['me', '01 10:04', 'fine'],
	];

	test('pairs, each with the system message', () => {
		expect(build(opened, {pairs: true, system: 'Be me.'})).toEqual([
			['s:Be me.', 'u:hi\nthere', 'a:hey'],
			['s:Be me.', 'u:how are you', 'a:fine'],
		]);
	});

	test('the nudge counts for the size, the system message does not', () => {
		const nudged = {openers: 'nudge', system: 'S'} as const;
		expect(build(opened, {...nudged, maxMessages: 4})).toEqual([
			[
				's:S',
				'u:Start a chat with Person1.',
				'a:wake up',
				'u:hi\nthere',
				'a:hey',
			],
			['s:S', 'u:how are you', 'a:fine'],
		]);
	});

	test('a nudge names whom I turn to: who answers in a group', () => {
		const lines: Line[] = [
			...group,
			['me', '03 10:00', 'dinner?'],
			['Ben', '03 10:01', 'yes'],
			['me', '03 10:02', 'good'],
			['me', '05 10:00', 'alone'],
		];
		expect(build(lines, {openers: 'nudge'}).map(example => example[0])).toEqual(
			[
				'u:Person1: who\ncomes?\nPerson2: not I',
				'u:Start a chat with Person2.',
				'u:Start a chat with Person1.',
			],
		);
	});
});

describe('provenance', () => {
	test('each example knows its messages and why it begins', () => {
		const lines: Line[] = [
			['Anna', '01 10:00', 'a'],
			['me', '01 10:01', 'b'],
			['Anna', '01 10:02', 'photo', 'media'],
			['Anna', '01 10:03', 'c'],
			['me', '01 10:04', 'd'],
			['Anna', '02 10:00', 'e'],
			['me', '02 10:01', 'f'],
			['Anna', '02 10:02', 'g'],
			['Anna', '03 10:00', 'h'],
			['me', '03 10:01', 'i'],
		];
		const {examples, counts} = buildDataset(
			[chatOf(lines)],
			optionsOf({maxMessages: 2}),
		);
		expect(
			examples.map(({begins, gap, rolledOver, indexes}) => [
				begins,
				gap,
				rolledOver,
				indexes,
			]),
		).toEqual([
			['start', null, 0, [0, 1]],
			['size', null, 0, [3, 4]],
			['gap', 86_160, 0, [5, 6]],
			['rollover', 86_280, 1, [7, 8, 9]],
		]);
		expect(counts).toMatchObject({
			conversations: 3,
			rolledOver: 1,
			oldestRollover: 86_280,
			sizeSplits: 1,
			oversized: 0,
		});
	});

	test('pairs begin because they are pairs', () => {
		const {examples} = buildDataset(
			[chatOf([...pair, ['Anna', '01 10:05', 'a'], ['me', '01 10:06', 'b']])],
			optionsOf({pairs: true}),
		);
		expect(examples.map(({begins}) => begins)).toEqual(['start', 'pair']);
	});
});

describe('counts', () => {
	test('every message is counted under the reason it is left out for', () => {
		const lines: Line[] = [
			[null, '01 09:00', 'encrypted', 'system'],
			['me', '01 09:01', 'only mine'],
			['Anna', '02 10:00', 'bad word'],
			['Anna', '02 10:00', 'photo', 'media'],
			['Anna', '02 10:00', 'gone', 'deleted'],
			['Anna', '02 10:00', ' \u200b\n'],
			['Anna', '02 10:00', 'hi'],
			['me', '02 10:01', 'ho'],
			['Anna', '02 10:02', 'old'],
			['me', '04 10:00', 'new'],
			['Anna', '04 10:01', 'again'],
			['me', '04 10:02', 'and again'],
			['Anna', '09 10:01', 'left'],
		];
		const {counts, examples} = buildDataset(
			[chatOf(lines)],
			optionsOf({rollover: 'never', openers: 'drop'}),
			text => text.includes('bad'),
		);
		expect(counts).toMatchObject({
			messages: 13,
			kept: 4,
			dropped: {
				moderation: 1,
				media: 1,
				system: 1,
				deleted: 1,
				blank: 1,
				rolloverEnd: 1,
				rolloverOld: 1,
				openers: 2,
				invalid: 0,
			},
		});
		expect(examples.map(short)).toEqual([
			['u:hi', 'a:ho'],
			['u:again', 'a:and again'],
		]);
	});

	test('a conversation of mine alone is invalid where openers are kept', () => {
		const {counts, examples} = buildDataset(
			[chatOf([['me', '01 09:01', 'a'], ['me', '01 09:02', 'b'], ...pair])],
			optionsOf({gapHours: 0.5}),
		);
		expect(counts.dropped.invalid).toBe(2);
		expect(examples).toHaveLength(1);
	});
});

describe('rule 10, hold-out', () => {
	test('the newest of each chat, and none of them in training', () => {
		const days = Array.from({length: 12}, (_, day): Line[] => [
			['Anna', `${String(day + 1).padStart(2, '0')} 10:00`, `q${day}`],
			['me', `${String(day + 1).padStart(2, '0')} 10:01`, `r${day}`],
		]).flat();
		const {examples, validation, counts} = buildDataset(
			[chatOf(days), chatOf(days)],
			optionsOf({validation: 0.25}),
		);
		expect(validation.map(({chat, indexes}) => [chat, indexes[0]])).toEqual([
			[0, 18],
			[0, 20],
			[0, 22],
			[1, 18],
			[1, 20],
			[1, 22],
		]);
		expect(counts).toMatchObject({examples: 18, validationExamples: 6});
		expect(examples.every(({indexes}) => (indexes[0] ?? 99) < 18)).toBe(true);
	});
});

test('a chat of two and a group merge into one file, in the order given', () => {
	const chats = [
		chatOf([
			['Anna', '01 10:00', 'Hi, it’s Anna 🙂'],
			['me', '01 10:01', 'hey Anna'],
			['Anna', '01 20:00', 'photo', 'media'],
			['Anna', '01 20:01', 'see https://example.com/a?b=1.'],
			['me', '02 09:00', 'oh "nice"'],
			['me', '02 09:00', 'ask @\u2068Ben Okafor\u2069'],
		]),
		chatOf(
			[
				['Ben Okafor', '01 10:00', 'line one\u2028same line'],
				['Anna', '01 10:01', 'Ben is right'],
				['me', '01 10:02', 'mail me: me@example.org'],
			],
			'Group',
		),
	];
	const bytes = () => [
		...toJsonl(
			buildDataset(chats, optionsOf({system: 'You are me.'})).examples,
		),
	];
	expect(bytes()).toEqual([
		'{"messages":[{"role":"system","content":"You are me."},{"role":"user","content":"Hi, it’s Person1 🙂"},{"role":"assistant","content":"hey Person1"}]}\n',
		'{"messages":[{"role":"system","content":"You are me."},{"role":"user","content":"see [link]."},{"role":"assistant","content":"oh \\"nice\\"\\nask @Person2"}]}\n',
		'{"messages":[{"role":"system","content":"You are me."},{"role":"user","content":"Person2: line one\\u2028same line\\nPerson1: Person2 is right"},{"role":"assistant","content":"mail me: [email]"}]}\n',
	]);
	expect(bytes()).toEqual(bytes());
});

describe('the source of an example', () => {
	const lines: Line[] = [
		['me', '01 09:00', 'wake up'],
		...group,
		['me', '01 10:03', 'and I'],
	];
	const sourceOf = (changes: Partial<DatasetOptions>) =>
		buildDataset(
			[chatOf(lines, 'Friends')],
			optionsOf({sources: true, ...changes}),
		).examples[0]?.source;

	test('names chat and people as in the file, and the time of each entry', () => {
		expect(sourceOf({system: 'Be me.'})).toEqual({
			chat: 'Friends',
			people: ['Person1', 'Person2'],
			times: [
				null,
				'2024-01-01T09:00:00',
				'2024-01-01T10:00:00',
				'2024-01-01T10:02:00',
			],
			pauses: [60],
		});
	});

	test('a nudge has no time, and its person is one', () => {
		expect(sourceOf({openers: 'nudge', anonymize: false})).toMatchObject({
			people: ['Anna', 'Ben'],
			times: [
				null,
				'2024-01-01T09:00:00',
				expect.anything(),
				expect.anything(),
			],
		});
	});

	test('replies that are kept apart have their own times', () => {
		const times = sourceOf({separateReplies: true})?.times;
		expect(times?.slice(-2)).toEqual([
			'2024-01-01T10:02:00',
			'2024-01-01T10:03:00',
		]);
	});
});
