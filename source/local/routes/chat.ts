import {type Context, Hono} from 'hono';
import type {OpenAI} from 'openai';
import {readBody, textOf} from '../checks.ts';
import type {Elsewhere} from '../elsewhere.ts';
import type {Report, Voice} from '../engine.ts';
import {answerError, refuse} from '../errors.ts';
import {newId, nowInSeconds} from '../ids.ts';
import {baseModel, type Models} from '../models.ts';
import {toEventStream} from '../sse.ts';
import {type ChatRequest, readChatRequest} from './chat-request.ts';
import {noSuchModel} from './models.ts';

/** A reply as it is made: pieces of text, and at last how it ended. */
type Part = {text: string} | {end: Report};

/** `/v1/chat/completions`, as JSON or as server-sent events. */
export function chatRoutes(models: Models, elsewhere: Elsewhere): Hono {
	return new Hono().post('/', async c => {
		const body = await readBody(c);
		const name = textOf(body, 'model');
		const twin = await elsewhere.get(name);
		const request = readChatRequest(body, twin?.usual);
		const voice = twin?.voice ?? (await openVoice(models, name));
		if (request.scores) return c.json(await score(name, voice, request));
		const answer = (signal: AbortSignal) => partsOf(voice, request, signal);
		return request.stream
			? stream(c, name, request, answer)
			: c.json(await complete(name, answer(c.req.raw.signal)));
	});
}

async function openVoice(models: Models, name: string): Promise<Voice> {
	if (name === baseModel)
		refuse(
			400,
			'model_not_trained',
			`"${baseModel}" has learnt nothing yet: train it on your chats, then talk to the model that comes of it.`,
			'model',
		);
	const kept = (await models.get(name)) ?? noSuchModel(name);
	const loaded = await models.load(kept);
	if ('problem' in loaded)
		return refuse(500, 'model_damaged', loaded.problem, 'model');
	return loaded.voice;
}

/** Leaving the loop over it, or an abort, ends the generation. */
async function* partsOf(
	voice: Voice,
	{turns, sampling}: ChatRequest,
	signal: AbortSignal,
): AsyncGenerator<Part> {
	const pieces = voice.reply(turns, sampling, signal);
	try {
		for (;;) {
			const {value, done} = await pieces.next();
			signal.throwIfAborted();
			if (done) return yield {end: value};
			yield {text: value};
		}
	} finally {
		await pieces.return({finish: 'stop'});
	}
}

/** Null for a voice that does not count. */
const usageOf = ({promptTokens, completionTokens}: Report) =>
	promptTokens === undefined || completionTokens === undefined
		? null
		: ({
				prompt_tokens: promptTokens,
				completion_tokens: completionTokens,
				total_tokens: promptTokens + completionTokens,
			} satisfies OpenAI.CompletionUsage);

/**
How likely the last message was, token by token, beside an empty answer: the key and its shape are vLLM's extension of the
protocol. Tokens before the last message are null; the last one, without text, is the message's end.
*/
async function score(
	model: string,
	voice: Voice,
	{turns}: ChatRequest,
): Promise<OpenAI.ChatCompletion & {prompt_logprobs: unknown[]}> {
	if (turns.at(-1)?.role !== 'assistant' || !voice.score)
		return refuse(
			400,
			'invalid_value',
			'"prompt_logprobs" tells how likely the last message was; that has to be one of the assistant.',
			'prompt_logprobs',
		);
	const scored = await voice.score(turns);
	return {
		...completion(model, '', {
			finish: 'length',
			promptTokens: scored.length,
			completionTokens: 0,
		}),
		prompt_logprobs: scored.map(({token, text, logProbability}) => ({
			[token]: {logprob: logProbability, decoded_token: text},
		})),
	};
}

async function complete(
	model: string,
	parts: AsyncIterable<Part>,
): Promise<OpenAI.ChatCompletion> {
	let content = '';
	let end: Report | undefined;
	for await (const part of parts) {
		if ('text' in part) content += part.text;
		else end = part.end;
	}
	return completion(model, content, end);
}

/** What the reply leaned on stands beside what the protocol knows. */
function completion(model: string, content: string, end?: Report) {
	const usage = end && usageOf(end);
	return {
		id: newId('chatcmpl-'),
		object: 'chat.completion',
		created: nowInSeconds(),
		model,
		choices: [
			{
				index: 0,
				message: {role: 'assistant', content, refusal: null},
				finish_reason: end?.finish ?? 'stop',
				logprobs: null,
			},
		],
		...(usage && {usage}),
		...(end?.memory && {memory: end.memory}),
	} satisfies OpenAI.ChatCompletion & {memory?: Report['memory']};
}

/** A client that goes away ends the generation. */
function stream(
	c: Context,
	model: string,
	{includeUsage}: ChatRequest,
	answer: (signal: AbortSignal) => AsyncIterable<Part>,
): Response {
	const left = new AbortController();
	const chunks = toChunks(model, answer(left.signal), includeUsage);
	const body = toEventStream(chunks, {
		onCancel: () => left.abort(),
		// The status is sent already, so the error comes as an event of its own.
		onError: async error => (await answerError(error, c).json()) as object,
	});
	return c.body(body, 200, {
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-cache',
	});
}

async function* toChunks(
	model: string,
	parts: AsyncIterable<Part>,
	includeUsage: boolean,
): AsyncGenerator<OpenAI.ChatCompletionChunk> {
	const head = {
		id: newId('chatcmpl-'),
		object: 'chat.completion.chunk',
		created: nowInSeconds(),
		model,
	} as const;
	const chunk = (
		delta: OpenAI.ChatCompletionChunk.Choice.Delta,
		finish_reason: Report['finish'] | null = null,
	) =>
		({
			...head,
			choices: [{index: 0, delta, finish_reason, logprobs: null}],
			...(includeUsage && {usage: null}),
		}) satisfies OpenAI.ChatCompletionChunk;
	yield chunk({role: 'assistant', content: '', refusal: null});
	for await (const part of parts) {
		if ('text' in part) yield chunk({content: part.text});
		else {
			const {finish, memory} = part.end;
			yield {...chunk({}, finish), ...(memory && {memory})};
			const usage = usageOf(part.end);
			if (includeUsage && usage) yield {...head, choices: [], usage};
		}
	}
}
