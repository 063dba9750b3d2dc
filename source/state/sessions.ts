import {
	type EditorAction,
	type EditorState,
	editorWith,
	emptyEditor,
	reduceEditor,
} from '../components/editor.ts';
import {type Session, titleOf} from '../store/session-log.ts';
import {type Move, moveCursor} from './list.ts';

/** The list of all conversations, over the chat. */
export type SessionsStep = {
	/** The one that was last talked in first; null until they are read. */
	all: readonly Session[] | null;
	cursor: number;
	/** What is looked for, in titles, names and everything that was said. */
	search: EditorState;
	searching: boolean;
	/** The title while it is being changed. */
	title: EditorState | null;
	/** Whether the one at the cursor goes with the next press. */
	deleting: boolean;
	/** Why they could not be read. */
	error: string | null;
};

export type SessionsAction =
	| {type: 'sessions/show'}
	| {type: 'sessions/close'}
	| {type: 'sessions/read'; all: readonly Session[]}
	| {type: 'sessions/failed'; reason: string}
	| {type: 'sessions/move'; move: Move}
	| {type: 'sessions/search'; open: boolean}
	| {type: 'sessions/clear'}
	| {type: 'sessions/edit'; edit: EditorAction}
	| {type: 'sessions/rename'; open: boolean}
	| {type: 'sessions/cancel'}
	| {type: 'sessions/delete'}
	| {type: 'sessions/open'};

export const startSessions: SessionsStep = {
	all: null,
	cursor: 0,
	search: emptyEditor,
	searching: false,
	title: null,
	deleting: false,
	error: null,
};

/** A conversation that the search leaves, with the first place that it was found in; null where that is its title or its twin. */
export type FoundSession = {session: Session; found: string | null};

/** The conversations that hold every word that is looked for. */
export function foundSessions({all, search}: SessionsStep): FoundSession[] {
	const words = wordsOf(search.text);
	return (all ?? []).flatMap(session => {
		const names = lower(`${titleOf(session)} ${session.twin.name}`);
		const texts = session.turns.map(({text}) => lower(text));
		const isFound = words.every(
			word => names.includes(word) || texts.some(text => text.includes(word)),
		);
		if (!isFound) return [];
		const rest = words.find(word => !names.includes(word));
		const at = texts.findLastIndex(
			text => rest !== undefined && text.includes(rest),
		);
		const found = session.turns[at]?.text;
		return [{session, found: found && rest ? around(found, rest) : null}];
	});
}

const lower = (text: string): string => text.toLocaleLowerCase();
const wordsOf = (text: string): string[] =>
	lower(text).split(/\s+/).filter(Boolean);

/** The words around what was found, on one line. */
function around(text: string, word: string): string {
	const line = text.replaceAll(/\s+/g, ' ');
	const at = Math.max(lower(line).indexOf(word), 0);
	const from = Math.max(line.lastIndexOf(' ', Math.max(at - 24, 0)), 0);
	return `${from > 0 ? '…' : ''}${line.slice(from).trim()}`;
}

/** The one at the cursor. */
export const sessionAt = (step: SessionsStep): Session | undefined =>
	foundSessions(step)[step.cursor]?.session;

/** What moves within the list; opening, renaming and deleting are the chat's. */
export function reduceSessions(
	step: SessionsStep,
	action: SessionsAction,
): SessionsStep {
	const rest = {...step, deleting: false};
	switch (action.type) {
		case 'sessions/read':
			return {...step, all: action.all};
		case 'sessions/failed':
			return {...step, all: [], error: action.reason};
		case 'sessions/move':
			return {
				...rest,
				cursor: moveCursor(
					step.cursor,
					action.move,
					foundSessions(step).length,
				),
			};
		case 'sessions/search':
			return {...rest, searching: action.open};
		case 'sessions/clear':
			return {...rest, search: emptyEditor, cursor: 0};
		case 'sessions/edit':
			return step.title
				? {...rest, title: reduceEditor(step.title, action.edit)}
				: {
						...rest,
						search: reduceEditor(step.search, action.edit),
						cursor: 0,
					};
		case 'sessions/rename': {
			const session = sessionAt(step);
			return session ? {...rest, title: editorWith(titleOf(session))} : rest;
		}
		case 'sessions/cancel':
			return {...rest, title: null};
		default:
			return step;
	}
}
