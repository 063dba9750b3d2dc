import type {Chat, Message} from '../chats/message.ts';
import {nudge} from './openers.ts';
import type {ChatOutline} from './outline.ts';
import {provenanceOf} from './provenance.ts';
import {firstPlaceholder, placeholderOf} from './table.ts';
import type {
	BuiltExample,
	ChatTable,
	Cut,
	DatasetOptions,
	Entry,
	Source,
} from './types.ts';

/** What the examples of one chat are written with. */
export type Writing = {
	chat: Chat;
	/** Of the chat among the chats given, from 0. */
	place: number;
	table: ChatTable;
	outline: ChatOutline;
	options: DatasetOptions;
	/** By sender, as written. */
	labels: ReadonlyMap<string, string>;
	/** The label of whom a conversation of mine alone was meant for; null where nobody else is in the chat. */
	partner: string | null;
	/** Rule 7. */
	prefixed: boolean;
	/** Replaces names in a text of this chat. */
	anonymize: (text: string) => string;
};

/** A cut becomes an example that knows where it comes from; rule 9 puts the system message first. */
export function makeExample(cut: Cut, writing: Writing): BuiltExample {
	const {chat, outline, options, place, table} = writing;
	const {system, pairs, separateReplies} = options;
	const provenance = provenanceOf(cut, outline, place, pairs);
	const messages: Entry[] = system ? [{role: 'system', content: system}] : [];
	const source: Source = {
		chat: chat.title,
		people: [],
		times: messages.map(() => null),
	};
	if (cut.nudged) {
		const label = nudgedTo(cut, writing);
		messages.push({role: 'user', content: nudge(label)});
		source.people.push(label);
		source.times.push(null);
	}
	let current: Entry | undefined;
	let other: string | null = null;
	for (const index of provenance.indexes) {
		const {sender, timestamp} = chat.messages.at(index) as Message;
		const role = table.mine[index] === 1 ? 'assistant' : 'user';
		const line = write(index, writing);
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
	return {messages, source, ...provenance};
}

function addPerson(people: string[], label: string): void {
	if (!people.includes(label)) people.push(label);
}

const labelOf = (sender: string | null, {labels}: Writing): string =>
	labels.get(sender ?? '') ?? sender ?? '';

/** Rule 5: who writes next in the conversation, else the chat's partner. */
function nudgedTo({conversation}: Cut, writing: Writing): string {
	const {chat, labels, outline, partner} = writing;
	const {index, mine} = outline.kept;
	const {own, to} = conversation;
	const next = mine.subarray(own, to).indexOf(0);
	const sender =
		next < 0 ? null : chat.messages.at(index[own + next] as number)?.sender;
	return labels.get(sender ?? '') ?? partner ?? '';
}

/** One original as it is trained on: rule 7's prefix, once, and the names replaced. */
function write(index: number, writing: Writing): string {
	const {chat, table, prefixed, anonymize} = writing;
	const {sender, text} = chat.messages.at(index) as Message;
	const fate = table.fate[index] as number;
	const line =
		fate < firstPlaceholder ? anonymize(text) : `[${placeholderOf(fate)}]`;
	return prefixed && table.mine[index] === 0
		? `${labelOf(sender, writing)}: ${line}`
		: line;
}
