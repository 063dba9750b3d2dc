import type {Effect} from '../dataset/desk.ts';
import type {Table} from '../moderation/selection/table.ts';
import type {Size} from '../state.ts';
import {
	type ChoiceAction,
	isChoice,
	reduceChoice,
	type Verdicts,
} from './moderation-choosing.ts';
import {
	type ListAction,
	moveCursorBy,
	nextView,
	selectedText,
} from './moderation-lists.ts';
import {reduceScan, type ScanAction} from './moderation-scan.ts';
import {type ModerationStep, withTable} from './moderation-step.ts';

export type ModerationAction =
	| ScanAction
	| {type: 'moderation/by-hand'; verdicts: Verdicts}
	| {type: 'moderation/kept'; verdicts: Verdicts}
	| {type: 'moderation/toggle'}
	/** A table was made beside the keys. */
	| {type: 'moderation/tabulated'; table: Table}
	| {type: 'moderation/counted'; threshold: number; effect: Effect}
	| ChoiceAction
	| ListAction;

/** @param size what the frame leaves for the screen */
export function reduceModeration(
	step: ModerationStep,
	action: ModerationAction,
	size: Size,
): ModerationStep {
	if (isChoice(action)) return withSettings(step, reduceChoice(step, action));
	switch (action.type) {
		case 'moderation/view':
			return {...step, view: nextView(step.view, action.by), cursor: 0};
		case 'moderation/cursor':
			return {...step, cursor: moveCursorBy(step, action.by, size)};
		case 'moderation/toggle':
			return toggle(step, size);
		case 'moderation/by-hand':
			return decided(step, new Map([...action.verdicts, ...step.unkept]));
		case 'moderation/kept':
			return {
				...step,
				unkept: new Map(
					[...step.unkept].filter(
						([text, verdict]) => action.verdicts.get(text) !== verdict,
					),
				),
			};
		case 'moderation/tabulated':
			return {...step, table: action.table, counted: false};
		case 'moderation/counted':
			return action.threshold === step.threshold
				? {...step, effect: action.effect, counted: true}
				: step;
		default:
			return reduceScan(step, action);
	}
}

/** Other settings make another table; another threshold does not. */
function withSettings(
	step: ModerationStep,
	next: Pick<ModerationStep, 'threshold' | 'settings' | 'typed'>,
): ModerationStep {
	if (next.settings === step.settings)
		return {
			...step,
			...next,
			counted: step.counted && next.threshold === step.threshold,
		};
	const changed = {...step, ...next, counted: false};
	return step.table ? withTable(changed) : changed;
}

/** Space decides about the selected text by hand, and takes that back; among the categories it switches one on or off. */
function toggle(step: ModerationStep, size: Size): ModerationStep {
	if (step.view === 'categories')
		return withSettings(step, reduceChoice(step, {type: 'moderation/switch'}));
	const row = selectedText(step, size);
	if (!row) return step;
	const byHand = new Map(step.settings.byHand);
	const verdict = row.byHand ? null : row.isDropped ? 'keep' : 'drop';
	if (verdict) byHand.set(row.text, verdict);
	else byHand.delete(row.text);
	const unkept = new Map(step.unkept).set(row.text, verdict);
	const settings = {...step.settings, byHand};
	const {threshold, typed} = step;
	return {...withSettings(step, {threshold, settings, typed}), unkept};
}

function decided(step: ModerationStep, verdicts: Verdicts): ModerationStep {
	const byHand = new Map(step.settings.byHand);
	for (const [text, verdict] of verdicts)
		if (verdict) byHand.set(text, verdict);
		else byHand.delete(text);
	const settings = {...step.settings, byHand};
	const {threshold, typed} = step;
	return withSettings(step, {threshold, settings, typed});
}
