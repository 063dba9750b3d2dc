import type {Connection} from '../provider/client.ts';
import type {ProviderName} from '../provider/types.ts';
import type {Store} from '../store/store.ts';
import type {Recalled, Sampling, Twin} from '../store/types.ts';
import {withLabels} from './names.ts';
import type {Longest} from './overrun.ts';
import type {Past} from './past.ts';
import type {Turn} from './prompt/messages.ts';
import {excludedKeys, recall, recalls} from './recall.ts';
import {type Limits, type TalkEvent, talk} from './talk.ts';

/** What it takes to let a twin speak, wherever its model is. */
export type Means = {
	connect(provider: ProviderName, baseURL: string | null): Promise<Connection>;
	/** Null where nothing is kept of what the twin was made of. */
	past(twin: Twin): Promise<Past | null>;
	store: Pick<Store, 'excluded'>;
};

export type Speaker = {
	twin: Twin;
	/** Oldest first, the message to answer last; empty where the twin shall begin. */
	history: readonly Turn[];
	/** Instead of the twin's own. */
	sampling?: Sampling;
	systemPrompt?: string;
	/** Whom the twin talks to; null for nobody in particular. */
	partner?: string | null;
	/** How much an embedded twin keeps to what its owner once said; null for its usual. */
	recall?: number | null;
	/** What a reply may not exceed. */
	longest?: Longest | undefined;
	limits?: Limits | undefined;
};

/**
A twin's reply, with its past exchanges in the prompt where its model needs them; `done` says which it leaned on.
@throws Error with a sentence for the owner
*/
export async function* speaking(
	means: Means,
	{twin, partner = null, ...set}: Speaker,
	signal: AbortSignal,
): AsyncGenerator<TalkEvent> {
	const {names = {}} = twin;
	const history = set.history.map(({role, content}) => ({
		role,
		content: withLabels(content, names),
	}));
	const connection = await means.connect(twin.provider, twin.baseURL);
	const past = recalls(twin) ? await means.past(twin) : null;
	const excluded = past ? await excludedKeys(means.store) : new Set<string>();
	const recalled = recall({past, twin, history, partner, excluded});
	const options = {
		connection,
		twin,
		history,
		recalled,
		...(partner !== null && {partner}),
		...(set.sampling && {sampling: set.sampling}),
		...(set.systemPrompt !== undefined && {systemPrompt: set.systemPrompt}),
		...(set.recall != null && {recall: set.recall}),
		...(set.longest && {longest: set.longest}),
		...(set.limits && {limits: set.limits}),
	};
	for await (const event of talk(options, signal))
		yield event.type === 'done' && !event.memory && recalled.length > 0
			? {...event, memory: leanedOn(recalled, event.text)}
			: event;
}

/** What stood in the prompt; the reply quotes what it repeats word by word. */
const leanedOn = (
	recalled: readonly Omit<Recalled, 'quoted'>[],
	reply: string,
): Recalled[] =>
	recalled.map(exchange => ({
		asked: exchange.asked,
		reply: exchange.reply,
		chat: exchange.chat,
		at: exchange.at,
		quoted: exchange.reply.trim() === reply.trim(),
	}));
