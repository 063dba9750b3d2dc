import {Box, type DOMElement, measureElement, Text, useCursor} from 'ink';
import {type RefObject, useEffect, useRef, useState} from 'react';
import {truncate} from './display-text.ts';
import type {EditorState} from './editor.ts';
import {cursorPlace, type EditorRow, editorRows} from './editor-rows.ts';
import type {Palette} from './palette.ts';
import {markWidth, promptTextWidth} from './prompt-width.ts';

type Props = {
	state: EditorState;
	/** Columns of the whole prompt, its mark included. */
	width: number;
	/** It grows with the text up to this, then scrolls. */
	maxRows: number;
	placeholder: string;
	isFocused: boolean;
	palette: Palette;
};

/** Which rows are seen: the one with the cursor always is. */
export function promptWindow(
	total: number,
	cursorRow: number,
	maxRows: number,
) {
	const height = Math.max(1, Math.min(total, maxRows));
	const first = Math.min(Math.max(0, cursorRow - height + 1), total - height);
	return {first, height};
}

/** Where one writes. The cursor is the terminal's own, so it is seen without colours and input methods find it. */
export function Prompt(props: Props) {
	const {state, palette, isFocused} = props;
	const box = useRef<DOMElement>(null);
	const width = promptTextWidth(props.width);
	const rows = editorRows(state.text, width);
	const place = cursorPlace(rows, state.cursor, width);
	const {first, height} = promptWindow(rows.length, place.row, props.maxRows);
	return (
		<Box ref={box} flexDirection="column" width={props.width} flexShrink={0}>
			{rows.slice(first, first + height).map((row, index) => (
				<Text key={row.from} wrap="truncate">
					<Text color={isFocused ? palette.accent : palette.muted}>
						{mark(first, height, rows.length, index, isFocused)}{' '}
					</Text>
					{state.text === '' ? (
						<Text color={palette.muted}>
							{truncate(props.placeholder, width)}
						</Text>
					) : (
						rowText(row, width)
					)}
				</Text>
			))}
			{isFocused && (
				<Cursor box={box} x={markWidth + place.column} y={place.row - first} />
			)}
		</Box>
	);
}

/** The prompt's mark, or an arrow where there is more text than is seen. */
function mark(
	first: number,
	height: number,
	total: number,
	index: number,
	isFocused: boolean,
): string {
	if (index === 0) {
		return first > 0 ? '↑' : isFocused ? '❯' : '›';
	}
	return index === height - 1 && first + height < total ? '↓' : ' ';
}

/** Spaces that hang over the edge are not drawn. */
const rowText = (row: EditorRow, width: number): string =>
	truncate(
		row.places
			.map(({text}) => text)
			.join('')
			.trimEnd(),
		width,
	);

/** Puts the terminal's cursor at a place in a box. It is a component of its own because an unfocused `useCursor` would hide a focused one's cursor. */
function Cursor({
	box,
	x,
	y,
}: {
	box: RefObject<DOMElement | null>;
	x: number;
	y: number;
}) {
	const {setCursorPosition} = useCursor();
	const [origin, setOrigin] = useState<{x: number; y: number} | null>(null);
	// The place on the screen is known after layout; whatever moves the prompt renders it again.
	useEffect(() => {
		if (!box.current) {
			return;
		}
		const found = measureElement(box.current);
		setOrigin(known =>
			known?.x === found.x && known.y === found.y
				? known
				: {x: found.x, y: found.y},
		);
	});
	setCursorPosition(origin ? {x: origin.x + x, y: origin.y + y} : undefined);
	return null;
}
