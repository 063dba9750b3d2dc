import {Box, Text, useInput, usePaste} from 'ink';
import {useReducer} from 'react';
import {describe, expect, test} from 'vitest';
import {
	type EditorAction,
	type EditorState,
	editorWith,
	reduceEditor,
} from '../../source/components/editor.ts';
import {editorActions} from '../../source/components/editor-keys.ts';
import {Prompt, promptWindow} from '../../source/components/prompt.tsx';
import {promptTextWidth} from '../../source/components/prompt-width.ts';
import {theme} from '../../source/theme.ts';
import {ctrl, keys, mount} from '../helpers/screen.ts';

/** A prompt below a heading and inside a frame, as on a screen; what was sent stands above it. */
function Writer({
	width = 30,
	maxRows = 4,
	text = '',
	isFocused = true,
}: {
	width?: number;
	maxRows?: number;
	text?: string;
	isFocused?: boolean;
}) {
	const [{state, sent}, dispatch] = useReducer(write, {
		state: editorWith(text),
		sent: '',
	});
	useInput((input, key) => {
		for (const action of editorActions(input, key)) {
			dispatch({...action, width: promptTextWidth(width)});
		}
	});
	usePaste(pasted => dispatch({type: 'insert', text: pasted, width: 0}));
	return (
		<Box flexDirection="column" paddingLeft={3}>
			<Text>sent: {JSON.stringify(sent)}</Text>
			<Prompt
				state={state}
				width={width}
				maxRows={maxRows}
				placeholder="write something"
				isFocused={isFocused}
				palette={theme}
			/>
			<Text>below</Text>
		</Box>
	);
}

function write(
	{state, sent}: {state: EditorState; sent: string},
	action: (EditorAction | {type: 'submit'}) & {width: number},
) {
	return action.type === 'submit'
		? {state: editorWith(''), sent: state.text}
		: {state: reduceEditor(state, action, action.width), sent};
}

describe('Prompt', () => {
	test('shows its placeholder, and the cursor where one will write', async () => {
		const screen = await mount(<Writer />);
		expect(screen.text()).toContain('❯ write something');
		expect(screen.styleOf('write something').colour).toBe(theme.muted);
		await screen.until(() => screen.cursor().isVisible);
		expect(screen.cursor()).toEqual({x: 5, y: 1, isVisible: true});
	});

	test('types, edits and sends', async () => {
		const screen = await mount(<Writer />);
		await screen.type('helo');
		await screen.press(keys.left, 'l', ctrl('e'));
		await screen.burst(' there\r');
		await screen.until('sent: "hello there"');
		expect(screen.text()).toContain('write something');
	});

	test('the cursor goes with wide characters and lines', async () => {
		const screen = await mount(<Writer />);
		await screen.press('你', '👨‍👩‍👧‍👦', ctrl('j'), 'a');
		await screen.until('❯ 你👨\n     a\n   below');
		expect(screen.cursor()).toMatchObject({x: 6, y: 2});
		await screen.press(keys.up, keys.right);
		expect(screen.cursor()).toMatchObject({x: 7, y: 1});
		await screen.press(keys.delete);
		expect(screen.text()).toContain('❯ 你\n');
	});

	test('a paste of several lines stays as it is', async () => {
		const screen = await mount(<Writer />);
		await screen.paste('one\r\ntwo\u001B[2J\n\tthree');
		await screen.until('❯ one\n     two\n         three');
		await screen.press(keys.enter);
		await screen.until(String.raw`sent: "one\ntwo\n    three"`);
	});

	test('wraps words, grows to its rows, then scrolls with the cursor', async () => {
		const screen = await mount(<Writer width={12} maxRows={3} />);
		await screen.type('one two three seven eight');
		expect(screen.text().split('\n').slice(1, 5)).toEqual([
			'   ↑ three',
			'     seven',
			'     eight',
			'   below',
		]);
		await screen.press(keys.up, keys.up, keys.up);
		expect(screen.text().split('\n').slice(1, 5)).toEqual([
			'   ❯ one two',
			'     three',
			'   ↓ seven',
			'   below',
		]);
	});

	test('a long word is broken at the edge', async () => {
		const screen = await mount(<Writer width={12} text={'x'.repeat(20)} />);
		expect(screen.text()).toContain('❯ xxxxxxxxx\n     xxxxxxxxx\n     xx\n');
	});

	test('a full row leaves the cursor behind it, inside the prompt', async () => {
		const screen = await mount(<Writer width={12} text="123456789" />);
		await screen.until(() => screen.cursor().isVisible);
		expect(screen.cursor()).toMatchObject({x: 14, y: 1});
	});

	test('without focus there is no cursor and another mark', async () => {
		const screen = await mount(<Writer isFocused={false} text="later" />);
		expect(screen.text()).toContain('› later');
		expect(screen.cursor().isVisible).toBe(false);
	});
});

test.each([
	[1, 0, 4, {first: 0, height: 1}],
	[10, 0, 4, {first: 0, height: 4}],
	[10, 3, 4, {first: 0, height: 4}],
	[10, 4, 4, {first: 1, height: 4}],
	[10, 9, 4, {first: 6, height: 4}],
	[10, 9, 0, {first: 9, height: 1}],
])(
	'of %i rows with the cursor in %i, %i are seen',
	(total, row, most, seen) => {
		expect(promptWindow(total, row, most)).toEqual(seen);
	},
);
