import {readyProviders} from '../provider/access.ts';
import type {Services} from '../services.ts';
import type {Action} from '../state.ts';

/** What earlier runs chose, and which providers they were given keys for; read beside the first screen, which needs none of it. */
export async function* remembering({
	settings,
	access,
}: Services): AsyncGenerator<Action> {
	const {me, threshold, rules, names} = (await settings()).values();
	const providers = readyProviders(await access());
	const remembered = {me, threshold, rules, names};
	yield {type: 'remembered', remembered, providers};
}
