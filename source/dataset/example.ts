import type {Chat, Message} from '../chats/message.ts';
import {nudge} from './openers.ts';
import {firstPlaceholder, placeholderOf} from './table.ts';
import type {
	BuiltExample,
	ChatTable,
	DatasetOptions,
	Entry,
	Provenance,
	Source,
} from './types.ts';

/** What the examples of one chat are written with. */
export type Writing = {
	chat: Chat;
	table: ChatTable;
	options: Pick<DatasetOptions, 'system' | 'separateReplies'>;
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
	const {chat, options, table} = writing;
	const {system, separateReplies} = options;
	const messages: Entry[] = system ? [{role: 'system', content: system}] : [];
	const source: Source = {
		chat: chat.title,
		people: [],
		times: messages.map(() => null),
	};
	if (provenance.nudged) {
		const label = nudgedTo(provenance, writing);
		messages.push({role: 'user', content: nudge(label)});
		source.people.push(label);
		source.times.push(null);
	}
	let current: Entry | undefined;
	let other: string | null = null;
	let before: number | null = null;
	const pauses: number[] = [];
	for (const index of provenance.indexes) {
		const {sender, timestamp} = chat.messages.at(index) as Message;
		const role = table.mine[index] === 1 ? 'assistant' : 'user';
		const seconds = table.seconds[index] as number;
		if (role === 'assistant' && before !== null) pauses.push(seconds - before);
		before = role === 'assistant' ? seconds : null;
		const line = writeLine(index, writing);
		if (current?.role !== role || (separateReplies && role === 'assistant')) {
			current = {role, content: line};
			messages.push(current);
			source.times.push(timestamp);
		} else current.content += `\n${line}`;
		if (role === 'user' && sender !== other) {
			other = sender;
			addPerson(source.people, labelOf(sender, writing));
		}
	}
	if (pauses.length > 0) source.pauses = pauses;
	return {messages, source, ...provenance};
}

function addPerson(people: string[], label: string): void {
	if (!people.includes(label)) people.push(label);
}

const labelOf = (sender: string | null, {labels}: Writing): string =>
	labels.get(sender ?? '') ?? sender ?? '';

/** Rule 5: who writes next in the conversation, else the chat's partner. */
function nudgedTo({nudgedTo: next}: Provenance, writing: Writing): string {
	const {chat, labels, partner} = writing;
	const sender = next === null ? null : chat.messages.at(next)?.sender;
	return labels.get(sender ?? '') ?? partner ?? '';
}

/** One original as it is trained on: rule 7's prefix, once, and the names replaced. */
export function writeLine(index: number, writing: Writing): string {
	const {chat, table, prefixed, anonymize} = writing;
	const {sender, text} = chat.messages.at(index) as Message;
	const fate = table.fate[index] as number;
	const line =
		fate < firstPlaceholder ? anonymize(text) : `[${placeholderOf(fate)}]`;
	return prefixed && table.mine[index] === 0
		? `${labelOf(sender, writing)}: ${line}`
		: line;
}
