import type {State} from '../state.ts';
import type {Session} from '../store/session-log.ts';
import type {Twin} from '../store/types.ts';
import {findNewest} from './chat-find.ts';
import {type ChatStep, startChat} from './chat-step.ts';
import {reduceJournal} from './journal.ts';
import {
	type FoundSession,
	foundSessions,
	reduceSessions,
	type SessionsAction,
	type SessionsStep,
	sessionAt,
	startSessions,
} from './sessions.ts';

/** The chat with a twin: where it was left. */
export function chatWith({chat, latest, habits}: State, twin: Twin): ChatStep {
	if (chat?.twin.id === twin.id) return chat;
	const session = latest?.twin.id === twin.id ? latest : null;
	return startChat(twin, habits, session);
}

/** The list of conversations and what it does to the one on the screen. */
export function onSessions(state: State, action: SessionsAction): State {
	const {sessions} = state;
	if (action.type === 'sessions/show')
		return {...state, sessions: startSessions};
	if (action.type === 'sessions/close') return {...state, sessions: null};
	if (!sessions) return state;
	const at = sessionAt(sessions);
	const session = at?.session;
	if (action.type === 'sessions/open') return at ? open(state, at) : state;
	if (action.type === 'sessions/rename' && !action.open && sessions.title)
		return session ? rename(state, sessions, session) : state;
	if (action.type === 'sessions/delete')
		return session ? remove(state, sessions, session) : state;
	return {...state, sessions: reduceSessions(sessions, action)};
}

/** Goes on with a conversation, with the twin that it was had with; where words were looked for, at the place where they were said. */
function open(state: State, {session, words}: FoundSession): State {
	const {chat} = state;
	if (chat?.session === session.id)
		return {...state, chat: findNewest(chat, words), sessions: null} as State;
	const twin = [chat?.twin, ...state.twins].find(
		twin => twin?.id === session.twin.id,
	);
	if (!twin)
		return {
			...state,
			notice: `The twin of this conversation, ${session.twin.name}, is gone: x deletes it.`,
		};
	const opened = findNewest(
		startChat(twin, chat ?? state.habits, session),
		words,
	);
	return {...state, screen: 'chat', chat: opened, sessions: null} as State;
}

function rename(state: State, sessions: SessionsStep, session: Session): State {
	const title = sessions.title?.text.trim() || null;
	const isOpen = state.chat?.session === session.id;
	const last = session.last + 1;
	return {
		...state,
		sessions: {
			...sessions,
			title: null,
			all: (sessions.all ?? []).map(each =>
				each === session ? {...session, title, last} : each,
			),
		},
		// The conversation on the screen notes its own changes.
		...(isOpen
			? {chat: {...state.chat, title}}
			: {
					journal: reduceJournal(state.journal, {
						type: 'journal/add',
						unsaved: {
							session: session.id,
							n: last,
							entry: {type: 'title', title},
						},
					}),
				}),
	} as State;
}

/** Asks once; then the conversation goes, from the screen too. */
function remove(state: State, sessions: SessionsStep, session: Session): State {
	if (!sessions.deleting)
		return {...state, sessions: {...sessions, deleting: true}};
	const all = (sessions.all ?? []).filter(each => each !== session);
	const isOpen = state.chat?.session === session.id;
	const left = {...sessions, all, deleting: false};
	const most = Math.max(foundSessions(left).length - 1, 0);
	return {
		...state,
		sessions: {...left, cursor: Math.min(sessions.cursor, most)},
		journal: reduceJournal(state.journal, {
			type: 'journal/remove',
			session: session.id,
		}),
		...(isOpen && state.chat
			? {chat: startChat(state.chat.twin, state.chat)}
			: {}),
	} as State;
}
