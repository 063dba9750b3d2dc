import {
	type EditorAction,
	type EditorState,
	editorWith,
	emptyEditor,
	reduceEditor,
} from '../components/editor.ts';
import {type Session, titleOf} from '../store/session-log.ts';
import {type Move, moveCursor} from './list.ts';
import {lower, lowered, placesOf, wordsOf} from './search.ts';

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

/** A conversation that the search leaves, with the newest place that it was found in; null where only its title or its twin has the words. */
export type FoundSession = {
	session: Session;
	found: string | null;
	/** Of what is looked for, what neither title nor twin has; all of it where they have it all. */
	words: readonly string[];
};

/** The conversations that hold every word that is looked for. */
export function foundSessions({all, search}: SessionsStep): FoundSession[] {
	const wanted = wordsOf(search.text);
	return (all ?? []).flatMap(session => {
		const names = lower(`${titleOf(session)} ${session.twin.name}`);
		const rest = wanted.filter(word => !names.includes(word));
		const texts = lowered(session.turns);
		const isFound = rest.every(word => texts.some(text => text.includes(word)));
		if (!isFound) return [];
		const words = rest.length > 0 ? rest : wanted;
		const place = placesOf(session.turns, words).at(-1)?.text;
		return [{session, words, found: place ? around(place, words) : null}];
	});
}

/** The words around what was found, on one line. */
function around(text: string, words: readonly string[]): string {
	const line = text.replaceAll(/\s+/g, ' ');
	const word = words.find(each => lower(line).includes(each)) ?? '';
	const at = lower(line).indexOf(word);
	const from = Math.max(line.lastIndexOf(' ', Math.max(at - 24, 0)), 0);
	return `${from > 0 ? '…' : ''}${line.slice(from).trim()}`;
}

/** The one at the cursor. */
export const sessionAt = (step: SessionsStep): FoundSession | undefined =>
	foundSessions(step)[step.cursor];

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
			const session = sessionAt(step)?.session;
			return session ? {...rest, title: editorWith(titleOf(session))} : rest;
		}
		case 'sessions/cancel':
			return {...rest, title: null};
		default:
			return step;
	}
}
