/** How the tab divides its rows. */
export type Layout = {
	/** A blank below the figure. */
	gap: boolean;
	/** Rows of a measure. */
	perMeasure: 1 | 2 | 3;
	/** Rows for measures: where not all fit, the first ones are shown. */
	room: number;
	openers: boolean;
};

/** Rows of the figure, and of the two lines that tell how each begins. */
const figureRows = 2;

const openerRows = 2;

/** What fits into these rows: the figure first, then the measures, then how each begins, then air. */
export function layoutFor(rows: number, measures: number): Layout {
	const room = rows - figureRows;
	const perMeasure =
		([3, 2] as const).find(each => measures * each + 1 <= room) ?? 1;
	const left = room - measures * perMeasure;
	const gap = left > 0 && left !== openerRows;
	return {
		gap,
		perMeasure,
		room: gap ? room - 1 : room,
		openers: left - Number(gap) >= openerRows,
	};
}
