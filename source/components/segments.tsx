import {Text} from 'ink';
import type {Palette} from './palette.ts';

/** A run of characters in one colour. */
export type Segment = {text: string; colour?: keyof Palette; bold?: true};

/** Rows of coloured runs, as charts are drawn. */
export function Segments({
	rows,
	palette,
}: {
	rows: readonly (readonly Segment[])[];
	palette: Palette;
}) {
	return rows.map((row, y) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
		<Text key={y} wrap="truncate">
			{row.map(({text, colour, bold = false}, x) => (
				<Text
					// biome-ignore lint/suspicious/noArrayIndexKey: a run is its place.
					key={x}
					bold={bold}
					{...(colour && {color: palette[colour]})}
				>
					{text}
				</Text>
			))}
		</Text>
	));
}

/** Joins neighbours of the same colour, so that a row of cells is a few runs. */
export function joinSegments(cells: readonly Segment[]): Segment[] {
	const runs: Segment[] = [];
	for (const cell of cells) {
		const last = runs.at(-1);
		if (last && last.colour === cell.colour && last.bold === cell.bold) {
			last.text += cell.text;
		} else {
			runs.push({...cell});
		}
	}
	return runs;
}
