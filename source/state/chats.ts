import type {ReadEvent} from '../chats/files/events.ts';
import type {Chat, ChatSummary} from '../chats/message.ts';
import {summarise} from '../chats/summary.ts';
import {
	type EditorAction,
	type EditorState,
	emptyEditor,
	reduceEditor,
} from '../components/editor.ts';
import {type Move, moveCursor, toggled} from './list.ts';

/** A row of the list of exports: a chat, or a file that could not be read and why. */
export type ChatRow =
	| {kind: 'chat'; file: string; chat: Chat; summary: ChatSummary}
	| {kind: 'unreadable'; file: string; error: string};

/** Step 1: which exports there are, and which are picked. */
export type ChatsStep = {
	/** Whether the project's own chats are shown instead of the owner's. */
	demo: boolean;
	/** Whether exports are still being looked for or read. */
	reading: boolean;
	/** How many files were found. */
	found: number;
	rows: ChatRow[];
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
	| {type: 'chats/read-all'}
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
	picked: new Set(),
	picksAll: false,
	cursor: 0,
	filter: emptyEditor,
	filtering: false,
	receipt: null,
};

/** The rows that the filter leaves; it looks at titles, people and file names. */
export function visibleRows(step: ChatsStep): ChatRow[] {
	const wanted = step.filter.text.trim().toLocaleLowerCase();
	if (wanted === '') return step.rows;
	return step.rows.filter(row =>
		searchText(row).toLocaleLowerCase().includes(wanted),
	);
}

function searchText(row: ChatRow): string {
	if (row.kind === 'unreadable') return row.file;
	return [
		row.file,
		row.summary.title,
		...row.summary.participants.map(({name}) => name),
	].join('\n');
}

/** The chats that are picked, in the order of the list. */
export function pickedChats(step: ChatsStep): Chat[] {
	return step.rows.flatMap(row =>
		row.kind === 'chat' && step.picked.has(row.file) ? [row.chat] : [],
	);
}

export function rowAtCursor(step: ChatsStep): ChatRow | undefined {
	return visibleRows(step)[step.cursor];
}

export function reduceChats(step: ChatsStep, action: ChatsAction): ChatsStep {
	switch (action.type) {
		case 'chats/read':
			return afterReading(step, action.event);
		case 'chats/read-all':
			return {...step, reading: false, picksAll: false};
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
			return row?.kind === 'chat'
				? {...step, picked: toggled(step.picked, row.file)}
				: step;
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
			return {...step, receipt: Math.max((step.receipt ?? 0) + action.by, 0)};
	}
}

function afterReading(step: ChatsStep, event: ReadEvent): ChatsStep {
	if (event.type === 'found') return {...step, found: event.files.length};
	if (event.type === 'unreadable') {
		return {
			...step,
			rows: [
				...step.rows,
				{kind: 'unreadable', file: event.file, error: event.error},
			],
		};
	}
	const {chat} = event;
	const {file} = chat;
	return {
		...step,
		rows: [...step.rows, {kind: 'chat', file, chat, summary: summarise(chat)}],
		picked: step.picksAll ? new Set([...step.picked, file]) : step.picked,
	};
}

/** Picks all that the filter shows, or, where all of them are picked, none of them. */
function toggleAll(step: ChatsStep): ChatsStep {
	const files = visibleRows(step).flatMap(row =>
		row.kind === 'chat' ? [row.file] : [],
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
