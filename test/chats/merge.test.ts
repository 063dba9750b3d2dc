import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {mergeExports, mergeInSteps} from '../../source/chats/merge.ts';
import type {Chat, Message} from '../../source/chats/message.ts';
import {messagesOf} from '../helpers/messages.ts';

function chatOf(messages: Message[], more: Partial<Chat> = {}): Chat {
	return {
		file: 'a.txt',
		title: 'Ana',
		platform: 'android',
		messages,
		dateOrder: 'dmy',
		dateOrderCertain: true,
		lines: {
			total: messages.length,
			headers: messages.length,
			continuations: 0,
			unread: [],
		},
		warnings: [],
		...more,
	};
}

/** A message at so many minutes after ten. */
function at(
	minutes: number,
	sender: string | null,
	text: string,
	more: Partial<Message> = {},
): Message {
	const hour = String(10 + Math.floor(minutes / 60)).padStart(2, '0');
	const minute = String(minutes % 60).padStart(2, '0');
	return {
		timestamp: `2024-03-05T${hour}:${minute}:00`,
		sender,
		text,
		kind: sender === null ? 'system' : 'text',
		...more,
	};
}

const talk = Array.from({length: 30}, (_, n) =>
	at(n * 2, n % 3 === 0 ? 'Ana' : 'Ben', n % 4 === 0 ? 'ok' : `number ${n}`),
);

const merge = (one: Message[], other: Message[], more: Partial<Chat> = {}) =>
	mergeExports([chatOf(one), chatOf(other, {file: 'b.txt', ...more})]);

describe('exports of one chat', () => {
	test.each<[string, Message[], Message[], number]>([
		['twice', talk, talk, 30],
		['a longer and a shorter one', talk, talk.slice(12), 18],
		['a shorter and a longer one', talk.slice(0, 11), talk, 11],
		['out of the middle', talk, talk.slice(8, 20), 12],
		['overlapping', talk.slice(0, 20), talk.slice(10), 10],
	])('%s', (_what, one, other, shared) => {
		const {chats, merged} = merge(one, other);
		expect(chats).toHaveLength(1);
		expect(messagesOf(chats[0])).toEqual(talk);
		const into = one.length >= other.length ? 'a.txt' : 'b.txt';
		const from = into === 'a.txt' ? 'b.txt' : 'a.txt';
		expect(merged).toEqual([{into, from: [from], shared}]);
	});

	test('that begin and end within a busy minute', () => {
		const {timestamp} = at(0, null, '');
		const busy = talk.map(message => ({...message, timestamp}));
		const {chats} = merge(busy.slice(0, 26), busy.slice(6));
		expect(chats.map(messagesOf)).toEqual([busy]);
	});

	test('two that a third one joins', () => {
		const {chats, merged} = mergeExports([
			chatOf(talk.slice(0, 13)),
			chatOf(talk.slice(16), {file: 'b.txt'}),
			chatOf(talk.slice(8, 22), {file: 'c.txt'}),
		]);
		expect(chats.map(messagesOf)).toEqual([talk]);
		expect(merged[0]?.from).toHaveLength(2);
	});

	test('what is said twice in a minute stays twice', () => {
		const twice = [...talk, at(70, 'Ana', 'ok'), at(70, 'Ana', 'ok')];
		expect(messagesOf(merge(twice, twice.slice(5)).chats[0])).toEqual(twice);
	});

	test('with and without media: the names of the files stay', () => {
		const omitted = talk.map((message, n) =>
			n === 7
				? {...message, text: '<Media omitted>', kind: 'media' as const}
				: message,
		);
		const named = omitted.map((message, n) =>
			n === 7
				? {...message, text: 'IMG-20240305-WA0001.jpg (file attached)'}
				: message,
		);
		expect(messagesOf(merge(omitted, named.slice(4)).chats[0])).toEqual(named);
	});

	test('the notice at the top has the time of the export', () => {
		const notice = 'Messages and calls are end-to-end encrypted.';
		const first = [at(0, null, notice), ...talk];
		const later = [at(600, null, notice), ...talk.slice(12)];
		expect(messagesOf(merge(first, later).chats[0])).toEqual(first);
	});

	test('what was deleted or edited since is as the newer export has it', () => {
		const since = [
			...talk.map((message, n) =>
				n === 9
					? {...message, text: 'You deleted this message', kind: 'deleted'}
					: n === 15
						? {...message, text: 'better'}
						: message,
			),
			at(100, 'Ben', 'last'),
		] as Message[];
		expect(messagesOf(merge(talk, since).chats[0])).toEqual(since);
		expect(messagesOf(merge(since, talk).chats[0])).toEqual(since);
	});

	test('from a phone without and one with seconds: the seconds stay', () => {
		const exact = talk.map((message, n) => ({
			...message,
			timestamp: message.timestamp.slice(0, 17) + String(10 + n),
		}));
		const {chats} = merge(talk, exact.slice(2), {platform: 'ios'});
		expect(chats.map(messagesOf)).toEqual([
			[...talk.slice(0, 2), ...exact.slice(2)],
		]);
	});
});

