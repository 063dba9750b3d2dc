import {missing} from '../provider/access.ts';
import {explain} from '../provider/errors.ts';
import {findProvider, providers} from '../provider/providers.ts';
import type {Provider} from '../provider/types.ts';
import type {Services} from '../services.ts';
import {type CleanUpAction, chosenItems} from '../state/clean-up.ts';
import type {State} from '../state.ts';
import {removeItem, stockAt, stockHere} from '../training/stock.ts';

/** What lies on this machine, then at every provider that there is access to. */
export async function* stocktaking(
	services: Services,
	_state: State,
	signal: AbortSignal,
): AsyncGenerator<CleanUpAction> {
	const {store} = services;
	yield {type: 'clean-up/found', items: await stockHere(store)};
	const environment = await services.access();
	for (const {name, baseURL} of await placesToAsk(services, environment)) {
		try {
			const connection = await services.connect(name, baseURL);
			const items = await stockAt(connection, store, signal);
			yield {type: 'clean-up/found', items};
		} catch (error) {
			if (signal.aborted) return;
			const reason = explain(error, findProvider(name));
			yield {type: 'clean-up/problem', reason};
		}
	}
	yield {type: 'clean-up/looked'};
}

type Place = {name: Provider['name']; baseURL: string | null};

/** Providers whose key is known, and servers that something was made at. */
async function placesToAsk(
	{store}: Services,
	environment: NodeJS.ProcessEnv,
): Promise<Place[]> {
	const used = [...(await store.twins.list()), ...(await store.jobs.list())]
		.filter(({provider, baseURL}) => provider === 'custom' && baseURL)
		.map(({baseURL}) => baseURL);
	const ready = providers
		.filter(provider => missing(provider, environment) === null)
		.map(({name}): Place => ({name, baseURL: null}));
	const servers = [...new Set(used)].map(
		(baseURL): Place => ({name: 'custom', baseURL}),
	);
	return [...ready, ...servers];
}

/** Deletes what was chosen, one after the other; what cannot be deleted stays on the list, with the reason. */
export async function* deleting(
	services: Services,
	{room}: State,
): AsyncGenerator<CleanUpAction> {
	if (room?.type !== 'clean-up') return;
	for (const item of chosenItems(room)) {
		try {
			await removeItem(item, services.store, services.connect);
			yield {type: 'clean-up/deleted', key: item.key};
		} catch (error) {
			const {target} = item;
			const provider = findProvider(
				'provider' in target ? target.provider : 'local',
			);
			const reason = `Not deleted: ${item.words}. ${explain(error, provider)}`;
			yield {type: 'clean-up/problem', reason};
		}
	}
	yield {type: 'clean-up/done'};
}
