import type {OpenAI} from 'openai';
import type {ChatCompletionMessageParam} from 'openai/resources/chat/completions';
import type {Sampling} from '../store/types.ts';
import {readTrouble} from './trouble.ts';
import type {Provider} from './types.ts';

/** Parameters of a streamed chat completion. */
export type ChatParameters =
	OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

export type ChatRequest = {
	provider: Provider;
	model: string;
	messages: ChatCompletionMessageParam[];
	sampling: Sampling;
	/** Most tokens of the reply. */
	maxTokens: number;
	/** Texts at which it ends. */
	stop?: readonly string[];
	seed?: number | null;
};

/** The parameters that suit a provider and a model. */
export function chatParameters(request: ChatRequest): ChatParameters {
	const {provider, model, messages, sampling, maxTokens} = request;
	const {stop = [], seed = null} = request;
	const {reasoning} = provider.quirks;
	const rule = reasoning.find(({models}) => models.test(model))?.sampling;
	const base = {
		model,
		messages,
		stream: true as const,
		...(stop.length > 0 && {stop: [...stop]}),
		...(seed !== null && {seed}),
	};
	if (rule === 'never') return base;
	return {
		...base,
		temperature: sampling.temperature,
		top_p: sampling.topP,
		[provider.quirks.maxTokens]: maxTokens,
		...(rule === 'without-reasoning' ? {reasoning_effort: 'none'} : {}),
	};
}

type Optional = Exclude<keyof ChatParameters, 'model' | 'messages' | 'stream'>;

/** What each model of a client turned out not to take. */
const unsupported = new WeakMap<OpenAI, Map<string, Set<Optional>>>();

/**
Begins a streamed reply. A parameter that the model does not take is left out and the request made once more, and from
then on it is left out at once.
@throws the package's errors
*/
export async function createChat(
	{client, provider}: {client: OpenAI; provider: Provider},
	parameters: ChatParameters,
	options: OpenAI.RequestOptions,
) {
	const known = rememberedFor(client, parameters.model);
	for (;;) {
		const asked = without(parameters, known);
		try {
			return await client.chat.completions.create(asked, options);
		} catch (error) {
			const param = refusedParameter(error, provider);
			if (!param || !(param in asked)) throw error;
			known.add(param);
		}
	}
}

function rememberedFor(client: OpenAI, model: string): Set<Optional> {
	const models = unsupported.get(client) ?? new Map<string, Set<Optional>>();
	unsupported.set(client, models);
	const known = models.get(model) ?? new Set<Optional>();
	models.set(model, known);
	return known;
}

const otherName = {
	max_tokens: 'max_completion_tokens',
	max_completion_tokens: 'max_tokens',
} as const;

/** Without what is not supported; a limit of tokens goes under its other name first. */
function without(
	parameters: ChatParameters,
	known: ReadonlySet<Optional>,
): ChatParameters {
	const result = {...parameters};
	for (const param of known) {
		delete result[param];
		if (param !== 'max_tokens' && param !== 'max_completion_tokens') continue;
		const other = otherName[param];
		const limit = parameters[param];
		if (limit != null && !known.has(other)) result[other] = limit;
	}
	return result;
}

const removable: readonly Optional[] = [
	'temperature',
	'top_p',
	'max_tokens',
	'max_completion_tokens',
	'reasoning_effort',
];

function refusedParameter(
	error: unknown,
	provider: Provider,
): Optional | undefined {
	const {status, code, param} = readTrouble(error, provider);
	if (status !== 400 || !/^unsupported_(value|parameter)$/.test(code ?? ''))
		return undefined;
	return removable.find(name => name === param);
}
