import type {Services} from '../services.ts';
import type {Action} from '../state.ts';

/** What earlier runs chose; read beside the first screen, which needs none of it. */
export async function* remembering({
	settings,
}: Services): AsyncGenerator<Action> {
	const {me, threshold, rules, names} = (await settings()).values();
	yield {type: 'remembered', remembered: {me, threshold, rules, names}};
}
