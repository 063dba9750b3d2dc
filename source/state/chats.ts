import type {ReadEvent} from '../chats/files/events.ts';
import type {Chat, DateOrder} from '../chats/message.ts';
import {
	type EditorAction,
	type EditorState,
	emptyEditor,
	reduceEditor,
} from '../components/editor.ts';
import {
	type ChatRow,
	chatRow,
	isOf,
	type Settled,
	settledRows,
	withRead,
} from './chat-rows.ts';
import {type Move, moveCursor, toggled} from './list.ts';
import {receiptOf} from './receipt.ts';

/** Step 1: which exports there are, and which are picked. */
export type ChatsStep = {
	/** Whether the project's own chats are shown instead of the owner's. */
	demo: boolean;
	/** Whether exports are still being looked for or read. */
	reading: boolean;
	/** How many files were found. */
	found: number;
	rows: readonly ChatRow[];
	/** The name that is most likely the owner's, once all are read. */
	likely: string | null;
	/** A file that is read anew with its dates in another order. */
	reorder: {file: string; order: DateOrder} | null;
	/** By file. */
	picked: ReadonlySet<string>;
	/** Whether chats that are still to be read are picked too: all of them were asked for. */
	picksAll: boolean;
	cursor: number;
	filter: EditorState;
	/** Whether typing goes to the filter. */
	filtering: boolean;
	/** Scroll offset of the open receipt; null while it is closed. */
	receipt: number | null;
};

export type ChatsAction =
	| {type: 'chats/read'; event: ReadEvent}
	| {type: 'chats/settled'; settled: Settled}
	| {type: 'chats/reorder'}
	| {type: 'chats/reordered'; chat: Chat | null}
	| {type: 'chats/demo'}
	| {type: 'chats/move'; move: Move}
	| {type: 'chats/toggle'}
	| {type: 'chats/toggle-all'}
	| {type: 'chats/filter'; open: boolean}
	| {type: 'chats/edit'; edit: EditorAction}
	| {type: 'chats/receipt'; open: boolean}
	| {type: 'chats/receipt-scroll'; by: number};

export const noChats: ChatsStep = {
	demo: false,
	reading: true,
	found: 0,
	rows: [],
	likely: null,
	reorder: null,
	picked: new Set(),
	picksAll: false,
	cursor: 0,
	filter: emptyEditor,
	filtering: false,
	receipt: null,
};

/** The rows that the filter leaves; it looks at titles, people and file names. */
export function visibleRows(step: ChatsStep): readonly ChatRow[] {
	const wanted = step.filter.text.trim().toLocaleLowerCase();
	if (wanted === '') return step.rows;
	return step.rows.filter(row =>
		searchText(row).toLocaleLowerCase().includes(wanted),
	);
}

function searchText(row: ChatRow): string {
	if (row.kind !== 'chat') return row.file;
	const {title, participants} = row.summary;
	return [row.file, title, ...participants.map(({name}) => name)].join('\n');
}

/** The chats that are picked, in the order of the list. */
export function pickedChats(step: ChatsStep): Chat[] {
	return step.rows.flatMap(row =>
		row.kind === 'chat' && step.picked.has(row.file) ? [row.chat] : [],
	);
}

/** Whether something is picked that is still to be read. */
export const isWaiting = (step: ChatsStep): boolean =>
	step.rows.some(({kind, file}) => kind === 'pending' && step.picked.has(file));

export function rowAtCursor(step: ChatsStep): ChatRow | undefined {
	return visibleRows(step)[step.cursor];
}

export function reduceChats(step: ChatsStep, action: ChatsAction): ChatsStep {
	switch (action.type) {
		case 'chats/read':
			return afterReading(step, action.event);
		case 'chats/settled':
			return settle(step, action.settled);
		case 'chats/reorder':
			return reorder(step);
		case 'chats/reordered':
			return reordered(step, action.chat);
		case 'chats/demo':
			return step.rows.length === 0 && !step.reading
				? {...noChats, demo: true}
				: step;
		case 'chats/move':
			return {
				...step,
				cursor: moveCursor(step.cursor, action.move, visibleRows(step).length),
			};
		case 'chats/toggle': {
			const row = rowAtCursor(step);
			return !row || row.kind === 'unreadable'
				? step
				: {...step, picked: toggled(step.picked, row.file)};
		}
		case 'chats/toggle-all':
			return toggleAll(step);
		case 'chats/filter':
			return {...step, filtering: action.open};
		case 'chats/edit':
			return {
				...step,
				filter: reduceEditor(step.filter, action.edit),
				cursor: 0,
			};
		case 'chats/receipt':
			return {...step, receipt: action.open && rowAtCursor(step) ? 0 : null};
		case 'chats/receipt-scroll':
			return {...step, receipt: scrollReceipt(step, action.by)};
	}
}

function afterReading(step: ChatsStep, event: ReadEvent): ChatsStep {
	if (event.type === 'found') {
		const rows = event.files.map(file => ({kind: 'pending' as const, file}));
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
function settle(step: ChatsStep, settled: Settled): ChatsStep {
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
function reorder(step: ChatsStep): ChatsStep {
	const row = rowAtCursor(step);
	if (row?.kind !== 'chat' || !canReorder(row)) return step;
	const order = row.chat.dateOrder === 'dmy' ? 'mdy' : 'dmy';
	return {...step, reorder: {file: row.file, order}};
}

/** Certain orders stay; so do chats made of several exports, each with an order of its own. */
export const canReorder = (row: ChatRow | undefined): boolean =>
	row?.kind === 'chat' && !row.chat.dateOrderCertain && row.joined.length === 0;

function reordered(step: ChatsStep, chat: Chat | null): ChatsStep {
	const rows = step.rows.map(row =>
		chat && row.kind === 'chat' && row.file === chat.file
			? // The owner has chosen, and may choose again.
				chatRow({...chat, dateOrderCertain: false})
			: row,
	);
	return {...step, rows, reorder: null};
}

/** Scrolls no further than there is something to read. */
function scrollReceipt(step: ChatsStep, by: number): number {
	const row = rowAtCursor(step);
	return moveCursor(step.receipt ?? 0, by, row ? receiptOf(row).length : 0);
}

/** Picks all that the filter shows, or, where all of them are picked, none of them. */
function toggleAll(step: ChatsStep): ChatsStep {
	const files = visibleRows(step).flatMap(row =>
		row.kind === 'unreadable' ? [] : [row.file],
	);
	const isAll =
		step.picksAll ||
		(files.length > 0 && files.every(file => step.picked.has(file)));
	const picked = new Set(step.picked);
	for (const file of files) {
		if (isAll) picked.delete(file);
		else picked.add(file);
	}
	return {
		...step,
		picked,
		picksAll: !isAll && step.reading && step.filter.text === '',
	};
}
