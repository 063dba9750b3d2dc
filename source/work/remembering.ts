import {readyProviders} from '../provider/access.ts';
import type {Services} from '../services.ts';
import type {Action, State} from '../state.ts';
import {log} from '../store/log.ts';

/** What earlier runs chose, and which providers they were given keys for; read beside the first screen, which needs none of it. */
export async function* remembering({
	settings,
	access,
	store,
}: Services): AsyncGenerator<Action> {
	const {pane, rhythm, ...kept} = (await settings()).values();
	const {me, threshold, moderation, scorer, rules, names} = kept;
	const providers = readyProviders(await access());
	const excluded = await store.excluded.all().catch(error => {
		log('what was excluded cannot be read', error);
		return [];
	});
	const remembered = {
		me,
		moderation: {threshold, ...moderation},
		scorer,
		rules,
		names,
		excluded,
		habits: {pane, rhythm},
	};
	yield {type: 'remembered', remembered, providers};
}

/** What is decided about names is kept at once: it took somebody's eyes. */
export async function deciding(
	{settings}: Services,
	{names}: State,
): Promise<Action[]> {
	(await settings()).change({names});
	return [];
}
