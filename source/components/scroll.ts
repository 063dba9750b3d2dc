/** Where a pane is scrolled to. */
export type ScrollState = {
	/** First visible row, counted from the first of all; null while the newest rows are followed. */
	readonly top: number | null;
	/** Bubbles that there were when the newest rows were last seen. */
	readonly seen: number;
};

/** How much there is to scroll: all rows, all bubbles, and the rows of the pane. */
export type Extent = {
	readonly rows: number;
	readonly bubbles: number;
	readonly height: number;
};

export type ScrollMove =
	| 'up'
	| 'down'
	| 'page up'
	| 'page down'
	| 'top'
	| 'bottom';

export const followNewest: ScrollState = {top: null, seen: 0};

/**
 * The next place. It is kept as a distance from the first row, so that new text at the end moves nothing; at the end it follows again.
 * A page leaves one row of the last page visible.
 */
export function reduceScroll(
	state: ScrollState,
	move: ScrollMove,
	extent: Extent,
): ScrollState {
	const last = Math.max(0, extent.rows - extent.height);
	const top = Math.min(state.top ?? last, last);
	const next = Math.max(0, top + distance(move, extent));
	if (next >= last) {
		return followNewest;
	}
	return {
		top: next,
		seen: state.top === null ? extent.bubbles : state.seen,
	};
}

/** Scrolled so that a row stands a third of the pane below its top, where what was said before it is seen too. */
export function scrolledTo(row: number, extent: Extent): ScrollState {
	const last = Math.max(0, extent.rows - extent.height);
	const top = Math.max(0, row - Math.floor(extent.height / 3));
	return top >= last ? followNewest : {top, seen: extent.bubbles};
}

function distance(move: ScrollMove, {rows, height}: Extent): number {
	const page = Math.max(1, height - 1);
	return {
		up: -1,
		down: 1,
		'page up': -page,
		'page down': page,
		top: -rows,
		bottom: rows,
	}[move];
}

/** Rows between the last visible row and the very last; 0 while the newest are followed. */
export function offsetFromBottom(state: ScrollState, extent: Extent): number {
	return state.top === null
		? 0
		: Math.max(0, extent.rows - extent.height - state.top);
}

/** The rows that a pane of `height` shows. */
export function visibleRows<Row>(
	rows: readonly Row[],
	height: number,
	offset: number,
): Row[] {
	const last = Math.max(0, rows.length - height);
	const first = Math.min(last, Math.max(0, last - offset));
	return rows.slice(first, first + Math.max(0, height));
}

/** What stands under a pane that is scrolled up; null while the newest rows are followed. */
export function newerMarker(state: ScrollState, extent: Extent): string | null {
	if (offsetFromBottom(state, extent) === 0) {
		return null;
	}
	const unseen = extent.bubbles - state.seen;
	return unseen > 0 ? `↓ ${unseen} new` : '↓ more';
}
