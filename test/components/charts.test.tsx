import {Box} from 'ink';
import {describe, expect, test} from 'vitest';
import {columnOf, placeLabels} from '../../source/components/axis.ts';
import {Chart} from '../../source/components/chart.tsx';
import {cellWidth} from '../../source/components/display-text.ts';
import {drawHistogram, Histogram} from '../../source/components/histogram.tsx';
import {drawCurves} from '../../source/components/loss-curve.ts';
import {drawMeter, Meter, percent} from '../../source/components/meter.tsx';
import {type Point, resample} from '../../source/components/resample.ts';
import type {Segment} from '../../source/components/segments.tsx';
import {drawSlider, Slider} from '../../source/components/slider.tsx';
import {theme} from '../../source/theme.ts';
import {mount} from '../helpers/screen.ts';

const plain = (rows: Segment[][]): string[] =>
	rows.map(row =>
		row
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);
const points = (...values: (number | null)[]): Point[] =>
	values.map((value, index) => ({step: index + 1, value}));

describe('drawCurves', () => {
	test('a falling loss with two validations', () => {
		const rows = drawCurves(
			{
				training: points(3, 2.5, 2, 1.75, 1.5, 1.25, 1.1, 1),
				validation: [
					{step: 4, value: 2.2},
					{step: 8, value: 1.5},
				],
			},
			27,
			8,
		);
		expect(plain(rows)).toMatchInlineSnapshot(`
			[
			  " 3.00 ┤╮",
			  " 2.60 ┤╰─╮",
			  " 2.20 ┤  ╰──╮  •",
			  " 1.80 ┤     ╰───╮",
			  " 1.40 ┤         ╰────╮    •",
			  " 1.00 ┤              ╰─────",
			  "       1                  8",
			  "─ training 1.00  • validation 1.50",
			]
		`);
	});

	test.each<[name: string, training: Point[], rows: string[]]>([
		[
			'one point',
			points(2),
			[
				'      ┤',
				' 2.00 ┤─',
				'      ┤',
				'      ┤',
				'       1',
				'    ─ training 2.00',
			],
		],
		[
			'two points',
			points(2, 1),
			[
				' 2.00 ┤─╮',
				' 1.67 ┤ ╰───╮',
				' 1.33 ┤     ╰───╮',
				' 1.00 ┤         ╰──',
				'       1          2',
				'    ─ training 1.00',
			],
		],
		[
			'equal values',
			points(2, 2, 2),
			[
				'      ┤',
				' 2.00 ┤────────────',
				'      ┤',
				'      ┤',
				'       1          3',
				'    ─ training 2.00',
			],
		],
		[
			'a gap',
			points(3, 2.5, null, Number.NaN, 1, 1),
			[
				' 3.00 ┤─╮',
				' 2.33 ┤ ╰─',
				' 1.67 ┤',
				' 1.00 ┤         ───',
				'       1          6',
				'    ─ training 1.00',
			],
		],
	])('%s', (_, training, rows) => {
		expect(plain(drawCurves({training, validation: []}, 19, 6))).toEqual(rows);
	});

	test.each<[Point[]]>([[[]], [points(null, Number.NaN)]])(
		'nothing measured: %j',
		training => {
			expect(plain(drawCurves({training, validation: []}, 30, 8))).toEqual([
				'no measurements yet',
			]);
		},
	);

	test('ten thousand steps keep to the size', () => {
		const training = Array.from({length: 10_000}, (_, step) => ({
			step,
			value: 1 + 2 / (1 + step / 500),
		}));
		const rows = plain(drawCurves({training, validation: training}, 60, 12));
		expect(rows).toHaveLength(12);
		expect(Math.max(...rows.map(cellWidth))).toBeLessThanOrEqual(60);
		expect(rows[0]).toMatch(/^ 3\.00 ┤/);
		expect(rows.at(-2)).toMatch(/^ {7}0 +9999$/);
	});
});

describe('resample', () => {
	const span = {firstStep: 0, lastStep: 10, columns: 5};
	test.each<[string, Point[], (number | null)[]]>([
		[
			'a line between two',
			[
				{step: 0, value: 0},
				{step: 10, value: 4},
			],
			[0, 1, 2, 3, 4],
		],
		[
			'the mean of a column',
			[
				{step: 0, value: 1},
				{step: 1, value: 3},
			],
			[2, null, null, null, null],
		],
		[
			'no line over a gap',
			[
				{step: 0, value: 1},
				{step: 5, value: null},
				{step: 10, value: 2},
			],
			[1, null, null, null, 2],
		],
		['nothing', [], [null, null, null, null, null]],
	])('%s', (_, measured, values) => {
		expect(resample(measured, span)).toEqual(values);
	});
});

