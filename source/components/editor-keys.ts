import type {Key} from 'ink';
import type {EditorAction} from './editor.ts';

/** What a key press means in a text: an edit, or that the text is finished. */
export type EditorKeyAction = EditorAction | {type: 'submit'};

const controls: Record<string, EditorKeyAction> = {
	a: {type: 'home'},
	b: {type: 'left'},
	d: {type: 'delete'},
	e: {type: 'end'},
	f: {type: 'right'},
	h: {type: 'backspace'},
	j: {type: 'newline'},
	k: {type: 'kill to end'},
	m: {type: 'submit'},
	u: {type: 'kill to start'},
	w: {type: 'kill word'},
};

/** What terminals send for alt with an arrow or a word key. */
const metas: Record<string, EditorKeyAction> = {
	b: {type: 'word left'},
	f: {type: 'word right'},
	'\r': {type: 'newline'},
	'\n': {type: 'newline'},
};

/**
 * The actions of what Ink's `useInput` hands over, in order: keys hit within one tick arrive as one string, so `abc\r` is an insertion and a submission.
 * Empty where the key is not for the editor (escape, tab, pages, releases); pasted text is an `insert` and does not come through here.
 */
export function editorActions(input: string, key: Key): EditorKeyAction[] {
	if (key.eventType === 'release' || key.escape || key.tab) {
		return [];
	}
	const named = namedAction(key);
	if (named) {
		return [named];
	}
	if (key.ctrl) {
		return known(controls[input]);
	}
	if (key.meta) {
		return known(metas[input]);
	}
	return typed(input);
}

function namedAction(key: Key): EditorKeyAction | undefined {
	const byWord = key.ctrl || key.meta;
	const pairs: [boolean, EditorKeyAction][] = [
		[key.return, {type: key.meta || key.shift ? 'newline' : 'submit'}],
		[key.backspace, {type: byWord ? 'kill word' : 'backspace'}],
		[key.delete, {type: 'delete'}],
		[key.leftArrow, {type: byWord ? 'word left' : 'left'}],
		[key.rightArrow, {type: byWord ? 'word right' : 'right'}],
		[key.upArrow && !key.shift, {type: 'up'}],
		[key.downArrow && !key.shift, {type: 'down'}],
		[key.home, {type: 'home'}],
		[key.end, {type: 'end'}],
	];
	return pairs.find(([pressed]) => pressed)?.[1];
}

/** Text with its line ends as keys: return submits, a line feed (Ctrl+J) is a line break. */
function typed(input: string): EditorKeyAction[] {
	return input
		.split(/(\r\n?|\n)/)
		.filter(part => part !== '')
		.map(part => {
			if (part === '\n') {
				return {type: 'newline'};
			}
			return part.startsWith('\r')
				? {type: 'submit'}
				: {type: 'insert', text: part};
		});
}

const known = (action: EditorKeyAction | undefined): EditorKeyAction[] =>
	action ? [action] : [];
