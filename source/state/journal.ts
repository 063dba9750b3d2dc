import type {State} from '../state.ts';
import {changesBetween, type Entry} from '../store/session-log.ts';
import type {ChatStep} from './chat-step.ts';

/** What of the conversations is not in their files yet. */
export type Journal = {
	/** Names this run in the ids of its sessions. */
	run: string;
	/** How many sessions it has begun. */
	begun: number;
	/** In order; an entry goes once it is written. */
	unsaved: readonly Unsaved[];
	/** How many entries there were when writing failed; null while it works. With the next one it is tried again. */
	failedAt: number | null;
	/** Sessions whose files are to go. */
	doomed: readonly string[];
};

export type Unsaved = {session: string; n: number; entry: Entry};

export type JournalAction =
	| {type: 'journal/saved'; written: readonly Unsaved[]}
	| {type: 'journal/failed'; reason: string}
	| {type: 'journal/add'; unsaved: Unsaved}
	| {type: 'journal/remove'; session: string}
	| {type: 'journal/removed'; session: string};

export const emptyJournal = (run: string): Journal => ({
	run,
	begun: 0,
	unsaved: [],
	failedAt: null,
	doomed: [],
});

export function reduceJournal(
	journal: Journal,
	action: JournalAction,
): Journal {
	switch (action.type) {
		case 'journal/saved': {
			const written = new Set(action.written);
			return {
				...journal,
				unsaved: journal.unsaved.filter(entry => !written.has(entry)),
				failedAt: null,
			};
		}
		case 'journal/failed':
			return {...journal, failedAt: journal.unsaved.length};
		case 'journal/add':
			return {...journal, unsaved: [...journal.unsaved, action.unsaved]};
		case 'journal/remove':
			return {
				...journal,
				doomed: [...journal.doomed, action.session],
				unsaved: journal.unsaved.filter(
					({session}) => session !== action.session,
				),
			};
		case 'journal/removed':
			return {
				...journal,
				doomed: journal.doomed.filter(session => session !== action.session),
			};
	}
}

/** The first time that a conversation cannot be kept, that is said. */
export function onJournal(state: State, action: JournalAction): State {
	const journal = reduceJournal(state.journal, action);
	return action.type === 'journal/failed' && state.journal.failedAt === null
		? {
				...state,
				journal,
				notice: `This conversation is not kept: ${action.reason}.`,
			}
		: {...state, journal};
}

/** Notes what an action has changed in the conversation on the screen. A session begins with its first turn. */
export function withJournal(before: State, after: State): State {
	const {chat} = after;
	if (!chat || chat === before.chat) return after;
	const same =
		before.chat?.twin.id === chat.twin.id &&
		before.chat.session === chat.session
			? before.chat
			: null;
	if (chat.session === null)
		return chat.turns.length > 0 ? begin(after, chat) : after;
	return same ? note(after, chat, changesOf(same, chat)) : after;
}

function begin(state: State, chat: ChatStep): State {
	const {twin, turns, title, partner} = chat;
	const {run, begun} = state.journal;
	const session = `${twin.id}~${run}~${begun}`;
	const entries: Entry[] = [
		{type: 'begin', twin: {id: twin.id, name: twin.name}},
		...(title === null ? [] : [{type: 'title' as const, title}]),
		...(partner === null ? [] : [{type: 'partner' as const, partner}]),
		...changesBetween([], turns),
	];
	const journal = {...state.journal, begun: begun + 1};
	return note(
		{...state, journal} as State,
		{...chat, session, last: 0},
		entries,
	);
}

function changesOf(before: ChatStep, after: ChatStep): Entry[] {
	const {title, partner} = after;
	return [
		...changesBetween(before.turns, after.turns),
		...(before.title === title ? [] : [{type: 'title' as const, title}]),
		...(before.partner === partner
			? []
			: [{type: 'partner' as const, partner}]),
	];
}

function note(state: State, chat: ChatStep, entries: Entry[]): State {
	const {session, last} = chat;
	if (session === null || entries.length === 0) return state;
	const unsaved = entries.map((entry, at) => ({
		session,
		n: last + at + 1,
		entry,
	}));
	return {
		...state,
		chat: {...chat, last: last + entries.length},
		journal: {
			...state.journal,
			unsaved: [...state.journal.unsaved, ...unsaved],
		},
	} as State;
}
