import type {Services} from '../services.ts';
import type {Recalled, Sampling, Twin} from '../store/types.ts';
import {withLabels} from '../twin/names.ts';
import type {Longest} from '../twin/overrun.ts';
import type {Turn} from '../twin/prompt/messages.ts';
import {excludedKeys, recall, recalls} from '../twin/recall.ts';
import {type TalkEvent, talk} from '../twin/talk.ts';

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
};

/**
A twin's reply, with its past exchanges in the prompt where its model needs them; `done` says which it leaned on.
@throws Error with a sentence for the owner
*/
export async function* speaking(
	services: Pick<Services, 'connect' | 'past' | 'store'>,
	{twin, partner = null, ...set}: Speaker,
	signal: AbortSignal,
): AsyncGenerator<TalkEvent> {
	const {names = {}} = twin;
	const history = set.history.map(({role, content}) => ({
		role,
		content: withLabels(content, names),
	}));
	const connection = await services.connect(twin.provider, twin.baseURL);
	const past = recalls(twin) ? await services.past(twin) : null;
	const excluded = past
		? await excludedKeys(services.store)
		: new Set<string>();
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
