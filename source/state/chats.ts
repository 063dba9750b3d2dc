import type {ReadEvent} from '../chats/files/events.ts';
import type {Chat} from '../chats/message.ts';
import {type EditorAction, reduceEditor} from '../components/editor.ts';
import type {Settled} from './chat-rows.ts';
import {afterReading, reorder, reordered, settle} from './chats-reading.ts';
import {
	type ChatsStep,
	noChats,
	rowAtCursor,
	visibleRows,
} from './chats-step.ts';
import {type Move, moveCursor, toggled} from './list.ts';
import {receiptOf} from './receipt.ts';

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
