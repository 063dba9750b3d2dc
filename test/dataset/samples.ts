import type {Chat, Message, MessageKind} from '../../source/chats/message.ts';
import type {Kept} from '../../source/dataset/columns.ts';
import {keepMessages} from '../../source/dataset/kept.ts';
import {defaults} from '../../source/dataset/options.ts';
import {tabulate} from '../../source/dataset/table.ts';
import type {
	DatasetOptions,
	Dropped,
	Example,
} from '../../source/dataset/types.ts';

/** Who, when (`02 18:30` is the second of January 2024) and what, of what kind. */
export type Line = [
	sender: string | null,
	when: string,
	text: string,
	kind?: MessageKind,
];

export const messagesOf = (lines: readonly Line[]): Message[] =>
	lines.map(([sender, when, text, kind = 'text']) => ({
		timestamp: `2024-01-${when.slice(0, 2)}T${when.slice(3).padEnd(8, ':00')}`,
		sender,
		text,
		kind,
	}));

export const chatOf = (lines: readonly Line[], title = 'Anna'): Chat => ({
	file: `${title}.txt`,
	title,
	platform: 'ios',
	messages: messagesOf(lines),
	dateOrder: 'dmy',
	dateOrderCertain: true,
	lines: {
		total: lines.length,
		headers: lines.length,
		continuations: 0,
		unread: [],
	},
	warnings: [],
});

/** The owner is `me`; nothing is held out unless asked for, so that all examples are in one list. */
export const optionsOf = (
	changes: Partial<DatasetOptions> = {},
): DatasetOptions => ({...defaults, me: ['me'], validation: 0, ...changes});

export const tableOf = (lines: readonly Line[]) =>
	tabulate(chatOf(lines), {
		isMine: sender => sender === 'me',
		levelOf: null,
	});

export const keptOf = (lines: readonly Line[]): Kept =>
	keepMessages(tableOf(lines), {...defaults, threshold: 1}).kept;

/** The texts at positions of kept messages, from one up to another. */
export const textsAt = (
	lines: readonly Line[],
	{index}: Kept,
	from: number,
	to: number,
	left: Uint8Array | null = null,
): string[] =>
	[...index.subarray(from, to)]
		.filter((_, at) => left?.[from + at] !== 1)
		.map(place => lines[place]?.[2] ?? '');

/** `u:` and `a:` in front of the entries' contents (`s:` for the system message). */
export const short = ({messages}: Example): string[] =>
	messages.map(({role, content}) => `${role[0]}:${content}`);

export const sum = (dropped: Dropped): number =>
	Object.values(dropped).reduce((total, count) => total + count, 0);
