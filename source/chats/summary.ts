import {KINDS} from './columns.ts';
import {listOf} from './from-messages.ts';
import type {Chat, ChatSummary, Participant} from './message.ts';

/** Who wrote in a chat: most messages first, equal counts by first appearance. */
export function participants(chat: Chat): Participant[] {
	const {sender, names} = listOf(chat.messages).columns;
	const counts = new Uint32Array(names.length);
	for (let at = 0; at < sender.length; at++)
		(counts[sender[at] as number] as number)++;
	// Sorting is stable, so equal counts stay in the order of the names.
	return names
		.map((name, place) => ({name, messages: counts[place] as number}))
		.filter((each): each is Participant => each.name !== null)
		.sort((one, other) => other.messages - one.messages);
}

/** What is known of a chat without its messages (design, section 6, `inspect --json`). */
export function summarise(chat: Chat): ChatSummary {
	const counts = new Uint32Array(KINDS.length);
	const {kind} = listOf(chat.messages).columns;
	for (let at = 0; at < kind.length; at++)
		(counts[kind[at] as number] as number)++;
	const byKind = {text: 0, media: 0, system: 0, deleted: 0};
	for (const [place, kind] of KINDS.entries())
		byKind[kind] = counts[place] as number;
	return {
		file: chat.file,
		title: chat.title,
		platform: chat.platform,
		...(chat.form === undefined ? {} : {form: chat.form}),
		messages: chat.messages.length,
		byKind,
		participants: participants(chat),
		first: chat.messages.at(0)?.timestamp ?? null,
		last: chat.messages.at(-1)?.timestamp ?? null,
		dateOrder: chat.dateOrder,
		dateOrderCertain: chat.dateOrderCertain,
		lines: chat.lines,
		...(chat.receipt === undefined ? {} : {receipt: chat.receipt}),
		warnings: chat.warnings,
	};
}
