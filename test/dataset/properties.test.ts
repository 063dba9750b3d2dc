import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Chat, Message, MessageKind} from '../../source/chats/message.ts';
import {buildDataset} from '../../source/dataset/build.ts';
import {createDesk} from '../../source/dataset/desk.ts';
import {toJsonl} from '../../source/dataset/jsonl.ts';
import {ownerTest} from '../../source/dataset/speakers.ts';
import {tabulate} from '../../source/dataset/table.ts';
import type {DatasetOptions} from '../../source/dataset/types.ts';
import {chatOf, type Line, sum} from './samples.ts';

const kinds: MessageKind[] = ['text', 'text', 'text', 'media', 'deleted'];
const senders = ['me', 'me', 'Me Too', 'Anna Lee', 'Ben', '+49 170 1234567'];

/** Minutes from one message to the next, some of them backwards or days long. */
const step = fc.oneof(
	{weight: 5, arbitrary: fc.integer({min: 0, max: 30})},
	{weight: 2, arbitrary: fc.constantFrom(360, 361, 600, 3000)},
	{weight: 1, arbitrary: fc.integer({min: -500, max: 0})},
);
const line = fc.record({
	sender: fc.constantFrom(...senders),
	step,
	kind: fc.constantFrom(...kinds),
	text: fc.oneof(
		fc.constantFrom('hi', 'Anna?', ' ', 'bad', 'a\nb', 'mail a@b.de'),
		fc.string({maxLength: 12}),
	),
});
const chat: fc.Arbitrary<Chat> = fc.array(line, {maxLength: 60}).map(lines => {
	let minutes = 10_000;
	return chatOf(
		lines.map(({sender, step, kind, text}): Line => {
			minutes += step;
			const two = (number: number) => String(number).padStart(2, '0');
			const day = Math.floor(minutes / 1440);
			const time = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
			// Days beyond the month are only numbers to the arithmetic.
			return [sender, `${two(Math.min(99, day))} ${time}`, text, kind];
		}),
	);
});
const chats = fc.array(chat, {maxLength: 3});
const options: fc.Arbitrary<DatasetOptions> = fc.record({
	me: fc.constant(['me', 'Me Too']),
	gapHours: fc.constantFrom(0.25, 6, 24),
	rollover: fc.constantFrom<DatasetOptions['rollover'][]>(
		'always',
		'never',
		10,
	),
	separateReplies: fc.boolean(),
	maxMessages: fc.integer({min: 1, max: 8}),
	openers: fc.constantFrom('keep', 'drop', 'nudge'),
	prefix: fc.constantFrom('group', 'always', 'none'),
	pairs: fc.boolean(),
	system: fc.constantFrom('', 'You are me.'),
	validation: fc.constantFrom(0, 0.1, 0.5),
	since: fc.constantFrom('', '2024-01-08'),
	maxPerChat: fc.constantFrom(0, 0, 1, 3),
	keepPlaceholders: fc.constantFrom<DatasetOptions['keepPlaceholders'][]>(
		[],
		['photo', 'media'],
	),
	anonymize: fc.boolean(),
	replaceNames: fc.constantFrom([], ['Hi']),
	keepNames: fc.constantFrom([], ['Anna']),
	regions: fc.constant(['DE']),
});
const isDropped = (text: string) => text.includes('bad');

test('no message is lost or doubled, and the parts add up', () => {
	fc.assert(
		fc.property(chats, options, (chats, options) => {
			const {examples, validation, counts} = buildDataset(
				chats,
				options,
				isDropped,
			);
			const all = [...examples, ...validation];
			const indexes = all.flatMap(({chat, indexes}) =>
				indexes.map(index => `${chat}:${index}`),
			);
			expect(new Set(indexes).size).toBe(indexes.length);
			expect(indexes.length).toBe(counts.kept);
			expect(counts.messages).toBe(
				chats.reduce((total, {messages}) => total + messages.length, 0),
			);
			expect(counts.kept + sum(counts.dropped)).toBe(counts.messages);
			expect([examples.length, validation.length]).toEqual([
				counts.examples,
				counts.validationExamples,
			]);
			if (options.maxPerChat > 0)
				for (const place of chats.keys())
					expect(
						all.filter(({chat}) => chat === place).length,
					).toBeLessThanOrEqual(options.maxPerChat);
		}),
		{numRuns: 300},
	);
});

