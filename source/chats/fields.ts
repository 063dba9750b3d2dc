import type {Columns} from './columns.ts';
import {KINDS} from './columns.ts';
import {namer} from './from-messages.ts';
import {isInk, MessageList} from './list.ts';
import type {Messages} from './message.ts';
import {toSeconds} from './timestamp.ts';

/** What is asked of every message of a chat, without a message being made for it. */
export type Fields = {
	columns: Pick<Columns, 'length' | 'time' | 'sender' | 'names' | 'kind'>;
	textAt(place: number): string;
	/** Whether a text is seen to begin with an ASCII sign that has ink; false says nothing. */
	hasInkAt(place: number): boolean;
};

/** The fields of messages; those of an array are gathered, but for the texts, which stay where they are. */
export function fieldsOf(messages: Messages): Fields {
	if (messages instanceof MessageList) return messages;
	const {length} = messages;
	const columns = {
		length,
		time: new Float64Array(length),
		sender: new Uint32Array(length),
		names: [null] as (string | null)[],
		kind: new Uint8Array(length),
	};
	const placeOf = namer(columns.names);
	let at = 0;
	for (const {timestamp, sender, kind} of messages) {
		columns.time[at] = toSeconds(timestamp);
		columns.sender[at] = placeOf(sender);
		columns.kind[at] = KINDS.indexOf(kind);
		at++;
	}
	const textAt = (place: number) => messages.at(place)?.text ?? '';
	return {
		columns,
		textAt,
		hasInkAt: place => isInk(textAt(place).charCodeAt(0)),
	};
}

/** Each name once, by first appearance. */
export function sendersOf(messages: Messages): Set<string> {
	const senders = new Set<string>();
	if (messages instanceof MessageList) {
		const {sender, names} = messages.columns;
		const known = new Uint8Array(names.length);
		for (const place of sender) {
			if (known[place] === 1) continue;
			known[place] = 1;
			const name = names[place];
			if (typeof name === 'string') senders.add(name);
		}
		return senders;
	}
	for (const {sender} of messages) if (sender !== null) senders.add(sender);
	return senders;
}

/** The sender of the message at a place, which must be one of the chat. */
export function senderAt(messages: Messages, place: number): string | null {
	if (!(messages instanceof MessageList))
		return messages.at(place)?.sender ?? null;
	const {sender, names} = messages.columns;
	return names[sender[place] as number] ?? null;
}

/** The text of the message at a place, which must be one of the chat. */
export const textAt = (messages: Messages, place: number): string =>
	messages instanceof MessageList
		? messages.textAt(place)
		: (messages.at(place)?.text ?? '');
