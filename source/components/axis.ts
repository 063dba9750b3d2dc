/**
 * The column, of `width`, that begins at a share from 0 to 1 (1 is in the last); the same for every widget, so that what is stacked lines up.
 * The small addition keeps 0.29 * 100 from being 28.
 */
export const columnOf = (share: number, width: number): number =>
	Math.max(0, Math.min(width - 1, Math.floor(share * width + 1e-9)));

/**
 * One row of labels, each centred on its column where there is room, in the order given: a label that would touch an earlier one is left out.
 */
export function placeLabels(
	labels: readonly {column: number; text: string}[],
	width: number,
): string {
	const row = Array.from({length: width}, () => ' ');
	for (const {column, text} of labels) {
		const centred = column - Math.floor((text.length - 1) / 2);
		const from = Math.max(0, Math.min(centred, width - text.length));
		const around = row.slice(Math.max(0, from - 1), from + text.length + 1);
		if (text.length > width || around.some(cell => cell !== ' ')) {
			continue;
		}
		row.splice(from, text.length, ...text);
	}
	return row.join('');
}
