/** A grapheme as it is drawn. */
export type Cell = {text: string; width: number};

/** A line: the cells from `from` up to, not including, `to`. */
export type Line = {from: number; to: number};

/**
 * Breaks cells into lines of at most `width` columns: after spaces, on both sides of wide characters, and inside a word only where it is longer than a line.
 * A `\n` cell ends its line and belongs to none. Spaces at the end of a line hang over its edge: the caller cuts them off or leaves the cursor at the edge.
 */
export function breakLines(cells: readonly Cell[], width: number): Line[] {
	const lines: Line[] = [];
	let from = 0;
	let breakAt = 0;
	let used = 0;
	const end = (to: number, next: number) => {
		lines.push({from, to});
		from = next;
		breakAt = next;
		used = 0;
	};
	cells.forEach((cell, index) => {
		if (cell.text === '\n') {
			end(index, index + 1);
			return;
		}
		const space = cell.text === ' ';
		if (cell.width > 1) {
			breakAt = index;
		}
		if (!space && used + cell.width > width && index > from) {
			const at = breakAt > from ? breakAt : index;
			end(at, at);
			used = columns(cells, at, index);
		}
		used += cell.width;
		if (space || cell.width > 1) {
			breakAt = index + 1;
		}
	});
	end(cells.length, cells.length);
	return lines;
}

/** Columns that some cells take together. */
export function columns(
	cells: readonly Cell[],
	from: number,
	to: number,
): number {
	return cells.slice(from, to).reduce((total, {width}) => total + width, 0);
}
