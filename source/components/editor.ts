import {stripVTControlCharacters} from 'node:util';
import {moveRow} from './editor-rows.ts';
import {
	after,
	before,
	boundaryAt,
	lineEnd,
	lineStart,
	wordAfter,
	wordBefore,
} from './positions.ts';

export type EditorState = {
	readonly text: string;
	/** Offset in UTF-16 units; always between two graphemes. */
	readonly cursor: number;
	/** The column that a run of ups and downs tries to stay in. */
	readonly column?: number;
};

export type EditorAction =
	/** Typed or pasted text; line breaks are kept, other control characters dropped. */
	| {type: 'insert'; text: string}
	/** Another text altogether, the cursor at its end. */
	| {type: 'set'; text: string}
	| {type: EditorCommand};

type EditorCommand =
	| 'newline'
	| 'backspace'
	| 'delete'
	| 'left'
	| 'right'
	| 'word left'
	| 'word right'
	| 'home'
	| 'end'
	| 'up'
	| 'down'
	| 'kill to start'
	| 'kill to end'
	| 'kill word'
	| 'clear';

/** More than anybody types: what a paste has beyond it is left out, or each key would wrap all of it anew. */
export const mostCharacters = 20_000;

export const emptyEditor: EditorState = {text: '', cursor: 0};

/** An editor that holds a text, the cursor at its end. */
export const editorWith = (text: string): EditorState =>
	insert(emptyEditor, text);

/**
 * The next state of a text that is being edited; graphemes are never torn.
 * `width` is the columns that the text is wrapped to: `up` and `down` move between the rows on the screen. An action that changes nothing (`up` on the first row) returns the state itself.
 */
export function reduceEditor(
	state: EditorState,
	action: EditorAction,
	width = Number.POSITIVE_INFINITY,
): EditorState {
	const {text, cursor} = state;
	switch (action.type) {
		case 'insert':
			return insert(state, action.text);
		case 'newline':
			return insert(state, '\n');
		case 'set':
			return editorWith(action.text);
		case 'clear':
			return text === '' ? state : emptyEditor;
		case 'backspace':
			return remove(state, before(text, cursor), cursor);
		case 'delete':
			return remove(state, cursor, after(text, cursor));
		case 'left':
			return move(state, before(text, cursor));
		case 'right':
			return move(state, after(text, cursor));
		case 'word left':
			return move(state, wordBefore(text, cursor));
		case 'word right':
			return move(state, wordAfter(text, cursor));
		case 'home':
			return move(state, lineStart(text, cursor));
		case 'end':
			return move(state, lineEnd(text, cursor));
		case 'up':
			return moveRow(state, -1, width);
		case 'down':
			return moveRow(state, 1, width);
		case 'kill to start':
			return remove(state, lineStart(text, cursor), cursor);
		case 'kill to end':
			return remove(state, cursor, lineEnd(text, cursor));
		case 'kill word':
			return remove(state, wordBefore(text, cursor), cursor);
	}
}

function insert(state: EditorState, typed: string): EditorState {
	const {text, cursor} = state;
	const room = Math.max(mostCharacters - text.length, 0);
	// Not within the two halves of a character.
	const added = typeable(typed.slice(0, room * 2))
		.slice(0, room)
		.replace(/[\uD800-\uDBFF]$/, '');
	return added === ''
		? state
		: at(
				text.slice(0, cursor) + added + text.slice(cursor),
				cursor + added.length,
			);
}

function remove(state: EditorState, from: number, to: number): EditorState {
	const {text} = state;
	return from === to ? state : at(text.slice(0, from) + text.slice(to), from);
}

const move = (state: EditorState, cursor: number): EditorState =>
	cursor === state.cursor && state.column === undefined
		? state
		: {text: state.text, cursor};

/** What is on both sides of a change may have become one grapheme (the halves of two flags): the cursor goes after it. */
const at = (text: string, cursor: number): EditorState => ({
	text,
	cursor: boundaryAt(text, cursor),
});

/** What may stand in a message: no control sequences, no half characters; a tab is four spaces. */
function typeable(text: string): string {
	return stripVTControlCharacters(
		text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n'),
	)
		.replaceAll('\t', '    ')
		.replaceAll(/[\x00-\x09\x0B-\x1F\x7F-\x9F]|\p{Surrogate}/gu, '');
}
