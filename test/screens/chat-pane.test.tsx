import {expect, test} from 'vitest';
import {ChatPane} from '../../source/screens/chat-pane.tsx';
import {startChat} from '../../source/state/chat-step.ts';
import type {StyleCard} from '../../source/twin/prompt/style-card.ts';
import {mount} from '../helpers/screen.ts';
import {twin} from '../state/samples.ts';

const card: StyleCard = {
	replies: 40,
	messages: 60,
	words: {median: 5, most: 11},
	characters: {median: 25, most: 60},
	burst: {mean: 1.5, single: 0.6},
	lowerCase: 0.8,
	emoji: {share: 0.3, favourites: ['🥔']},
	endings: {bare: 0.7, stop: 0.1, question: 0.1, exclamation: 0.1},
	openers: ['naaa', 'heyyy'],
	languages: [],
};

const step = {
	...startChat(twin, {pane: 'likeness', rhythm: true}),
	paneFocused: true,
	portrayed: true,
	likeness: {replies: 40, twin: card, owner: card, figure: 0.82},
};

const draw = (columns: number, rows: number) =>
	mount(<ChatPane step={step} size={{columns, rows}} />, {columns, rows});

// What the frame leaves of 60×16, 80×24, 100×30 and 120×36, and less than that.
test.each([
	[58, 11],
	[78, 19],
	[36, 25],
	[36, 31],
])(
	'the likeness fits into %i×%i: each measure once, with both values',
	async (columns, rows) => {
		const screen = await draw(columns, rows);
		const text = screen.text();
		expect(text).toMatch(/settings +compare +memory +●likeness/);
		expect(text).toContain('likeness 82 % of 40 replies');
		for (const name of [
			'words a message',
			'messages in a row',
			'with an emoji',
			'small first letter',
			'no end mark',
			'questions',
		])
			expect(text.split(name)).toHaveLength(2);
		expect(text.match(/\btwin\b.* 5\b/g)).toHaveLength(1);
		expect(text.match(/\byou\b.* 5\b/g)).toHaveLength(1);
		expect(text.match(/\b80 %/g)).toHaveLength(2);
	},
);

test('where not all measures fit, the last ones are left out and nothing overlaps', async () => {
	const screen = await draw(58, 7);
	const text = screen.text();
	expect(text).toContain('likeness 82 % of 40 replies');
	expect(text).toContain('words a message');
	expect(text).toContain('with an emoji');
	expect(text).not.toContain('no end mark');
	expect(text.trimEnd().split('\n')).toHaveLength(7);
});

test('there is room for how each begins where the window is high', async () => {
	const screen = await draw(36, 31);
	expect(screen.text()).toContain('you begin: naaa, heyyy');
});
