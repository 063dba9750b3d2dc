import type {ReadEvent} from '../chats/files/events.ts';
import type {Chat, ChatSummary} from '../chats/message.ts';
import {summarise} from '../chats/summary.ts';

/** A row of the list of exports: a chat, a file still to be read, or one that could not be and why. */
export type ChatRow =
	| {
			kind: 'chat';
			file: string;
			chat: Chat;
			summary: ChatSummary;
			/** Other exports of the same chat that are in it. */
			joined: readonly string[];
	  }
	| {kind: 'pending'; file: string}
	| {kind: 'unreadable'; file: string; error: string};

export type ReadableRow = Extract<ChatRow, {kind: 'chat'}>;

/** What reading found out when it was done: exports of the same chat made one, and whose chats these most likely are. */
export type Settled = {
	chats: readonly Chat[];
	merged: readonly {into: string; from: readonly string[]}[];
	/** The name that is most likely the owner's; null where nobody wrote. */
	likely: string | null;
};

export const chatRow = (
	chat: Chat,
	joined: readonly string[] = [],
): ReadableRow => ({
	kind: 'chat',
	file: chat.file,
	chat,
	summary: summarise(chat),
	joined,
});

/** As people sort: 'Chat 9' before 'Chat 10', case and accents aside. Made when first needed: it costs a millisecond. */
let names: Intl.Collator | undefined;

/** Files that are waited for, by their names. */
export function pendingRows(files: readonly string[]): ChatRow[] {
	names ??= new Intl.Collator('en', {numeric: true});
	const {compare} = names;
	return files
		.toSorted(compare)
		.map(file => ({kind: 'pending' as const, file}));
}

/** The rows with what became of a file in the place where it was waited for; a zip with several chats becomes several. */
export function withRead(
	rows: readonly ChatRow[],
	event: Exclude<ReadEvent, {type: 'found'}>,
): ChatRow[] {
	const row: ChatRow =
		event.type === 'chat'
			? chatRow(event.chat)
			: {kind: 'unreadable', file: event.file, error: event.error};
	const at = rows.findIndex(
		({kind, file}) => kind === 'pending' && isOf(row.file, file),
	);
	if (at >= 0) return rows.with(at, row);
	const last = rows.findLastIndex(({file}) => isSameArchive(file, row.file));
	return rows.toSpliced(last < 0 ? rows.length : last + 1, 0, row);
}

/** `path.zip:_chat.txt` is of `path.zip`. */
export const isOf = (chat: string, file: string): boolean =>
	chat === file || chat.startsWith(`${file}:`);

const isSameArchive = (one: string, other: string): boolean => {
	const end = other.lastIndexOf(':');
	return end > 1 && one.startsWith(other.slice(0, end + 1));
};

/** All rows once everything is read: the same chat once, the chats with most of the owner's messages first, what is unreadable last. */
export function settledRows(
	rows: readonly ChatRow[],
	{chats, merged, likely}: Settled,
): ChatRow[] {
	const known = new Map(
		rows.flatMap(row => (row.kind === 'chat' ? [[row.chat, row]] : [])),
	);
	const readable = chats.map(
		chat =>
			known.get(chat) ??
			chatRow(chat, merged.find(({into}) => into === chat.file)?.from),
	);
	const own = ({summary}: ReadableRow) =>
		summary.participants.find(({name}) => name === likely)?.messages ?? 0;
	const places = new Map(rows.map(({file}, place) => [file, place]));
	const placeOf = (file: string) => places.get(file) ?? rows.length;
	return [
		// Of equal ones, not the one that happened to be read first.
		...readable.sort(
			(one, other) =>
				own(other) - own(one) || placeOf(one.file) - placeOf(other.file),
		),
		...rows.filter(({kind}) => kind === 'unreadable'),
	];
}
