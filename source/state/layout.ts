import {frameRows} from '../components/frame-size.ts';
import type {Size} from '../state.ts';

/** From this many columns on the settings stand beside the chat; below, tab changes between the two. */
const splitWidth = 98;
const paneWidth = 36;
/** A rule and the spaces around it. */
const ruleWidth = 3;

/** How the chat screen divides its room; the pane is 0 wide where the two take turns. */
export function chatLayout(columns: number): {
	chat: number;
	pane: number;
} {
	if (columns < splitWidth) return {chat: columns, pane: 0};
	return {chat: columns - paneWidth - ruleWidth, pane: paneWidth};
}

/** Columns and rows that the frame leaves of a window. */
export const innerSize = ({columns, rows}: Size): Size => ({
	columns: columns - 2,
	rows: rows - frameRows,
});
