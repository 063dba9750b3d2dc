import {frameRows} from '../components/frame-size.ts';
import {promptTextWidth} from '../components/prompt-width.ts';
import type {Size} from '../state.ts';

/** From this many columns on two panes stand side by side; below, tab changes between them. */
const splitWidth = 98;
const paneWidth = 36;
/** A rule and the spaces around it. */
const ruleWidth = 3;

/** How the chat screen divides its room; the pane is 0 wide where the two take turns. */
export function chatLayout(
	columns: number,
	hasPane: boolean,
): {
	chat: number;
	pane: number;
} {
	if (!hasPane || columns < splitWidth) return {chat: columns, pane: 0};
	return {chat: columns - paneWidth - ruleWidth, pane: paneWidth};
}

/** How the data view divides its room: real examples left, the knobs right; they take turns where there is little room. */
export function dataLayout(columns: number): {example: number; knobs: number} {
	if (columns < splitWidth) return {example: columns, knobs: 0};
	const knobs = Math.min(48, Math.floor(columns * 0.42));
	return {example: columns - knobs - ruleWidth, knobs};
}

/** Columns and rows that the frame leaves of a window. */
export const innerSize = ({columns, rows}: Size): Size => ({
	columns: columns - 2,
	rows: rows - frameRows,
});

/** Columns that a text edited among the knobs is wrapped to. */
export function dataTextWidth(size: Size): number {
	const {columns} = innerSize(size);
	return promptTextWidth((dataLayout(columns).knobs || columns) - 2);
}