describe('drawHistogram', () => {
	const counts = [1000, 100, 10, 1, 0, 0, 10, 1, 0, 0];
	test('kept bins are solid, dropped ones dotted, the marker is at the first dropped', () => {
		expect(
			plain(
				drawHistogram({
					counts,
					threshold: 0.6,
					width: 20,
					height: 6,
					log: true,
				}),
			),
		).toMatchInlineSnapshot(`
			[
			  "██",
			  "██▅▅",
			  "████▃▃      ⣤⣤",
			  "██████▃▃    ⣿⣿⣤⣤",
			  "────────────────────",
			  "            ▲ 0.60",
			]
		`);
	});

	test('without a logarithm a single one is still seen', () => {
		expect(
			plain(drawHistogram({counts, threshold: 0.6, width: 10, height: 4})),
		).toMatchInlineSnapshot(`
			[
			  "█",
			  "█▂▁▁  ⣀⣀",
			  "──────────",
			  " 0.60 ▲",
			]
		`);
	});

	test.each([
		[0, '▲ 0.00'],
		[0.5, '          ▲ 0.50'],
		[0.8, '           0.80 ▲'],
		[1, '              1.00 ▲'],
	])('the marker at %f', (threshold, marker) => {
		expect(
			plain(drawHistogram({counts, threshold, width: 20, height: 4})).at(-1),
		).toBe(marker);
	});

	test.each([
		[0, '█', '⣿⣿⣿'],
		[0.05, '█', '███'],
	])(
		'what scores exactly 0 is kept by a threshold of %d, and seen in the first column',
		(threshold, kept, others) => {
			const counts = [30, ...Array<number>(19).fill(0)];
			const [row = ''] = plain(
				drawHistogram({counts, zeros: 15, threshold, width: 80, height: 3}),
			);
			expect(row).toBe(kept + others);
		},
	);

	test('more bins than columns: the highest of a column is drawn', () => {
		const rows = drawHistogram({
			counts: [0, 0, 0, 8, 0, 0],
			threshold: 1,
			width: 3,
			height: 3,
		});
		expect(plain(rows)[0]).toBe(' █');
	});

	test('no counts at all', () => {
		expect(
			plain(
				drawHistogram({counts: [0, 0], threshold: 0.5, width: 8, height: 3}),
			),
		).toEqual(['', '────────', '0.50 ▲']);
		expect(
			plain(
				drawHistogram({counts: [], threshold: 0.5, width: 8, height: 3}),
			)[0],
		).toBe('');
	});
});

test.each([
	[0, 4, '░░░░'],
	[0.001, 4, '▏░░░'],
	[0.5, 4, '██░░'],
	[0.6, 4, '██▍░'],
	[0.999, 4, '███▉'],
	[1, 4, '████'],
	[2, 4, '████'],
	[-1, 4, '░░░░'],
	[Number.NaN, 4, '░░░░'],
])('a meter of %f in %i cells', (share, width, bar) => {
	expect(drawMeter(share, width)).toBe(bar);
});

test.each([
	[0, '0 %'],
	[0.0001, '<0.1 %'],
	[0.027, '2.7 %'],
	[0.0999, '10 %'],
	[Number.NaN, '0 %'],
	[0.0027, '0.3 %'],
	[0.42, '42 %'],
	[0.999, '>99 %'],
	[1, '100 %'],
])('%f is %s', (share, text) => {
	expect(percent(share)).toBe(text);
});

test.each([
	[0, 41, '●────────────────────────────────────────'],
	[0.5, 11, '━━━━━●─────'],
	[0.6, 10, '━━━━━━●───'],
	[1, 11, '━━━━━━━━━━●'],
])('a slider at %f in %i columns', (value, width, track) => {
	const {before, knob, after} = drawSlider(value, width);
	expect(before + knob + after).toBe(track);
});

test.each([
	[40, '0        0.25      0.5       0.75      1'],
	[12, '0    0.5   1'],
	[3, '0 1'],
	[1, '0'],
])('ticks in %i columns', (width, ticks) => {
	expect(drawSlider(0, width).ticks).toBe(ticks);
});

test('labels that would touch are left out', () => {
	expect(
		placeLabels(
			[
				{column: 0, text: 'abc'},
				{column: 3, text: 'x'},
				{column: 9, text: 'end'},
			],
			10,
		),
	).toBe('abc    end');
});

test.each([
	[0.29, 100, 29],
	[1, 10, 9],
	[-1, 10, 0],
])('%f of %i columns is column %i', (share, width, column) => {
	expect(columnOf(share, width)).toBe(column);
});

test('the widgets are drawn in the colours of their meaning', async () => {
	const screen = await mount(
		<Box flexDirection="column">
			<Chart
				training={points(3, 2, 1)}
				validation={points(3.5)}
				width={40}
				height={6}
				palette={theme}
			/>
			<Histogram
				counts={[3, 0, 1, 2]}
				threshold={0.5}
				width={16}
				height={4}
				palette={theme}
			/>
			<Slider value={0.5} width={16} isFocused palette={theme} />
			<Meter share={0.42} width={8} palette={theme} />
		</Box>,
		{rows: 20},
	);
	expect(screen.styleOf('─ training 1.00').colour).toBe(theme.accent);
	expect(screen.styleOf('• validation 3.50').colour).toBe(theme.warning);
	expect(screen.styleOf('█').colour).toBe(theme.good);
	expect(screen.styleOf('⣶').colour).toBe(theme.warning);
	expect(screen.styleOf('▲ 0.50')).toMatchObject({
		colour: theme.accent,
		bold: true,
	});
	expect(screen.styleOf('●')).toMatchObject({colour: theme.accent, bold: true});
	expect(screen.text()).toContain('███▍░░░░   42 %');
});
