import fc from 'fast-check';
import {useInput} from 'ink';
import {useReducer, useState} from 'react';
import {describe, expect, test} from 'vitest';
import {
	type Bubble,
	type LayoutCache,
	layoutBubbles,
	type Row,
} from '../../source/components/bubbles.ts';
import {cellWidth} from '../../source/components/display-text.ts';
import {
	type Extent,
	followNewest,
	newerMarker,
	offsetFromBottom,
	reduceScroll,
	type ScrollMove,
	type ScrollState,
	visibleRows,
} from '../../source/components/scroll.ts';
import {Transcript} from '../../source/components/transcript.tsx';
import {theme} from '../../source/theme.ts';
import {keys, mount} from '../helpers/screen.ts';

const drawn = ({side, indent, bar, text}: Row): string =>
	(side === 'left'
		? `${bar}${bar && ' '}${text}`
		: `${' '.repeat(indent)}${text}${bar && ' '}${bar}`
	).trimEnd();

const layout = (bubbles: Bubble[], width: number): string[] =>
	layoutBubbles(bubbles, width).map(drawn);

describe('layoutBubbles', () => {
	test('each line is a bubble, neighbours share the name, sides differ', () => {
		expect(
			layout(
				[
					{
						id: 1,
						side: 'left',
						author: 'Anna',
						text: 'hey\nhow are you doing today?',
					},
					{id: 2, side: 'left', author: 'Anna', text: '😂'},
					{id: 3, side: 'right', author: 'you', text: 'fine'},
					{id: 4, side: 'centre', text: 'Anna opens'},
				],
				20,
			),
		).toEqual([
			'Anna',
			'▖ hey',
			'▖ how are you',
			'▌ doing today?',
			'▖ 😂',
			'',
			'                 you',
			'              fine ▗',
			'',
			'     Anna opens',
		]);
	});

	test('a wrapped bubble on the right is one block', () => {
		expect(
			layout([{id: 1, side: 'right', text: 'one two three four'}], 16),
		).toEqual(['    one two    ▗', '    three four ▐']);
	});

	test.each<[Bubble['status'], string, string[]]>([
		['streaming', '', ['▖ …']],
		['streaming', 'he', ['▖ he …']],
		['streaming', 'he\n', ['▖ he …']],
		['stopped', 'he', ['▖ he', '■ stopped']],
		['failed', '', ['✗ failed']],
		[undefined, 'a\n\n\nb', ['▖ a', '▖ b']],
	])('%s %j', (status, text, rows) => {
		expect(
			layout([{id: 1, side: 'left', text, ...(status && {status})}], 40),
		).toEqual(rows);
	});

	test('what was looked for is pointed out, what stands under it is told', () => {
		expect(
			layout(
				[
					{id: 1, side: 'left', text: 'hey', isMarked: true, note: '2/3'},
					{id: 2, side: 'right', text: 'fine', isMarked: true},
					{id: 3, side: 'left', text: 'ok', status: 'stopped', note: '1/2'},
				],
				20,
			),
		).toEqual([
			'► hey',
			'2/3',
			'',
			'              fine ◄',
			'',
			'▖ ok',
			'■ stopped · 1/2',
		]);
	});

	test('hostile and wide text never leaves the pane', () => {
		const text = fc.array(
			fc.constantFrom(
				'😂',
				'👨‍👩‍👧‍👦',
				'مرحبا',
				'क्षत्रिय',
				'\u001B[2J',
				'longword',
				' ',
				'\n',
				'你好',
			),
			{maxLength: 30},
		);
		fc.assert(
			fc.property(
				text,
				fc.constantFrom('left', 'right', 'centre'),
				fc.integer({min: 6, max: 60}),
				(parts, side, width) => {
					for (const row of layoutBubbles(
						[{id: 1, side, author: 'Zoë 👩‍🚀', text: parts.join('')}],
						width,
					)) {
						expect(cellWidth(drawn(row))).toBeLessThanOrEqual(width);
						expect(row.text).not.toContain('\u001B');
					}
				},
			),
		);
	});

	test('while a reply streams, only its own rows are laid out anew', () => {
		const cache: LayoutCache = new Map();
		const first: Bubble = {id: 1, side: 'left', text: 'before'};
		const [before] = layoutBubbles(
			[first, {id: 2, side: 'left', text: 'he'}],
			40,
			cache,
		);
		const again = layoutBubbles(
			[{...first}, {id: 2, side: 'left', text: 'hello'}],
			40,
			cache,
		);
		expect(again[0]).toBe(before);
		expect(again.map(drawn)).toEqual(['▖ before', '▖ hello']);
		layoutBubbles([first], 40, cache);
		expect([...cache.keys()]).toEqual([1]);
	});
});

