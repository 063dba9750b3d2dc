import {cellWidth, displayText, truncate, wrapText} from './display-text.ts';

export type Bubble = {
	/** Stays the same while the text grows. */
	id: string | number;
	side: 'left' | 'right' | 'centre';
	author?: string;
	/** Each line is shown as a bubble of its own. */
	text: string;
	/** `streaming`: its last line goes on; `typing`: another bubble is to come. */
	status?: 'streaming' | 'typing' | 'stopped' | 'failed' | 'repeats' | 'long';
	/** Stands under it. */
	note?: string | undefined;
	/** Pointed out among the others. */
	isMarked?: boolean | undefined;
};

/** A row of a transcript as it is drawn; the parts together are at most `width` columns. */
export type Row = {
	key: string;
	side: Bubble['side'];
	kind: 'gap' | 'author' | 'text' | 'status' | 'failure';
	/** Spaces in front. */
	indent: number;
	/** The bar beside the text; '' where there is none. */
	bar: string;
	text: string;
	/** True on the first row of a bubble. */
	opens: boolean;
	isMarked: boolean;
};

/** Rows by id; only what changed is laid out again. */
export type LayoutCache = Map<Bubble['id'], Layout>;

type Layout = {
	bubble: Bubble;
	width: number;
	opensGroup: boolean;
	rows: readonly Row[];
};

/** A bubble takes at most this share of the pane. */
const share = 0.75;

/**
 * A transcript as rows of text. Neighbours of the same author are a group: the name once, a gap before the next.
 * With a cache, a bubble in which nothing changed is not laid out again at the same width.
 */
export function layoutBubbles(
	bubbles: readonly Bubble[],
	width: number,
	cache: LayoutCache = new Map(),
): Row[] {
	const rows: Row[] = [];
	let previous: Bubble | undefined;
	for (const bubble of bubbles) {
		const opensGroup =
			previous?.side !== bubble.side || previous.author !== bubble.author;
		if (previous && opensGroup) {
			rows.push(emptyRow(`${bubble.id}:gap`));
		}
		for (const row of cachedRows(bubble, width, opensGroup, cache)) {
			rows.push(row);
		}
		previous = bubble;
	}
	forget(cache, bubbles);
	return rows;
}

function cachedRows(
	bubble: Bubble,
	width: number,
	opensGroup: boolean,
	cache: LayoutCache,
): readonly Row[] {
	const known = cache.get(bubble.id);
	if (
		known?.width === width &&
		known.opensGroup === opensGroup &&
		isSame(known.bubble, bubble)
	) {
		return known.rows;
	}
	const rows = bubbleRows(bubble, width, opensGroup);
	cache.set(bubble.id, {bubble, width, opensGroup, rows});
	return rows;
}

const isSame = (one: Bubble, other: Bubble): boolean =>
	one === other ||
	(Object.keys({...one, ...other}) as (keyof Bubble)[]).every(
		name => one[name] === other[name],
	);

/** The first row of a bubble; -1 where there is none. */
export const rowOf = (rows: readonly Row[], id: Bubble['id']): number =>
	rows.findIndex(({key}) => key === `${id}:0`);

function forget(cache: LayoutCache, bubbles: readonly Bubble[]) {
	if (cache.size <= bubbles.length) {
		return;
	}
	const alive = new Set(bubbles.map(({id}) => id));
	for (const id of cache.keys()) {
		if (!alive.has(id)) {
			cache.delete(id);
		}
	}
}

function bubbleRows(bubble: Bubble, width: number, opensGroup: boolean): Row[] {
	const {id, side, author, status, isMarked = false} = bubble;
	const rows: Row[] = [];
	const add = (kind: Row['kind'], bar: string, text: string, opens = false) =>
		rows.push({
			key: `${id}:${rows.length}`,
			side,
			kind,
			bar,
			text,
			opens,
			isMarked,
			indent: indentOf(side, width, cellWidth(text) + (bar ? 2 : 0)),
		});
	if (author && opensGroup && side !== 'centre') {
		add('author', '', truncate(author, width));
	}
	for (const line of bubbleLines(bubble)) {
		const wrapped = wrapText(line, textWidth(side, width));
		const widths = wrapped.map(cellWidth);
		const block = Math.max(...widths);
		wrapped.forEach((text, index) => {
			add(
				'text',
				isMarked ? markOf[side] : bar(side, index),
				text + ' '.repeat(block - (widths[index] ?? 0)),
				index === 0,
			);
		});
	}
	const notes = [status && endings[status], bubble.note].filter(Boolean);
	if (notes.length > 0) {
		add('status', '', truncate(notes.join(' · '), width));
	}
	if (status === 'failed') {
		add('failure', '', truncate('✗ failed', width));
	}
	return rows;
}

/** What stands under a bubble that did not end by itself. */
const endings: Partial<Record<NonNullable<Bubble['status']>, string>> = {
	stopped: '■ stopped',
	repeats: '■ cut: it went round in circles',
	long: '■ cut: longer than its owner ever writes',
};

/** The bubbles of a text: its lines, blank ones left out. While nothing has come yet, and after what has come so far, an ellipsis waits. */
function bubbleLines({text, status}: Bubble): string[] {
	const lines = displayText(text)
		.split('\n')
		.map(line => line.trimEnd())
		.filter(line => line !== '');
	if (status === 'typing') {
		return [...lines, '…'];
	}
	if (status !== 'streaming') {
		return lines;
	}
	const last = lines.pop();
	return [...lines, last ? `${last} …` : '…'];
}

function textWidth(side: Bubble['side'], width: number): number {
	return side === 'centre'
		? Math.max(1, width)
		: Math.max(1, Math.floor(width * share) - 2);
}

/** In place of the bar: seen without colours, too. */
const markOf = {left: '►', right: '◄', centre: ''} as const;

/** The bar begins half a row late: so it is seen where one bubble ends and the next begins, without a border. */
function bar(side: Bubble['side'], index: number): string {
	const [first, rest] = {
		left: ['▖', '▌'] as const,
		right: ['▗', '▐'] as const,
		centre: ['', ''] as const,
	}[side];
	return index === 0 ? first : rest;
}

function indentOf(side: Bubble['side'], width: number, used: number): number {
	const rest = Math.max(0, width - used);
	return {left: 0, right: rest, centre: Math.floor(rest / 2)}[side];
}

const emptyRow = (key: string): Row => ({
	key,
	side: 'left',
	kind: 'gap',
	indent: 0,
	bar: '',
	text: ' ',
	opens: false,
	isMarked: false,
});
