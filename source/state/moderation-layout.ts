import type {Size} from '../state.ts';

/** How the threshold screen divides its room. Numbers of rows hold what is listed, without headings. */
export type ModerationLayout = {
	/** Whether the lists stand beside the slider and the categories, and not below. */
	isWide: boolean;
	/** Columns of the slider, and of the lists. */
	slider: number;
	lists: number;
	/** Rows of the histogram with its axis; 0 where there is no room for one. */
	histogram: number;
	/** Texts on each side of the line. */
	each: number;
	/** Texts that are dropped most often, or were decided by hand. */
	often: number;
	/** Categories and the slider's row above them. */
	categories: number;
};

/** From this many columns on the lists stand beside the slider. */
const wideFrom = 110;
/** Columns between the two. */
const gutter = 3;
/** Rows of the counts, of what they make of the data set, and of who scored. */
const above = 3;
/** Rows of the slider with its numbers. */
const slider = 2;
/** The lowest histogram that shows anything: two rows of bars, an axis and the marker. */
const leastHistogram = 4;
const mostHistogram = 10;
const allCategories = 14;

export function moderationLayout({columns, rows}: Size): ModerationLayout {
	return columns >= wideFrom
		? wide(columns, rows - above)
		: narrow(columns, rows - above);
}

/** One list at a time, below the slider. */
function narrow(columns: number, rows: number): ModerationLayout {
	const spare = rows - slider - 1;
	const histogram = Math.min(Math.floor(spare * 0.4), mostHistogram);
	const height = histogram > leastHistogram ? histogram : 0;
	const list = Math.max(spare - height, 1);
	return {
		isWide: false,
		slider: columns,
		lists: columns,
		histogram: height,
		each: Math.max(Math.floor((list - 2) / 2), 1),
		often: list,
		categories: list,
	};
}

/** Slider and categories left, the line and another list right. */
function wide(columns: number, rows: number): ModerationLayout {
	const left = Math.floor((columns - gutter) * 0.45);
	const spare = rows - slider - 1;
	const histogram = Math.min(Math.max(spare - allCategories, 0), mostHistogram);
	const height = histogram >= leastHistogram ? histogram : 0;
	const each = Math.max(Math.floor((rows * 0.6 - 2) / 2), 1);
	return {
		isWide: true,
		slider: left,
		lists: columns - left - gutter,
		histogram: height,
		each,
		often: Math.max(rows - 2 * each - 4, 1),
		categories: Math.max(Math.min(spare - height, allCategories), 1),
	};
}
