import {graphemes, toCell} from './display-text.ts';
import type {EditorState} from './editor.ts';
import {breakLines, type Cell, columns} from './wrap.ts';

/** A grapheme of the text, as it is drawn, with its offset in the text. */
type Place = Cell & {offset: number};

/** A line on the screen: offsets `from` up to `to` of the text. */
export type EditorRow = {from: number; to: number; places: Place[]};

/** The text of an editor as wrapped to `width` columns; an empty text is one empty row. */
export function editorRows(text: string, width: number): EditorRow[] {
	let offset = 0;
	const places = graphemes(text).map((grapheme): Place => {
		const place = {...toCell(grapheme), offset};
		offset += grapheme.length;
		return place;
	});
	const offsetOf = (cell: number) => places[cell]?.offset ?? text.length;
	return breakLines(places, Math.max(1, width)).map(({from, to}) => ({
		from: offsetOf(from),
		to: offsetOf(to),
		places: places.slice(from, to),
	}));
}

/** Row and column of the cursor. Spaces that hang over the edge keep it there. */
export function cursorPlace(
	rows: readonly EditorRow[],
	cursor: number,
	width: number,
): {row: number; column: number} {
	const row = rows.findLastIndex(({from}) => from <= cursor);
	const places = rows[row]?.places ?? [];
	const passed = places.filter(({offset}) => offset < cursor).length;
	return {
		row: Math.max(0, row),
		column: Math.min(columns(places, 0, passed), width),
	};
}

/** The state with the cursor one row up or down, in the column it came from; the state itself where there is no such row. */
export function moveRow(
	state: EditorState,
	by: -1 | 1,
	width: number,
): EditorState {
	const rows = editorRows(state.text, width);
	const place = cursorPlace(rows, state.cursor, width);
	const target = rows[place.row + by];
	if (!target) {
		return state;
	}
	const column = state.column ?? place.column;
	return {
		text: state.text,
		cursor: offsetAt(target, column, rows[place.row + by + 1]),
		column,
	};
}

/** The offset in a row that is nearest to a column, not past it. */
function offsetAt(
	row: EditorRow,
	column: number,
	next: EditorRow | undefined,
): number {
	let room = column;
	for (const {offset, width} of row.places) {
		if (width > room) {
			return offset;
		}
		room -= width;
	}
	// The end of a wrapped row is the beginning of the next: stay before its last grapheme.
	return next?.from === row.to
		? (row.places.at(-1)?.offset ?? row.from)
		: row.to;
}
