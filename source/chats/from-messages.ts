import {bytesOf} from './bytes.ts';
import {type Columns, emptyColumns, KINDS, UTF8} from './columns.ts';
import {MessageList} from './list.ts';
import type {Messages} from './message.ts';
import {STEP, withoutPauses} from './steps.ts';
import {toSeconds} from './timestamp.ts';

/** Messages as a list that has columns: themselves, or made of them. */
export function listOf(messages: Messages): MessageList {
	return messages instanceof MessageList
		? messages
		: withoutPauses(listInSteps(messages));
}

/** The same for messages that have no columns, with pauses in which a screen can be drawn. */
export function* listInSteps(messages: Messages): Generator<void, MessageList> {
	return new MessageList(yield* columnsFrom(messages));
}

function* columnsFrom(messages: Messages): Generator<void, Columns> {
	const texts: Buffer[] = [];
	for (const {text} of messages) {
		if (texts.push(bytesOf(text)) % STEP === 0) yield;
	}
	const columns = emptyColumns(texts.length, Buffer.concat(texts));
	const placeOf = namer(columns.names);
	let at = 0;
	let end = 0;
	for (const {timestamp, sender, kind} of messages) {
		columns.from[at] = end;
		end += (texts[at] as Buffer).length;
		columns.to[at] = end;
		columns.written[at] = UTF8;
		columns.time[at] = toSeconds(timestamp);
		columns.sender[at] = placeOf(sender);
		columns.kind[at] = KINDS.indexOf(kind);
		if (++at % STEP === 0) yield;
	}
	return columns;
}

/** Gives each name its place in the list, where new ones are added. */
export function namer(
	names: (string | null)[],
): (name: string | null) => number {
	const places = new Map(names.map((name, place) => [name, place]));
	return name => {
		let place = places.get(name);
		if (place === undefined) {
			place = names.push(name) - 1;
			places.set(name, place);
		}
		return place;
	};
}
