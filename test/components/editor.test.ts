import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {graphemes} from '../../source/components/display-text.ts';
import {
	type EditorAction,
	type EditorState,
	editorWith,
	emptyEditor,
	mostCharacters,
	reduceEditor,
} from '../../source/components/editor.ts';
import {cursorPlace, editorRows} from '../../source/components/editor-rows.ts';

/** '|' is the cursor. */
const from = (marked: string): EditorState => ({
	text: marked.replace('|', ''),
	cursor: marked.indexOf('|'),
});
const marked = ({text, cursor}: EditorState): string =>
	`${text.slice(0, cursor)}|${text.slice(cursor)}`;

const family = '👨‍👩‍👧‍👦';

describe('reduceEditor', () => {
	test.each<[string, EditorAction, string]>([
		['a|c', {type: 'insert', text: 'b'}, 'ab|c'],
		['|', {type: 'insert', text: 'one\r\ntwo\rthree'}, 'one\ntwo\nthree|'],
		['|', {type: 'insert', text: 'a\u001B[31mb\u0000\u009Bc'}, 'ab|'],
		['|', {type: 'insert', text: 'a\tb'}, 'a    b|'],
		['|', {type: 'insert', text: 'x\uD83Dy'}, 'xy|'],
		['👨|', {type: 'insert', text: '\u200D👩'}, '👨‍👩|'],
		['a|b', {type: 'newline'}, 'a\n|b'],
		[`a${family}|b`, {type: 'backspace'}, 'a|b'],
		['👍🏽|', {type: 'backspace'}, '|'],
		['🇩🇪🇫🇷|', {type: 'backspace'}, '🇩🇪|'],
		['e\u0301|', {type: 'backspace'}, '|'],
		['|a', {type: 'backspace'}, '|a'],
		[`|${family}b`, {type: 'delete'}, '|b'],
		['a|', {type: 'delete'}, 'a|'],
		['a\n|b', {type: 'backspace'}, 'a|b'],
		[`a${family}|`, {type: 'left'}, `a|${family}`],
		[`|${family}a`, {type: 'right'}, `${family}|a`],
		['|a', {type: 'left'}, '|a'],
		['one two-three|', {type: 'word left'}, 'one two-|three'],
		['one |two', {type: 'word left'}, '|one two'],
		['one| two', {type: 'word right'}, 'one two|'],
		['hi 😂|', {type: 'word left'}, 'hi |😂'],
		['one\ntw|o', {type: 'home'}, 'one\n|two'],
		['o|ne\ntwo', {type: 'end'}, 'one|\ntwo'],
		['one\ntw|o', {type: 'kill to start'}, 'one\n|o'],
		['o|ne\ntwo', {type: 'kill to end'}, 'o|\ntwo'],
		['one two|', {type: 'kill word'}, 'one |'],
		['one two |', {type: 'kill word'}, 'one |'],
		['ab|c', {type: 'clear'}, '|'],
		['ab|c', {type: 'set', text: 'hello'}, 'hello|'],
		['🇩|🇫🇷', {type: 'insert', text: '🇪'}, '🇩🇪|🇫🇷'],
	])('%j, %j → %j', (before, action, after) => {
		expect(marked(reduceEditor(from(before), action))).toBe(after);
	});

	test.each<[string, 'up' | 'down', number, string]>([
		['one\ntw|o', 'up', 20, 'on|e\ntwo'],
		['on|e\ntwo', 'down', 20, 'one\ntw|o'],
		['long line|\nab', 'down', 20, 'long line\nab|'],
		['one two three|', 'up', 8, 'one t|wo three'],
		['你好|\nabcd', 'down', 20, '你好\nabcd|'],
		['你好\nabc|', 'up', 20, '你|好\nabc'],
		['abcd|efgh', 'up', 4, '|abcdefgh'],
	])('%j, %s in %i columns → %j', (before, type, width, after) => {
		expect(marked(reduceEditor(from(before), {type}, width))).toBe(after);
	});

	test('a run of downs keeps the column it came from', () => {
		let state = from('abcdef|\na\nabcdef');
		state = reduceEditor(state, {type: 'down'}, 20);
		expect(marked(state)).toBe('abcdef\na|\nabcdef');
		state = reduceEditor(state, {type: 'down'}, 20);
		expect(marked(state)).toBe('abcdef\na\nabcdef|');
	});

	test('at the first and last row, up and down are free for the history', () => {
		const state = from('one two| three');
		expect(reduceEditor(state, {type: 'up'}, 8)).toBe(state);
		const last = reduceEditor(state, {type: 'down'}, 8);
		expect(last).not.toBe(state);
		expect(reduceEditor(last, {type: 'down'}, 8)).toBe(last);
		expect(reduceEditor(emptyEditor, {type: 'up'}, 8)).toBe(emptyEditor);
	});

	test('whatever is done, no character is torn', () => {
		const commands: EditorAction['type'][] = [
			'newline',
			'backspace',
			'delete',
			'left',
			'right',
			'word left',
			'word right',
			'home',
			'end',
			'up',
			'down',
			'kill to start',
			'kill to end',
			'kill word',
		];
		const piece = fc.oneof(
			fc.constantFrom(...`${family}👍🏽🇩🇪🇫❤️1️⃣e\u0301क्षิำ \n`, family, '🇩🇪'),
			fc.string({unit: 'binary', maxLength: 3}),
		);
		const action = fc.oneof(
			piece.map(text => ({type: 'insert', text}) as EditorAction),
			fc.constantFrom(...commands).map(type => ({type}) as EditorAction),
		);
		fc.assert(
			fc.property(
				fc.array(action, {maxLength: 20}),
				fc.integer({min: 1, max: 12}),
				(actions, width) => {
					let state: EditorState = emptyEditor;
					return actions.every(next => {
						state = reduceEditor(state, next, width);
						return (
							!/\p{Surrogate}/u.test(state.text) &&
							boundaries(state.text).includes(state.cursor)
						);
					});
				},
			),
		);
	});
});

