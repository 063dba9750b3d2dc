import {Box, Text} from 'ink';
import {useEffect, useMemo, useState} from 'react';
import {
	type Bubble,
	type LayoutCache,
	layoutBubbles,
	type Row,
	rowOf,
} from './bubbles.ts';
import {fitText} from './display-text.ts';
import type {Palette} from './palette.ts';
import {
	type Extent,
	newerMarker,
	offsetFromBottom,
	type ScrollState,
	scrolledTo,
	visibleRows,
} from './scroll.ts';

type Props = {
	bubbles: readonly Bubble[];
	width: number;
	height: number;
	scroll: ScrollState;
	/** The bubble to scroll to; null for where `scroll` says. */
	goTo?: Bubble['id'] | null;
	/** Told where that led. */
	onGone?: (scroll: ScrollState) => void;
	/** Told whenever there is more or less to scroll: what `reduceScroll` needs to know. */
	onExtent?: (extent: Extent) => void;
	palette: Palette;
};

/** A conversation in a pane: only the rows that are seen are rendered, however long it is. */
export function Transcript(props: Props) {
	const {bubbles, width, height, onExtent, onGone, palette} = props;
	const [cache] = useState<LayoutCache>(() => new Map());
	const rows = useMemo(
		() => layoutBubbles(bubbles, width, cache),
		[bubbles, width, cache],
	);
	const opened = useMemo(() => rows.filter(row => row.opens).length, [rows]);
	const extent = useMemo(
		() => ({rows: rows.length, bubbles: opened, height}),
		[rows.length, opened, height],
	);
	useEffect(() => onExtent?.(extent), [extent, onExtent]);

	const gone = goneTo(props.goTo ?? null, rows, extent);
	const goneTop = gone?.top;
	// biome-ignore lint/correctness/useExhaustiveDependencies: `gone` is made anew with each render, its place is not.
	useEffect(() => {
		if (gone) onGone?.(gone);
	}, [goneTop, onGone]);

	const scroll = gone ?? props.scroll;
	const marker = newerMarker(scroll, extent);
	const seen = visibleRows(rows, height, offsetFromBottom(scroll, extent));
	return (
		<Box flexDirection="column" width={width} height={height} flexShrink={0}>
			{(marker ? seen.slice(0, -1) : seen).map(row => (
				<TranscriptRow key={row.key} row={row} palette={palette} />
			))}
			{marker && (
				<Text color={palette.accent} bold>
					{fitText(marker, width, 'centre')}
				</Text>
			)}
		</Box>
	);
}

/** Scrolled to a bubble; null where there is none to go to. */
function goneTo(
	id: Bubble['id'] | null,
	rows: readonly Row[],
	extent: Extent,
): ScrollState | null {
	const row = id === null ? -1 : rowOf(rows, id);
	return row < 0 ? null : scrolledTo(row, extent);
}

function TranscriptRow({row, palette}: {row: Row; palette: Palette}) {
	const colour = row.side === 'right' ? palette.mine : palette.theirs;
	const space = ' '.repeat(row.indent);
	switch (row.kind) {
		case 'author':
			return (
				<Text wrap="truncate" color={colour} bold>
					{space + row.text}
				</Text>
			);
		case 'status':
			return (
				<Text wrap="truncate" color={palette.muted}>
					{space + row.text}
				</Text>
			);
		case 'failure':
			return (
				<Text wrap="truncate" color={palette.danger}>
					{space + row.text}
				</Text>
			);
		default:
			return <TextRow row={row} colour={colour} palette={palette} />;
	}
}

function TextRow({
	row,
	colour,
	palette,
}: {
	row: Row;
	colour: string;
	palette: Palette;
}) {
	const bar = (
		<Text aria-hidden color={row.isMarked ? palette.accent : colour}>
			{row.bar}
		</Text>
	);
	if (row.side === 'centre') {
		return (
			<Text wrap="truncate" color={palette.muted}>
				{' '.repeat(row.indent) + row.text}
			</Text>
		);
	}
	return (
		<Text
			wrap="truncate"
			bold={row.isMarked}
			{...(row.side === 'right' ? {'aria-label': `You: ${row.text}`} : {})}
		>
			{row.side === 'left' && bar}
			{row.side === 'left'
				? ` ${row.text}`
				: `${' '.repeat(row.indent)}${row.text} `}
			{row.side === 'right' && bar}
		</Text>
	);
}
