import {
	decidedByHand,
	droppedMost,
	nearest,
	type Row,
	rowsOf,
} from '../moderation/selection/lists.ts';
import {mostRanked} from '../moderation/selection/ranking.ts';
import {categories} from '../moderation/types.ts';
import type {Size} from '../state.ts';
import {moveCursor} from './list.ts';
import {moderationLayout} from './moderation-layout.ts';
import {type ModerationStep, shownTable} from './moderation-step.ts';

/** What is listed below the slider, or beside it. */
export type ListView = (typeof listViews)[number];

export const listViews = ['line', 'often', 'hand', 'categories'] as const;

export type ListAction =
	| {type: 'moderation/view'; by: 1 | -1}
	| {type: 'moderation/cursor'; by: number};

export const nextView = (view: ListView, by: 1 | -1): ListView =>
	listViews.at((listViews.indexOf(view) + by) % listViews.length) ?? view;

/** The rows around the line as they are drawn, the dropped ones above. */
export function lineRows(
	step: ModerationStep,
	each: number,
): {dropped: Row[]; kept: Row[]} {
	const {threshold} = step;
	const table = shownTable(step);
	if (!table) return {dropped: [], kept: []};
	const {dropped, kept} = nearest(table, threshold, each);
	return {dropped: dropped.reverse(), kept};
}

/** The texts that a view lists, from its first row on. */
export function textRows(
	step: ModerationStep,
	view: ListView,
	size: Size,
): Row[] {
	const {threshold} = step;
	const table = shownTable(step);
	if (!table) return [];
	switch (view) {
		case 'line': {
			const {dropped, kept} = lineRows(step, moderationLayout(size).each);
			return [...dropped, ...kept];
		}
		case 'often':
			return droppedMost(table, threshold, mostRanked);
		case 'hand':
			// What nobody but the owner can decide comes first.
			return [
				...rowsOf(table, refusedTexts(step), threshold),
				...decidedByHand(table, threshold),
			];
		case 'categories':
			return [];
	}
}

/** Texts that the scorer refused and the owner has not decided about. */
export const refusedTexts = ({refused, settings}: ModerationStep): string[] =>
	[...refused.keys()].filter(text => !settings.byHand.has(text));

const lengthOf = (step: ModerationStep, size: Size): number =>
	step.view === 'categories'
		? categories.length + 1
		: textRows(step, step.view, size).length;

/** A cursor that stays on a row, however the list has changed. */
export const cursorOf = (step: ModerationStep, size: Size): number =>
	moveCursor(step.cursor, 0, lengthOf(step, size));

export const moveCursorBy = (
	step: ModerationStep,
	by: number,
	size: Size,
): number => moveCursor(cursorOf(step, size), by, lengthOf(step, size));

/** The text that the cursor is on; undefined where there is none. */
export const selectedText = (
	step: ModerationStep,
	size: Size,
): Row | undefined => textRows(step, step.view, size)[cursorOf(step, size)];