function boundaries(text: string): number[] {
	const ends = [0];
	for (const grapheme of graphemes(text)) {
		ends.push((ends.at(-1) ?? 0) + grapheme.length);
	}
	return ends;
}

describe('editorRows', () => {
	test('wraps what is drawn and keeps the offsets of the text', () => {
		const rows = editorRows(`hello ${family}${family} ok`, 8);
		expect(
			rows.map(({from, to, places}) => [
				from,
				to,
				places.map(({text}) => text).join(''),
			]),
		).toEqual([
			[0, 17, 'hello 👨'],
			[17, 31, '👨 ok'],
		]);
	});

	test.each<[string, number, number, number]>([
		['|', 10, 0, 0],
		['abcd|efgh', 4, 1, 0],
		['abcd|', 4, 0, 4],
		['ab    |', 4, 0, 4],
		['one\n|', 10, 1, 0],
		['你好|', 10, 0, 4],
	])('the cursor of %j in %i columns', (text, width, row, column) => {
		const state = from(text);
		expect(
			cursorPlace(editorRows(state.text, width), state.cursor, width),
		).toEqual({row, column});
	});

	test('a text of any length is edited at its end', () => {
		const state = editorWith('x'.repeat(10_000));
		expect(reduceEditor(state, {type: 'backspace'}).text).toHaveLength(9999);
	});
});

test('a text has an end: what is pasted beyond it is left out, and no character is torn', () => {
	const full = reduceEditor(emptyEditor, {
		type: 'insert',
		text: `${'a'.repeat(mostCharacters - 1)}😀😀`,
	});
	expect(full.text).toBe('a'.repeat(mostCharacters - 1));
	const more = reduceEditor(full, {type: 'insert', text: 'bcd'});
	expect(more.text).toBe(`${'a'.repeat(mostCharacters - 1)}b`);
	expect(reduceEditor(more, {type: 'insert', text: 'e'}).text).toBe(more.text);
});
