import {explain} from '../provider/errors.ts';
import {findProvider} from '../provider/providers.ts';
import type {Services} from '../services.ts';
import type {Action, State} from '../state.ts';
import {log} from '../store/log.ts';
import {openVerdicts} from '../store/verdicts.ts';

/** Keeps what was decided about texts by hand. Where that fails, the decisions last as long as the program, and it is said. */
export async function* keeping(
	{home}: Services,
	{moderation}: State,
): AsyncGenerator<Action> {
	const verdicts = moderation?.unkept ?? new Map();
	try {
		await openVerdicts(home).add(verdicts);
	} catch (error) {
		log('decisions were not kept', error);
		yield {
			type: 'notice',
			text: `Not remembered: ${explain(error, findProvider('local'))}`,
		};
	}
	yield {type: 'moderation/kept', verdicts};
}
