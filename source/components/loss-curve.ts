import asciichart from 'asciichart';
import {placeLabels} from './axis.ts';
import {
	isMeasured,
	type Point,
	resample,
	type Span,
	stepColumn,
} from './resample.ts';
import {joinSegments, type Segment} from './segments.tsx';

export type Curves = {
	training: readonly Point[];
	validation: readonly Point[];
};

type Scale = Span & {low: number; high: number; rows: number};

/** '12.34 ┤' */
const labelWidth = 7;
/** Rows below the curve: the steps and the legend. */
const footer = 2;

/**
 * The loss over the steps in `width` by `height` cells: training as a line, each validation as a dot, both in the legend with their last values.
 * Where nothing was measured yet it says so.
 */
export function drawCurves(
	curves: Curves,
	width: number,
	height: number,
): Segment[][] {
	const scale = findScale(curves, width, height);
	if (!scale) {
		return [[{text: 'no measurements yet', colour: 'muted'}]];
	}
	const cells: Segment[][] = Array.from({length: scale.rows}, () =>
		Array.from({length: scale.columns}, () => ({text: ' '})),
	);
	for (const {row, column, text} of lineCells(curves.training, scale)) {
		cells[row]?.splice(column, 1, {text, colour: 'accent'});
	}
	for (const {step, value} of curves.validation.filter(isMeasured)) {
		const row = scale.rows - 1 - level(value, scale);
		cells[row]?.splice(stepColumn(step, scale), 1, {
			text: '•',
			colour: 'warning',
		});
	}
	return [
		...cells.map((row, y) => [
			{text: valueLabel(y, scale), colour: 'muted' as const},
			...joinSegments(row),
		]),
		[{text: stepLabels(scale), colour: 'muted'}],
		legend(curves, width),
	];
}

/** The scale of what is drawn (means of columns), which is less than what was measured where steps share a column. */
function findScale(
	{training, validation}: Curves,
	width: number,
	height: number,
): Scale | null {
	const dots = validation.filter(isMeasured);
	const points = [...training.filter(isMeasured), ...dots];
	if (points.length === 0) {
		return null;
	}
	const [firstStep, lastStep] = extremes(points.map(({step}) => step));
	const span = {
		firstStep,
		lastStep,
		columns: Math.max(2, width - labelWidth),
	};
	const [low, high] = extremes([
		...resample(training, span).filter(value => value !== null),
		...dots.map(({value}) => value),
	]);
	return {...span, low, high, rows: Math.max(2, height - footer)};
}

/** Without spreading: a long training has more points than a call may have arguments. */
const extremes = (values: readonly number[]): [number, number] =>
	values.reduce<[number, number]>(
		([low, high], value) => [Math.min(low, value), Math.max(high, value)],
		[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
	);

/** Rows above the lowest; equal values are all drawn in the middle. */
function level(value: number, {low, high, rows}: Scale): number {
	return low === high
		? Math.floor(rows / 2)
		: Math.round(((value - low) / (high - low)) * (rows - 1));
}

/** The cells that the line passes, drawn run by run: asciichart knows no gaps. */
function lineCells(points: readonly Point[], scale: Scale) {
	const cells: {row: number; column: number; text: string}[] = [];
	for (const {from, levels} of levelRuns(resample(points, scale), scale)) {
		const plot = asciichart.plot(
			// It draws what lies between values, so the last one needs a follower.
			[...levels, ...levels.slice(-1)],
			{
				height: scale.rows - 1,
				min: 0,
				max: scale.rows - 1,
				offset: 1,
				format: () => ' ',
			},
		);
		plot.split('\n').forEach((line, row) => {
			[...line].slice(1).forEach((text, index) => {
				if (text !== ' ') {
					cells.push({row, column: from + index, text});
				}
			});
		});
	}
	return cells;
}

function levelRuns(values: readonly (number | null)[], scale: Scale) {
	const runs: {from: number; levels: number[]}[] = [];
	values.forEach((value, column) => {
		if (value === null) {
			return;
		}
		const run = runs.at(-1);
		if (run && run.from + run.levels.length === column) {
			run.levels.push(level(value, scale));
		} else {
			runs.push({from: column, levels: [level(value, scale)]});
		}
	});
	return runs;
}

function valueLabel(y: number, scale: Scale): string {
	const {low, high, rows} = scale;
	const isLabelled = low === high ? level(low, scale) === rows - 1 - y : true;
	const value = high - (y * (high - low)) / (rows - 1);
	const text = isLabelled ? value.toFixed(2) : '';
	return `${text.padStart(labelWidth - 2)} ┤`;
}

function stepLabels({firstStep, lastStep, columns}: Scale): string {
	const labels = [firstStep, lastStep].map((step, index) => ({
		column: index * (columns - 1),
		text: String(step),
	}));
	return (
		' '.repeat(labelWidth) +
		placeLabels(firstStep === lastStep ? labels.slice(0, 1) : labels, columns)
	);
}

function legend({training, validation}: Curves, width: number): Segment[] {
	const entries = [
		{name: '─ training', points: training, colour: 'accent' as const},
		{name: '• validation', points: validation, colour: 'warning' as const},
	].flatMap(({name, points, colour}) => {
		const last = points.findLast(isMeasured)?.value.toFixed(2);
		return last === undefined ? [] : [{text: `${name} ${last}`, colour}];
	});
	for (const entry of entries.slice(1)) {
		entry.text = `  ${entry.text}`;
	}
	const length = entries.reduce((total, {text}) => total + text.length, 0);
	const indent = Math.max(0, Math.min(labelWidth, width - length));
	return [{text: ' '.repeat(indent)}, ...entries];
}