describe('large exports', () => {
	/** Fifty messages a minute, so that times tell little. */
	const long = Array.from({length: 40_000}, (_, n) =>
		at(Math.floor(n / 50), n % 3 === 0 ? 'Ana' : 'Ben', `number ${n % 9001}`),
	);
	test.each<[string, Message[], Message[]]>([
		['twice', long, [...long]],
		['a longer and a shorter one', long, long.slice(8000)],
		['overlapping', long.slice(0, 30_000), long.slice(8000)],
		['of other chats', long, long.map(each => ({...each, text: '?'}))],
	])(
		'%s: come to the same in steps, none of them over the whole',
		(_what, one, other) => {
			const chats = [chatOf(one), chatOf(other, {file: 'b.txt'})];
			let pauses = 0;
			const steps = mergeInSteps(chats);
			let step = steps.next();
			for (; !step.done; step = steps.next()) pauses++;
			// Both are looked through at least once, in stretches that are a small part of them.
			expect(pauses).toBeGreaterThan((one.length + other.length) / 4000);
			const {chats: merged} = step.value;
			if (other[0]?.text === '?') expect(merged).toHaveLength(2);
			else {
				expect(merged).toHaveLength(1);
				expect(merged[0]?.messages).toHaveLength(long.length);
			}
		},
	);
});

describe('different chats are left alone', () => {
	const others = talk.map(message => ({...message, text: `${message.text}?`}));
	const alone = talk.map(message => ({...message, sender: 'Ben'}));
	const named = (name: string) =>
		talk.map(message =>
			message.sender === 'Ana' ? {...message, sender: name} : message,
		);
	test.each<[string, Message[], Message[], Partial<Chat>]>([
		['the same people at the same times', talk, others, {}],
		[
			'a few greetings to both',
			talk,
			[...others.slice(0, 20), ...talk.slice(20, 26)],
			{},
		],
		['the same words to another person', named('Cara'), named('Dora'), {}],
		['news to nobody in particular', alone, alone, {title: 'Cara'}],
		['too little in common', talk, talk.slice(-4), {}],
		['another time', talk.slice(0, 15), talk.slice(15), {}],
		[
			'little in common without seconds',
			talk.slice(0, 10),
			talk.slice(0, 10).map(message => ({
				...message,
				timestamp: message.timestamp.replace(/00$/, '30'),
			})),
			{},
		],
		['nothing at all', [], [], {}],
	])('%s', (_what, one, other, more) => {
		const chats = [chatOf(one), chatOf(other, {file: 'b.txt', ...more})];
		expect(mergeExports(chats)).toEqual({chats, merged: []});
	});
});

describe('whatever is said', () => {
	const said = fc.record({
		pause: fc.constantFrom(0, 0, 0, 1, 3, 40),
		sender: fc.constantFrom('Ana', 'Ben', 'Cara'),
		text: fc.oneof(
			fc.constantFrom('ok', 'ja', 'lol'),
			fc.string({minLength: 1, unit: 'grapheme'}),
		),
	});
	const whole = fc
		.array(said, {minLength: 60, maxLength: 150})
		.map(parts => {
			let minutes = 0;
			return parts.map(({pause, sender, text}) => {
				minutes = Math.min(minutes + pause, 800);
				return at(minutes, sender, text);
			});
		})
		.filter(messages => new Set(messages.map(x => x.text)).size > 30);

	test('a chat and any part of it make the chat', () => {
		fc.assert(
			fc.property(whole, fc.nat(), fc.nat(), (messages, x, y) => {
				const from = x % (messages.length - 40);
				const to = from + 40 + (y % (messages.length - from - 39));
				const {chats} = merge(messages, messages.slice(from, to));
				expect(chats.map(messagesOf)).toEqual([messages]);
			}),
			{numRuns: 100},
		);
	});

	test('two parts that overlap make the chat', () => {
		fc.assert(
			fc.property(whole, fc.nat(), (messages, x) => {
				const from = x % (messages.length - 50);
				const {chats} = merge(
					messages.slice(0, from + 50),
					messages.slice(from),
				);
				expect(chats.map(messagesOf)).toEqual([messages]);
			}),
			{numRuns: 100},
		);
	});

	test('two chats stay two', () => {
		fc.assert(
			fc.property(whole, whole, (one, other) => {
				fc.pre(one.some((message, n) => message.text !== other[n]?.text));
				expect(merge(one, other).chats).toHaveLength(2);
			}),
			{numRuns: 100},
		);
	});
});