test('a desk whose knobs are turned to and fro finds what is built', () => {
	const isMine = ownerTest(['me', 'Me Too']);
	const levelOf = (text: string) => (isDropped(text) ? 1 : 0);
	fc.assert(
		fc.property(
			chats,
			fc.array(options, {minLength: 2, maxLength: 6}),
			fc.nat({max: 20}),
			(chats, turns, number) => {
				const desk = createDesk(
					chats.map(chat => tabulate(chat, {isMine, levelOf})),
				);
				for (const options of [...turns, ...turns.slice(0, 2)]) {
					const {examples, validation, counts} = buildDataset(
						chats,
						options,
						isDropped,
					);
					const found = desk.answer({
						options: {...options, threshold: 0},
						seek: {type: 'number', number},
						weights: null,
					});
					expect(found.counts).toEqual(counts);
					const all = [...examples, ...validation];
					// Behind each chat's own come those held out of it.
					const inOrder = chats.flatMap((_, place) =>
						all.filter(({chat}) => chat === place),
					);
					expect(found.located?.indexes).toEqual(
						(inOrder[number] ?? inOrder.at(-1))?.indexes,
					);
				}
			},
		),
		{numRuns: 60},
	);
});

test('examples are valid, alternate and keep to the size unless one exchange is larger', () => {
	fc.assert(
		fc.property(chats, options, (chats, options) => {
			const {examples, validation} = buildDataset(chats, options, isDropped);
			for (const {messages, indexes, chat} of [...examples, ...validation]) {
				const roles = messages.map(({role}) => role);
				expect(roles.indexOf('system')).toBe(options.system ? 0 : -1);
				const turns = roles.filter(role => role !== 'system');
				expect(turns).toContain('user');
				expect(turns.at(-1)).toBe('assistant');
				expect(messages.every(({content}) => content.trim())).toBe(true);
				if (!options.separateReplies)
					expect(turns.every((role, at) => role !== turns[at - 1])).toBe(true);
				expect(
					turns.every((role, at) => role !== 'user' || turns[at - 1] !== role),
				).toBe(true);
				if (options.openers !== 'keep') expect(turns[0]).toBe('user');
				const users = turns.filter(role => role === 'user').length;
				if (options.pairs) expect(users).toBe(1);
				else if (turns.length > options.maxMessages)
					expect([turns.indexOf('user'), users]).toEqual([0, 1]);
				// In file order, and of kept messages only.
				expect([...indexes].sort((a, b) => a - b)).toEqual(indexes);
				for (const index of indexes) {
					const message = chats[chat]?.messages.at(index) as Message;
					expect(message.timestamp >= options.since).toBe(true);
					if (options.keepPlaceholders.length > 0 && message.kind === 'media')
						continue;
					expect(message.kind).toBe('text');
					expect(isDropped(message.text)).toBe(false);
				}
			}
		}),
		{numRuns: 300},
	);
});

test('nothing held out is newer in training, and the same input gives the same bytes', () => {
	fc.assert(
		fc.property(chats, options, (chats, options) => {
			const first = buildDataset(chats, options, isDropped);
			const again = buildDataset(structuredClone(chats), options, isDropped);
			expect([...toJsonl(again.examples)]).toEqual([
				...toJsonl(first.examples),
			]);
			for (const held of first.validation)
				for (const example of first.examples)
					if (example.chat === held.chat)
						expect(example.indexes[0]).toBeLessThan(held.indexes[0] ?? 0);
		}),
		{numRuns: 100},
	);
});

test('without anonymisation each original stands in its entry as it was written', () => {
	fc.assert(
		fc.property(chats, options, (chats, options) => {
			const {examples} = buildDataset(chats, {
				...options,
				anonymize: false,
				prefix: 'none',
				openers: 'keep',
				keepPlaceholders: [],
				system: '',
			});
			for (const {messages, indexes, chat} of examples)
				expect(messages.map(({content}) => content).join('\n')).toBe(
					indexes
						.map(index => chats[chat]?.messages.at(index)?.text)
						.join('\n'),
				);
		}),
	);
});

test('replies joined and nobody begun by me: a strict alternation, whatever else is asked for', () => {
	fc.assert(
		fc.property(
			chats,
			options,
			fc.constantFrom<DatasetOptions['openers'][]>('nudge', 'drop'),
			(chats, options, openers) => {
				const {examples, validation} = buildDataset(
					chats,
					{...options, separateReplies: false, openers},
					isDropped,
				);
				for (const {messages} of [...examples, ...validation]) {
					const turns = messages.filter(({role}) => role !== 'system');
					expect(turns.length % 2).toBe(0);
					for (const [at, {role}] of turns.entries())
						expect(role).toBe(at % 2 === 0 ? 'user' : 'assistant');
				}
			},
		),
	);
});
