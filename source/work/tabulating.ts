import {tableInSteps} from '../moderation/selection/table.ts';
import type {Services} from '../services.ts';
import type {ModerationAction} from '../state/moderation.ts';
import type {State} from '../state.ts';
import {gently} from './gently.ts';

/** Puts many texts in order while keys are answered, after the scores or the settings have changed. */
export async function* tabulating(
	_: Services,
	{moderation}: State,
	signal: AbortSignal,
): AsyncGenerator<ModerationAction> {
	if (!moderation?.columns) return;
	const {columns, settings, table: before} = moderation;
	const table = await gently(tableInSteps(columns, settings, before), signal);
	yield {type: 'moderation/tabulated', table};
}
