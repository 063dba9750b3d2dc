import {Text, useInput} from 'ink';
import {useState} from 'react';
import {describe, expect, test} from 'vitest';
import {
	type EditorKeyAction,
	editorActions,
} from '../../source/components/editor-keys.ts';
import {ctrl, keys, mount} from '../helpers/screen.ts';

const insert = (text: string): EditorKeyAction => ({type: 'insert', text});

/** Prints the actions of what was pressed: what terminals send is read by Ink itself. */
function Probe() {
	const [actions, setActions] = useState<EditorKeyAction[]>([]);
	useInput((input, key) => {
		const more = editorActions(input, key);
		setActions(known => [...known, ...more]);
	});
	return <Text>{`${JSON.stringify(actions)}.`}</Text>;
}

describe('editorActions', () => {
	test.each<[name: string, data: string, actions: EditorKeyAction[]]>([
		['a letter', 'a', [insert('a')]],
		['an upper-case letter', 'A', [insert('A')]],
		['an emoji', '👨‍👩‍👧‍👦', [insert('👨‍👩‍👧‍👦')]],
		['a space', ' ', [insert(' ')]],
		['enter', keys.enter, [{type: 'submit'}]],
		['a chunk with enter', 'abc\r', [insert('abc'), {type: 'submit'}]],
		[
			'a chunk with a line feed',
			'a\nb',
			[insert('a'), {type: 'newline'}, insert('b')],
		],
		['ctrl+j', ctrl('j'), [{type: 'newline'}]],
		['alt+enter', keys.altEnter, [{type: 'newline'}]],
		['shift+enter (kitty)', '\u001B[13;2u', [{type: 'newline'}]],
		['backspace', keys.backspace, [{type: 'backspace'}]],
		['ctrl+h', '\b', [{type: 'backspace'}]],
		[
			'two backspaces',
			'\u007F\u007F',
			[{type: 'backspace'}, {type: 'backspace'}],
		],
		['alt+backspace', '\u001B\u007F', [{type: 'kill word'}]],
		['delete', keys.delete, [{type: 'delete'}]],
		['left', keys.left, [{type: 'left'}]],
		['ctrl+left', '\u001B[1;5D', [{type: 'word left'}]],
		['alt+b', '\u001Bb', [{type: 'word left'}]],
		['alt+f', '\u001Bf', [{type: 'word right'}]],
		['up', keys.up, [{type: 'up'}]],
		['shift+up scrolls', keys.shiftUp, []],
		['home', keys.home, [{type: 'home'}]],
		['ctrl+a', ctrl('a'), [{type: 'home'}]],
		['ctrl+e', ctrl('e'), [{type: 'end'}]],
		['ctrl+u', ctrl('u'), [{type: 'kill to start'}]],
		['ctrl+k', ctrl('k'), [{type: 'kill to end'}]],
		['ctrl+w', ctrl('w'), [{type: 'kill word'}]],
		['ctrl+x', ctrl('x'), []],
		['tab', keys.tab, []],
		['escape', keys.escape, []],
		['page up', keys.pageUp, []],
		['a released key (kitty)', '\u001B[97;1:3u', []],
	])('%s', async (_, data, actions) => {
		const screen = await mount(<Probe />, {columns: 200});
		await screen.press(data);
		expect(screen.text().trim()).toBe(`${JSON.stringify(actions)}.`);
	});
});
