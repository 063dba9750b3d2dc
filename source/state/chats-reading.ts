import type {ReadEvent} from '../chats/files/events.ts';
import type {Chat} from '../chats/message.ts';
import {
	type ChatRow,
	chatRow,
	isOf,
	pendingRows,
	type Settled,
	settledRows,
	withRead,
} from './chat-rows.ts';
import {type ChatsStep, rowAtCursor, visibleRows} from './chats-step.ts';

/** A chat that was read is picked where it, or all of them, were asked for. */
export function afterReading(step: ChatsStep, event: ReadEvent): ChatsStep {
	if (event.type === 'found') {
		const rows = pendingRows(event.files);
		return {...step, found: event.files.length, rows};
	}
	const rows = withRead(step.rows, event);
	if (event.type === 'unreadable') return {...step, rows};
	const {file} = event.chat;
	const asked = [...step.picked].some(picked => isOf(file, picked));
	if (!asked && !step.picksAll) return {...step, rows};
	return {...step, rows, picked: new Set([...step.picked, file])};
}

/** A chat is picked if one of its exports was; the cursor stays on its chat while the rows find their order. */
export function settle(step: ChatsStep, settled: Settled): ChatsStep {
	const rows = settledRows(step.rows, settled);
	const {picked} = step;
	const isPicked = (row: ChatRow) =>
		row.kind === 'chat' &&
		[row.file, ...row.joined].some(file => picked.has(file));
	const after: ChatsStep = {
		...step,
		rows,
		likely: settled.likely,
		reading: false,
		picksAll: false,
		picked: new Set(rows.filter(isPicked).map(({file}) => file)),
	};
	const current = step.cursor > 0 ? rowAtCursor(step)?.file : undefined;
	const cursor = visibleRows(after).findIndex(({file}) => file === current);
	return {...after, cursor: Math.max(cursor, 0)};
}

/** Days and months change places where nothing in the file says which is which. */
export function reorder(step: ChatsStep): ChatsStep {
	const row = rowAtCursor(step);
	if (row?.kind !== 'chat' || !canReorder(row)) return step;
	const order = row.chat.dateOrder === 'dmy' ? 'mdy' : 'dmy';
	return {...step, reorder: {file: row.file, order}};
}

/** Certain orders stay; so do chats made of several exports, each with an order of its own. */
export const canReorder = (row: ChatRow | undefined): boolean =>
	row?.kind === 'chat' && !row.chat.dateOrderCertain && row.joined.length === 0;

/** The chat as it was read anew; null where that failed. */
export function reordered(step: ChatsStep, chat: Chat | null): ChatsStep {
	const rows = step.rows.map(row =>
		chat && row.kind === 'chat' && row.file === chat.file
			? // The owner has chosen, and may choose again.
				chatRow({...chat, dateOrderCertain: false})
			: row,
	);
	return {...step, rows, reorder: null};
}
