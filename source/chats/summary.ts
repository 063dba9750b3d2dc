import type {Chat, ChatSummary, Participant} from './message.ts';

/** Who wrote in a chat: most messages first, equal counts by first appearance. */
export function participants(chat: Chat): Participant[] {
	const counts = new Map<string, number>();
	for (const {sender} of chat.messages)
		if (sender !== null) counts.set(sender, (counts.get(sender) ?? 0) + 1);
	// Sorting is stable, so equal counts stay in the order of the map.
	return [...counts]
		.map(([name, messages]) => ({name, messages}))
		.sort((one, other) => other.messages - one.messages);
}

/** What is known of a chat without its messages (design, section 6, `inspect --json`). */
export function summarise(chat: Chat): ChatSummary {
	const byKind = {text: 0, media: 0, system: 0, deleted: 0};
	for (const {kind} of chat.messages) byKind[kind]++;
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
