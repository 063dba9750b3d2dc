import {columnOf} from './axis.ts';

/** A measured value; null or NaN leaves a gap in the curve. */
export type Point = {step: number; value: number | null};

/** The steps that a chart spans and the columns it has for them. */
export type Span = {firstStep: number; lastStep: number; columns: number};

export function stepColumn(
	step: number,
	{firstStep, lastStep, columns}: Span,
): number {
	return firstStep === lastStep
		? 0
		: columnOf((step - firstStep) / (lastStep - firstStep), columns);
}

/**
 * One value per column, of points in the order of their steps: the mean of those measured there, and a straight line to the next where none was.
 * Null before the first, after the last, and in gaps.
 */
export function resample(
	points: readonly Point[],
	span: Span,
): (number | null)[] {
	const values: (number | null)[] = Array.from(
		{length: span.columns},
		() => null,
	);
	for (const run of runs(points)) {
		let last: {column: number; value: number} | undefined;
		for (const [column, measured] of byColumn(run, span)) {
			const value = mean(measured);
			for (let x = (last?.column ?? column) + 1; last && x < column; x++) {
				const share = (x - last.column) / (column - last.column);
				values[x] = last.value + (value - last.value) * share;
			}
			values[column] = value;
			last = {column, value};
		}
	}
	return values;
}

type Measured = {step: number; value: number};

export const isMeasured = (point: Point): point is Measured =>
	point.value !== null && Number.isFinite(point.value);

function runs(points: readonly Point[]): Measured[][] {
	const found: Measured[][] = [[]];
	for (const point of points) {
		if (isMeasured(point)) {
			found.at(-1)?.push(point);
		} else {
			found.push([]);
		}
	}
	return found;
}

function byColumn(run: readonly Measured[], span: Span): Map<number, number[]> {
	const columns = new Map<number, number[]>();
	for (const {step, value} of run) {
		const column = stepColumn(step, span);
		const known = columns.get(column);
		if (known) {
			known.push(value);
		} else {
			columns.set(column, [value]);
		}
	}
	return columns;
}

const mean = (values: readonly number[]): number =>
	values.reduce((total, value) => total + value, 0) / values.length;
