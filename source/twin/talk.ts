import {
	type ChatParameters,
	chatParameters,
	createChat,
} from '../provider/chat-parameters.ts';
import type {Connection} from '../provider/client.ts';
import {explain} from '../provider/errors.ts';
import type {Recalled, Sampling, Twin} from '../store/types.ts';
import {type Longest, type Overrun, overrun} from './overrun.ts';
import {buildMessages, type Turn} from './prompt/messages.ts';
import type {Recalled as Shown} from './prompt/recalled.ts';

/** What a reply is made of; `done` comes last and holds the whole text. */
export type TalkEvent =
	| {type: 'delta'; text: string}
	/** `stopped`: by the signal, so the text may be a part only. `cut`: why it was ended here, though the model went on. */
	| {
			type: 'done';
			text: string;
			stopped: boolean;
			cut?: Overrun['cut'];
			/** Past exchanges that the reply leaned on, where the provider tells. */
			memory?: Recalled[];
	  };

export type TalkOptions = {
	connection: Pick<Connection, 'client' | 'provider'>;
	/** Who answers: a twin, or any model for comparison. */
	twin: Pick<Twin, 'model' | 'sampling' | 'systemPrompt'> &
		Partial<Pick<Twin, 'style'>>;
	/** Oldest first, the message to answer last; empty where the twin shall begin. */
	history: readonly Turn[];
	/** Instead of the twin's own. */
	sampling?: Sampling;
	systemPrompt?: string;
	/** Who the twin writes to: that person's exchanges come first. */
	partner?: string;
	/** Past exchanges for the prompt (`recall.ts`), best first. */
	recalled?: readonly Shown[];
	/** How much the embedded twin keeps to what its owner once said, 0 to 1. */
	recall?: number;
	/** What a reply may not exceed. */
	longest?: Longest;
	limits?: Limits;
};

/** What a client of OpenAI may ask of a reply beside its sampling. */
export type Limits = {
	/** Tokens. */
	most?: number;
	/** Texts at which it ends. */
	stop?: readonly string[];
	/** The same one gives the same reply, where the provider keeps to it. */
	seed?: number | null;
};

/** A reply that broke off or never came: a sentence for the owner, and the text that had come. */
export class InterruptedReply extends Error {
	override name = 'InterruptedReply';
	readonly partial: string;

	constructor(message: string, partial: string, cause?: unknown) {
		super(message, {cause});
		this.partial = partial;
	}
}

/** Longest reply in tokens: a burst of chat messages is far below. */
const maxTokens = 500;

/** Longest reply in characters, whatever the model was asked for: one that never ends is cut here. */
const longest = 20_000;

/** How long a provider may take to begin answering, in milliseconds; the embedded one may have a model to load. */
const timeout = 120_000;

/**
A twin's reply, streamed. The text is as the model gave it: whoever shows it makes it safe for a terminal.
Aborting the signal ends the reply with `done`, and keeps what had come.
@throws InterruptedReply, with the partial text
*/
export async function* talk(
	options: TalkOptions,
	signal: AbortSignal,
): AsyncGenerator<TalkEvent> {
	let text = '';
	let finished = false;
	let memory: Recalled[] | undefined;
	try {
		const stream = await createChat(options.connection, parameters(options), {
			signal,
			timeout,
		});
		for await (const chunk of stream) {
			// A server may send any JSON.
			if (typeof chunk !== 'object' || chunk === null) continue;
			const choice = chunk.choices?.[0];
			finished ||= Boolean(choice?.finish_reason);
			memory ??= memoryIn(chunk);
			const delta = choice?.delta?.content;
			if (!delta || typeof delta !== 'string') continue;
			text += delta;
			const over = overrun(text, options.longest);
			// Leaving the loop ends the request.
			if (over) return yield {type: 'done', stopped: false, ...over};
			yield {type: 'delta', text: delta};
			if (text.length < longest) continue;
			finished = true;
			break;
		}
	} catch (error) {
		if (!signal.aborted) {
			const reason = explain(error, options.connection.provider);
			throw new InterruptedReply(reason, text, error);
		}
	}
	// The package ends an aborted stream, and one that the other side just closes, like a complete one.
	if (!finished && !signal.aborted)
		throw new InterruptedReply(
			`${options.connection.provider.label} broke off in the middle of the reply: try again.`,
			text,
		);
	yield {
		type: 'done',
		text,
		stopped: signal.aborted,
		...(memory && {memory}),
	};
}

/** What the embedded provider says that it leaned on: beside what the protocol knows. */
function memoryIn(chunk: object): Recalled[] | undefined {
	const {memory} = chunk as {memory?: unknown};
	return Array.isArray(memory)
		? memory
				.filter(isRecalled)
				.map(({asked, reply, chat = null, at = null, quoted = false}) => ({
					asked,
					reply,
					chat,
					at,
					quoted,
				}))
		: undefined;
}

type Told = Pick<Recalled, 'asked' | 'reply'> & Partial<Recalled>;

const isRecalled = (value: Partial<Recalled> | null): value is Told =>
	typeof value?.asked === 'string' && typeof value.reply === 'string';

function parameters(options: TalkOptions): ChatParameters {
	const {connection, twin, history, partner, recall, limits} = options;
	const asked = chatParameters({
		provider: connection.provider,
		model: twin.model,
		messages: buildMessages({
			systemPrompt: options.systemPrompt ?? twin.systemPrompt,
			history,
			style: twin.style ?? null,
			recalled: options.recalled ?? [],
			...(partner === undefined ? {} : {partner}),
		}),
		sampling: options.sampling ?? twin.sampling,
		maxTokens: limits?.most ?? maxTokens,
		stop: limits?.stop ?? [],
		seed: limits?.seed ?? null,
	});
	if (connection.provider.name !== 'local') return asked;
	return {
		...asked,
		...(recall !== undefined && {recall}),
		...(partner !== undefined && {partner}),
	};
}
