import {
	daysBetween,
	type KnownModel,
	knownModels,
	pricePerReply,
} from './catalogue.ts';
import type {Provider} from './types.ts';

/** A model as a provider lists it. */
export type Listed = {id: string; shutdown_date?: string | null};

/** A model that a twin can be made with. */
export type Offer = {
	model: string;
	/** What it costs, in a few words. */
	price: string;
	/** How long it can be had, in a few words; empty where nobody says. */
	until: string;
	/** Why it cannot be used any more, in a few words; null where it can. */
	gone: string | null;
};

/** What a list of models is full of besides such that chat. */
const cannotChat =
	/embed|moderation|whisper|tts|dall-e|image|audio|realtime|transcribe|sora|search|babbage|davinci|-instruct-\d{4}|computer-use|codex/i;

/**
The models of a provider for one way of making a twin: what is known beforehand first, then what it lists. Where a list
is there, what is missing in it is not offered.
@param listed null where the provider was not or could not be asked
@param today 'YYYY-MM-DD'
*/
export function offersOf(
	{name, models}: Provider,
	way: 'fine-tuned' | 'prompted',
	listed: readonly Listed[] | null,
	today: string,
): Offer[] {
	const known = knownModels(name).filter(({canTrain}) =>
		way === 'fine-tuned' ? canTrain : name !== 'local',
	);
	const there = new Map(listed?.map(model => [model.id, model]));
	const isThere = ({model}: KnownModel) =>
		there.size === 0 || name !== 'openai' || there.has(model);
	const others = (listed ?? [])
		.filter(({id}) => !known.some(({model}) => model === id))
		.filter(({id}) => !cannotChat.test(id))
		// What can be trained elsewhere than at a server of one's own is known, or can be typed.
		.filter(() => way === 'prompted' || name === 'custom')
		.map(({id}) => unknownModel(id));
	const usual = way === 'fine-tuned' ? models.training : models.chat;
	return [...known.filter(isThere), ...others]
		.sort((a, b) => Number(b.model === usual) - Number(a.model === usual))
		.map(model => toOffer(model, way, there.get(model.model), today));
}

const unknownModel = (model: string): KnownModel => ({
	model,
	training: null,
	canTrain: false,
	chat: null,
	trainsUntil: null,
	shutdown: null,
});

function toOffer(
	known: KnownModel,
	way: 'fine-tuned' | 'prompted',
	listed: Listed | undefined,
	today: string,
): Offer {
	const {model, trainsUntil} = known;
	const shutdown = listed?.shutdown_date ?? known.shutdown;
	const isOver = (day: string | null) => day !== null && day <= today;
	const gone = isOver(shutdown)
		? `shut down on ${shutdown}`
		: way === 'fine-tuned' && isOver(trainsUntil)
			? `no training since ${trainsUntil}`
			: null;
	return {
		model,
		price: priceOf(known, way),
		until: shutdown
			? `until ${shutdown}, ${daysBetween(today, shutdown)} days`
			: '',
		gone,
	};
}

function priceOf(known: KnownModel, way: 'fine-tuned' | 'prompted'): string {
	if (way === 'prompted') {
		const each = pricePerReply(known);
		return each === null ? '' : `$${each.toFixed(4)} a reply`;
	}
	if (known.training === 0) return 'free';
	return known.training === null ? '' : `$${known.training} a million tokens`;
}