describe('reduceScroll', () => {
	const extent: Extent = {rows: 100, bubbles: 50, height: 10};
	test.each<[ScrollMove[], number]>([
		[[], 0],
		[['up'], 1],
		[['up', 'down'], 0],
		[['page up'], 9],
		[['page up', 'page up', 'page down'], 9],
		[['top'], 90],
		[['top', 'up'], 90],
		[['top', 'bottom'], 0],
		[['down'], 0],
	])('%j is %i rows from the end', (moves, offset) => {
		const state = moves.reduce<ScrollState>(
			(known, move) => reduceScroll(known, move, extent),
			followNewest,
		);
		expect(offsetFromBottom(state, extent)).toBe(offset);
	});

	test('what fits does not scroll', () => {
		const small = {rows: 5, bubbles: 5, height: 10};
		expect(reduceScroll(followNewest, 'page up', small)).toEqual(followNewest);
	});

	test('new text moves nothing that is being read, and is counted', () => {
		const state = reduceScroll(followNewest, 'page up', extent);
		const rows = Array.from({length: 130}, (_, row) => row);
		const grown = {rows: 130, bubbles: 53, height: 10};
		const seen = (at: Extent) =>
			visibleRows(rows.slice(0, at.rows), 10, offsetFromBottom(state, at));
		expect(seen(grown)).toEqual(seen(extent));
		expect(newerMarker(state, extent)).toBe('↓ more');
		expect(newerMarker(state, grown)).toBe('↓ 3 new');
		expect(newerMarker(followNewest, grown)).toBeNull();
		const further = reduceScroll(state, 'up', grown);
		expect(newerMarker(further, grown)).toBe('↓ 3 new');
	});

	test.each([
		[10, 3, 0, [7, 8, 9]],
		[10, 3, 2, [5, 6, 7]],
		[10, 3, 99, [0, 1, 2]],
		[2, 3, 0, [0, 1]],
		[2, 3, 5, [0, 1]],
		[5, 0, 0, []],
	])('of %i rows in %i, %i from the end', (total, height, offset, seen) => {
		const rows = Array.from({length: total}, (_, row) => row);
		expect(visibleRows(rows, height, offset)).toEqual(seen);
	});
});

/** A chat in which 'n' brings a message; arrows scroll. */
function Chat({count = 20, width = 30}: {count?: number; width?: number}) {
	const [bubbles, add] = useReducer(
		(known: Bubble[]) => [
			...known,
			{
				id: known.length,
				side: 'left',
				author: 'Anna',
				text: `message ${known.length}`,
			} satisfies Bubble,
		],
		Array.from(
			{length: count},
			(_, id): Bubble => ({
				id,
				side: 'left',
				author: 'Anna',
				text: `message ${id}`,
			}),
		),
	);
	const [extent, setExtent] = useState<Extent>({
		rows: 0,
		bubbles: 0,
		height: 0,
	});
	const [scroll, move] = useReducer(
		(state: ScrollState, by: ScrollMove) => reduceScroll(state, by, extent),
		followNewest,
	);
	useInput((input, key) => {
		if (input === 'n') add();
		if (key.upArrow) move('up');
		if (key.pageUp) move('page up');
		if (key.end) move('bottom');
	});
	return (
		<Transcript
			bubbles={bubbles}
			width={width}
			height={6}
			scroll={scroll}
			onExtent={setExtent}
			palette={theme}
		/>
	);
}

describe('Transcript', () => {
	test('follows the newest until it is scrolled up, then says what is new', async () => {
		const screen = await mount(<Chat />);
		await screen.press('n');
		await screen.until('message 20');
		await screen.press(keys.pageUp);
		await screen.until('↓ more');
		const before = screen.text();
		expect(before).not.toContain('message 20');
		await screen.press('n', 'n');
		await screen.until('↓ 2 new');
		expect(screen.text()).toContain(before.split('\n')[0]);
		await screen.press(keys.end);
		await screen.until('message 22');
		expect(screen.text()).not.toContain('↓');
	});

	test('goes to a bubble at once, and tells where that is', async () => {
		const bubbles = Array.from(
			{length: 100},
			(_, id): Bubble => ({id, side: 'left', text: `message ${id}`}),
		);
		const gone: ScrollState[] = [];
		const screen = await mount(
			<Transcript
				bubbles={bubbles}
				width={30}
				height={6}
				scroll={followNewest}
				goTo={50}
				onGone={scroll => gone.push(scroll)}
				palette={theme}
			/>,
		);
		expect(screen.text()).toMatch(
			/^▖ message 48\n▖ message 49\n▖ message 50\n/,
		);
		expect(gone).toEqual([{top: 48, seen: 100}]);
	});

	test('only the rows that are seen are rendered', async () => {
		const screen = await mount(<Chat count={5000} />, {rows: 10});
		const shown = screen.text().trim().split('\n');
		expect(shown).toHaveLength(6);
		expect(shown.at(-1)).toBe('▖ message 4999');
	});

	test('sides are told apart by place and name as well as by colour', async () => {
		const screen = await mount(
			<Transcript
				bubbles={[
					{id: 1, side: 'left', author: 'Anna', text: 'مرحبا 👨‍👩‍👧‍👦 ok'},
					{id: 2, side: 'right', author: 'you', text: '你好', status: 'failed'},
				]}
				width={24}
				height={8}
				scroll={followNewest}
				palette={theme}
			/>,
		);
		expect(screen.text().trimEnd().split('\n')).toEqual([
			'Anna',
			'▖ مرحبا 👨 ok',
			'',
			'                     you',
			'                  你好 ▗',
			'                ✗ failed',
		]);
		expect(screen.styleOf('▖').colour).toBe(theme.theirs);
		expect(screen.styleOf('▗').colour).toBe(theme.mine);
		expect(screen.styleOf('✗').colour).toBe(theme.danger);
	});
});
