import type {Elsewhere, TwinElsewhere} from '../local/elsewhere.ts';
import type {Voice} from '../local/engine.ts';
import {refuse} from '../local/errors.ts';
import {type Connection, connect} from '../provider/client.ts';
import type {Home} from '../store/home.ts';
import {openStore} from '../store/store.ts';
import type {Twin} from '../store/types.ts';
import {findTwin} from '../twin/find.ts';
import {openPast, type Past} from '../twin/past.ts';
import {type Means, speaking} from '../twin/speaking.ts';
import {accessFor} from './access.ts';
import type {Io} from './io.ts';

type ElsewhereServer = Elsewhere & {close(): Promise<void>};

/**
The twins of a home whose models are not the embedded provider's: each is talked to as in the chat, with its system prompt
and its past exchanges, and what it says is offered again.
*/
export function openElsewhere(
	home: Home,
	io: Pick<Io, 'environment'>,
): ElsewhereServer {
	const store = openStore(home);
	const open = new Map<string, Promise<Connection>>();
	const pasts = new Map<string, Promise<Past | null>>();
	const means: Means = {
		store,
		past: twin => once(pasts, twin.id, () => openPast(twin, home)),
		connect: (provider, baseURL) =>
			once(open, `${provider} ${baseURL}`, async () =>
				connect(provider, {
					home,
					baseURL,
					environment: await accessFor(provider, io, home),
				}),
			),
	};
	return {
		async list() {
			return (await store.twins.list())
				.filter(isElsewhere)
				.map(({id, createdAt}) => ({id, createdAt}));
		},
		async get(name) {
			if (name === '') return null;
			const twin = findTwin(await store.twins.list(), name);
			return typeof twin === 'string' || !isElsewhere(twin)
				? null
				: offered(twin, means);
		},
		async close() {
			for (const connection of await Promise.allSettled(open.values()))
				if (connection.status === 'fulfilled') await connection.value.close();
		},
	};
}

export const isElsewhere = ({provider}: Twin): boolean => provider !== 'local';

const offered = (twin: Twin, means: Means): TwinElsewhere => ({
	id: twin.id,
	createdAt: twin.createdAt,
	usual: twin.sampling,
	voice: {reply: replyOf(twin, means)},
});

/** A client's own system message takes the place of the twin's. */
const replyOf = (twin: Twin, means: Means): Voice['reply'] =>
	async function* (turns, sampling, signal) {
		const system = turns.filter(({role}) => role === 'system');
		const history = turns.flatMap(({role, content}) =>
			role === 'system' ? [] : [{role, content}],
		);
		const {temperature, topP, partner, maxTokens, stop, seed} = sampling;
		const speaker = {
			twin,
			history,
			sampling: {temperature, topP},
			partner,
			limits: {most: maxTokens, stop, seed},
			...(system.length > 0 && {
				systemPrompt: system.map(({content}) => content).join('\n'),
			}),
		};
		try {
			for await (const event of speaking(means, speaker, signal)) {
				if (event.type === 'delta') yield event.text;
				else
					return {
						finish: event.cut ? 'length' : 'stop',
						...(event.memory && {memory: event.memory}),
					};
			}
		} catch (error) {
			signal.throwIfAborted();
			refuse(502, 'twin_unreachable', (error as Error).message);
		}
		return {finish: 'stop'};
	};

/** What is there already, else what is made of it now; what failed, for want of a key say, is tried anew. */
function once<T>(
	known: Map<string, Promise<T>>,
	key: string,
	make: () => Promise<T>,
): Promise<T> {
	const value = known.get(key) ?? make();
	known.set(key, value);
	value.catch(() => known.delete(key));
	return value;
}
