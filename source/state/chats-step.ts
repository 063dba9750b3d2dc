import type {Chat, DateOrder} from '../chats/message.ts';
import {type EditorState, emptyEditor} from '../components/editor.ts';
import type {ChatRow} from './chat-rows.ts';

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

/** Before anything is found. */
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

/** The row that the cursor is on; undefined in an empty list. */
export function rowAtCursor(step: ChatsStep): ChatRow | undefined {
	return visibleRows(step)[step.cursor];
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
