import {plural} from '../format.ts';
import {missing} from '../provider/access.ts';
import {explain} from '../provider/errors.ts';
import {type Listed, offersOf} from '../provider/offers.ts';
import {findProvider, providers} from '../provider/providers.ts';
import type {LocalServer} from '../provider/servers.ts';
import type {Provider} from '../provider/types.ts';
import type {Services} from '../services.ts';
import type {ProvidersAction} from '../state/providers.ts';
import type {ProviderRow} from '../state/providers-step.ts';
import type {Action, State} from '../state.ts';

/** Every provider with what it needs, and the servers that answer on this machine. No other machine is asked. */
export async function* providing(
	services: Services,
	_state: State,
	signal: AbortSignal,
): AsyncGenerator<ProvidersAction> {
	const [environment, servers] = await Promise.all([
		services.access(),
		services.servers(signal),
	]);
	const rows = providers.map(provider => rowOf(provider, environment));
	const found = servers.map(serverRow);
	yield {
		type: 'providers/found',
		rows: [...rows.slice(0, -1), ...found, ...rows.slice(-1)],
	};
}

function rowOf(
	provider: Provider,
	environment: NodeJS.ProcessEnv,
): ProviderRow {
	const needs = missing(provider, environment);
	return {
		provider: provider.name,
		baseURL: null,
		label: provider.label,
		ready: needs === null,
		status: statusOf(provider, needs, environment),
		needs,
		can: abilities(provider),
	};
}

function statusOf(
	{name, baseURLVariable}: Provider,
	needs: ProviderRow['needs'],
	environment: NodeJS.ProcessEnv,
): string {
	if (name === 'local') return 'always ready, stays here';
	if (needs) return `needs a ${needs.what}: enter asks`;
	if (name === 'custom')
		return (baseURLVariable && environment[baseURLVariable]) || 'ready';
	return 'key found';
}

const abilities = ({can, name}: Provider): string =>
	[
		can.train && 'trains',
		can.chat && name !== 'local' && 'prompts',
		can.moderate && 'moderates',
	]
		.filter(Boolean)
		.join(', ');

const serverRow = ({label, baseURL, models}: LocalServer): ProviderRow => ({
	provider: 'custom',
	baseURL,
	label,
	ready: true,
	status: `${new URL(baseURL).host}: ${plural(models.length, 'model')}`,
	needs: null,
	can: 'prompts',
});

/** What was typed for a provider is handed to whoever keeps it, and known to the screen no more. */
export async function* giving(
	services: Services,
	{room}: State,
): AsyncGenerator<Action> {
	if (room?.type !== 'providers' || !room.giving) return;
	const {variable, value, keep} = room.giving;
	await services.giveAccess(variable, value, keep);
	yield {type: 'providers/given'};
}

/** The models of the provider that was chosen: what it lists, or where it does not, what is known of it. */
export async function* offering(
	services: Services,
	{room}: State,
	signal: AbortSignal,
): AsyncGenerator<ProvidersAction> {
	if (room?.type !== 'providers' || !room.chosen) return;
	const {provider: name, baseURL} = room.chosen;
	const provider = findProvider(name);
	let listed: Listed[] | null = null;
	let problem: string | null = null;
	try {
		if (name !== 'local') {
			const {client} = await services.connect(name, baseURL);
			const page = await client.models.list({signal, timeout: 15_000});
			listed = page.data ?? [];
		}
	} catch (error) {
		if (signal.aborted) return;
		problem = explain(error, provider);
	}
	const today = new Date().toISOString().slice(0, 10);
	yield {
		type: 'providers/offered',
		offers: {
			'fine-tuned': offersOf(provider, 'fine-tuned', listed, today),
			prompted: offersOf(provider, 'prompted', listed, today),
		},
		problem,
	};
}
