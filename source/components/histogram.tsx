import {Box} from 'ink';
import {columnOf} from './axis.ts';
import type {Palette} from './palette.ts';
import {joinSegments, type Segment, Segments} from './segments.tsx';

type Options = {
	/** How many fall into each of equally wide bins from 0 to 1. */
	counts: readonly number[];
	/** From here on values are dropped; 0 to 1. */
	threshold: number;
	width: number;
	/** Rows, the axis and the marker included. */
	height: number;
	/** How many of the first bin are exactly 0, which no threshold drops: they are drawn in the first column. */
	zeros?: number;
	/** Heights by the logarithm of the counts, so that a few beside thousands are seen. */
	log?: boolean;
};

/** Kept values are solid, dropped ones dotted: four levels of a braille cell. */
const solid = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const dotted = [' ', '⣀', '⣤', '⣶', '⣿'];

/** The rows of a histogram: bars, axis, and the marker at the threshold. A bin that holds anything is seen. */
export function drawHistogram(options: Options): Segment[][] {
	const {threshold, width, height, zeros, log = false} = options;
	const [first = 0, ...others] = options.counts;
	const counts = [first - (zeros ?? 0), ...others];
	const rows = Math.max(1, height - 2);
	const scale = (count: number) => (log ? Math.log1p(count) : count);
	const most = Math.max(1, ...counts.map(scale), scale(zeros ?? 0));
	const bars = counts.map((count, bin) => ({
		share: scale(Math.max(0, count)) / most,
		// Rounded, because 0.6 * 20 is not a whole number to a computer.
		// Nothing scores below 0, and what scores 0 is never above a threshold.
		isDropped:
			(bin > 0 || zeros !== undefined) &&
			bin >= Math.round(threshold * counts.length * 1e6) / 1e6,
	}));
	// Where there are more bins than columns, the highest of a column's bins is drawn.
	const columns = Array.from({length: width}, (_, column) => {
		const from = Math.floor((column * bars.length) / width);
		const to = Math.floor(((column + 1) * bars.length) / width);
		if (column === 0 && zeros !== undefined)
			return {share: scale(zeros) / most, isDropped: false};
		const [first, ...others] = bars.slice(from, Math.max(from + 1, to));
		return others.reduce(
			(highest, bar) => (bar.share > highest.share ? bar : highest),
			first ?? {share: 0, isDropped: false},
		);
	});
	const body = Array.from({length: rows}, (_, y) =>
		joinSegments(
			columns.map(
				({share, isDropped}): Segment => ({
					text: barCell(share, rows, rows - 1 - y, isDropped ? dotted : solid),
					colour: isDropped ? 'warning' : 'good',
				}),
			),
		),
	);
	return [
		...body,
		[{text: '─'.repeat(width), colour: 'muted'}],
		marker(threshold, width),
	];
}

/** The part of a bar that is in one cell, `level` rows above the axis. */
function barCell(
	share: number,
	rows: number,
	level: number,
	glyphs: readonly string[],
): string {
	const steps = glyphs.length - 1;
	const filled = Math.round(share * rows * steps);
	const shown = share > 0 ? Math.max(1, filled) : 0;
	return glyphs[Math.min(steps, Math.max(0, shown - level * steps))] ?? ' ';
}

function marker(threshold: number, width: number): Segment[] {
	const column = columnOf(threshold, width);
	const value = threshold.toFixed(2);
	const fits = column + value.length + 2 <= width;
	const text = fits ? `▲ ${value}` : `${value} ▲`;
	const indent = fits ? column : Math.max(0, column - value.length - 1);
	return [{text: ' '.repeat(indent)}, {text, colour: 'accent', bold: true}];
}

/** How scores are spread, and where the line between kept and dropped is. */
export function Histogram({palette, ...options}: Options & {palette: Palette}) {
	return (
		<Box
			flexDirection="column"
			width={options.width}
			flexShrink={0}
			aria-hidden
		>
			<Segments rows={drawHistogram(options)} palette={palette} />
		</Box>
	);
}
