import {dateOrderHint} from '../evidence.ts';
import type {Chat, DateOrder} from '../message.ts';
import type {ReadEvent} from './events.ts';
import {sentences} from './sentences.ts';
import type {Readers} from './threads.ts';

/** What came of a target, and the file to ask for it once more. */
export type Found = {
	event: Exclude<ReadEvent, {type: 'found'}>;
	target: string;
};

/**
 * The same events in the same order, with chats whose order of day and month nothing in them decides read once more where
 * the other files of the run decide it. What comes behind such a chat waits with it until all files are read.
 */
export async function* settled(
	all: AsyncIterable<Found>,
	readers: Readers,
): AsyncGenerator<ReadEvent> {
	const chats: Chat[] = [];
	let held: Found[] = [];
	for await (const found of all) {
		if (found.event.type === 'chat') chats.push(found.event.chat);
		held.push(found);
		if (isUndecided(held[0])) continue;
		const first = held.findIndex(isUndecided);
		const ready = held.splice(0, first < 0 ? held.length : first);
		for (const {event} of ready) yield event;
	}
	while (held.length > 0) {
		const [{event, target}, ...rest] = held as [Found, ...Found[]];
		held = rest;
		if (event.type === 'unreadable') yield event;
		else {
			const order = event.chat.dateOrderCertain
				? null
				: dateOrderHint(event.chat, chats);
			const chat = order && (await reread(event.chat, target, order, readers));
			yield chat ? {type: 'chat', chat} : event;
		}
	}
}

function isUndecided(found: Found | undefined): boolean {
	return found?.event.type === 'chat' && !found.event.chat.dateOrderCertain;
}

async function reread(
	{file}: Chat,
	target: string,
	dateOrder: DateOrder,
	readers: Readers,
): Promise<Chat | null> {
	const result = await readers.read(target, {hints: {dateOrder}});
	if ('error' in result) return null;
	const chat = result.chats.find(each => each.file === file);
	if (!chat) return null;
	return {
		...chat,
		warnings: [...chat.warnings, sentences.orderOfOthers],
	};
}
