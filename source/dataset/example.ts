import {senderAt, textAt} from '../chats/fields.ts';
import type {Chat, Message} from '../chats/message.ts';
import type {ChatTable} from './columns.ts';
import {nudge} from './openers.ts';
import {firstPlaceholder, placeholderOf} from './table.ts';
import type {
	BuiltExample,
	DatasetOptions,
	Entry,
	Provenance,
	Source,
} from './types.ts';

/** What the examples of one chat are written with. */
export type Writing = {
	chat: Chat;
	table: ChatTable;
	options: Pick<DatasetOptions, 'system' | 'separateReplies' | 'sources'>;
	/** By sender, as written. */
	labels: ReadonlyMap<string, string>;
	/** The label of whom a conversation of mine alone was meant for; null where nobody else is in the chat. */
	partner: string | null;
	/** Rule 7. */
	prefixed: boolean;
	/** Replaces names in a text of this chat. */
	anonymize: (text: string) => string;
};

/** An example that knows where it comes from is written; rule 9 puts the system message first. */
export function makeExample(
	provenance: Provenance,
	writing: Writing,
): BuiltExample {
	const {options, table} = writing;
	const {system, separateReplies} = options;
	const messages: Entry[] = system ? [{role: 'system', content: system}] : [];
	if (provenance.nudged)
		messages.push({
			role: 'user',
			content: nudge(nudgedTo(provenance, writing)),
		});
	let current: Entry | undefined;
	for (const index of provenance.indexes) {
		const role = table.mine[index] === 1 ? 'assistant' : 'user';
		const line = writeLine(index, writing);
		if (current?.role !== role || (separateReplies && role === 'assistant')) {
			current = {role, content: line};
			messages.push(current);
		} else current.content += `\n${line}`;
	}
	const example: BuiltExample = Object.assign(provenance, {messages});
	if (options.sources) example.source = sourceOf(example, writing);
	return example;
}

/** Whom an example is from, and when. */
function sourceOf(example: BuiltExample, writing: Writing): Source {
	const {chat, options, table} = writing;
	const people = new Set<string>();
	const times: Source['times'] = options.system ? [null] : [];
	if (example.nudged) {
		people.add(nudgedTo(example, writing));
		times.push(null);
	}
	const pauses: number[] = [];
	let last: number | undefined;
	let before = 0;
	for (const index of example.indexes) {
		const seconds = table.seconds[index] as number;
		const mine = table.mine[index] as number;
		const {sender, timestamp} = chat.messages.at(index) as Message;
		if (last !== mine || (options.separateReplies && mine === 1))
			times.push(timestamp);
		if (mine === 0) people.add(labelOf(sender, writing));
		else if (last === 1) pauses.push(seconds - before);
		last = mine;
		before = seconds;
	}
	return {
		chat: chat.title,
		people: [...people],
		times,
		...(pauses.length > 0 ? {pauses} : {}),
	};
}

const labelOf = (sender: string | null, {labels}: Writing): string =>
	labels.get(sender ?? '') ?? sender ?? '';

/** Rule 5: who writes next in the conversation, else the chat's partner. */
function nudgedTo({nudgedTo: next}: Provenance, writing: Writing): string {
	const {chat, labels, partner} = writing;
	const sender = next === null ? null : senderAt(chat.messages, next);
	return labels.get(sender ?? '') ?? partner ?? '';
}

/** One original as it is trained on: rule 7's prefix, once, and the names replaced. */
export function writeLine(index: number, writing: Writing): string {
	const {chat, table, prefixed, anonymize} = writing;
	const fate = table.fate[index] as number;
	const line =
		fate < firstPlaceholder
			? anonymize(textAt(chat.messages, index))
			: `[${placeholderOf(fate)}]`;
	return prefixed && table.mine[index] === 0
		? `${labelOf(senderAt(chat.messages, index), writing)}: ${line}`
		: line;
}
