import {expect, test} from 'vitest';
import {toMarkdown} from '../../source/store/markdown.ts';
import type {Turn} from '../../source/store/session-log.ts';

const turn = (id: number, part: Partial<Turn>): Turn => ({
	id,
	role: 'user',
	text: '',
	status: 'done',
	...part,
});

test('a conversation as Markdown: what was written shows as written', () => {
	const turns = [
		turn(1, {text: 'Start a chat with Ada.', nudge: true}),
		turn(2, {role: 'assistant', text: 'hey\n\n- *soup*?\n1. <b>\u001B[31m'}),
		turn(3, {text: '# no_heading'}),
		turn(4, {role: 'assistant', text: 'ok', status: 'stopped'}),
	];
	expect(toMarkdown({title: null, turns}, 'Mika')).toBe(
		[
			'# \\# no\\_heading',
			'*Start a chat with Ada.*',
			'**Mika:** hey  \n\\- \\*soup\\*?  \n1\\. \\<b\\>',
			'**Me:** \\# no\\_heading',
			'**Mika:** ok *(stopped)*',
			'',
		]
			.join('\n\n')
			.replace(/\n\n$/, '\n'),
	);
});
