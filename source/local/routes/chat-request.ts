import {type Body, isBody, numberOf} from '../checks.ts';
import type {Sampling, Turn} from '../engine/types.ts';
import {refuse} from '../errors.ts';

export type ChatRequest = {
	turns: Turn[];
	sampling: Sampling;
	/** How likely the last message was is to be told, as vLLM does with `prompt_logprobs: 0`, instead of answering it. */
	scores: boolean;
	stream: boolean;
	/** Whether a stream ends with a chunk that counts the tokens. */
	includeUsage: boolean;
};

export type Usual = Pick<Sampling, 'temperature' | 'topP'>;

/** The engine's own, found by `evaluate`: what a hosted model is best asked with makes this one dull. */
export const usualSampling: Usual & {recall: number} = {
	temperature: 1,
	topP: 0.95,
	recall: 0.5,
};

/** When the client sets no limit: more than any message in a chat, less than a model that does not find its end. */
const usualTokens = 400;
const mostTokens = 4096;
const mostSeed = Number.MAX_SAFE_INTEGER;

/**
@param usual what holds where the client says nothing
@throws HTTPException 400 with a sentence
*/
export function readChatRequest(
	body: Body,
	usual: Usual = usualSampling,
): ChatRequest {
	refuseUnsupported(body);
	const whole = {min: 1, max: Number.MAX_SAFE_INTEGER, whole: true};
	const limit =
		numberOf(body, 'max_completion_tokens', whole) ??
		numberOf(body, 'max_tokens', whole) ??
		usualTokens;
	return {
		turns: readTurns(body),
		sampling: {
			temperature:
				numberOf(body, 'temperature', {min: 0, max: 2}) ?? usual.temperature,
			topP: numberOf(body, 'top_p', {min: 0, max: 1}) ?? usual.topP,
			recall:
				numberOf(body, 'recall', {min: 0, max: 1}) ?? usualSampling.recall,
			partner: readPartner(body),
			maxTokens: Math.min(limit, mostTokens),
			seed: numberOf(body, 'seed', {
				min: -mostSeed,
				max: mostSeed,
				whole: true,
			}),
			stop: readStop(body),
		},
		scores: body.prompt_logprobs === 0,
		stream: body.stream === true,
		includeUsage:
			isBody(body.stream_options) && body.stream_options.include_usage === true,
	};
}

/** What would make the answer a different thing from what was asked; whatever only tunes it is passed over. */
function refuseUnsupported(body: Body): void {
	const {n, logprobs, tool_choice, function_call, response_format, modalities} =
		body;
	const asked: Readonly<Record<string, boolean>> = {
		n: typeof n === 'number' && n !== 1,
		logprobs: logprobs === true,
		tool_choice: tool_choice === 'required' || isBody(tool_choice),
		function_call: isBody(function_call),
		response_format: isBody(response_format) && response_format.type !== 'text',
		modalities: Array.isArray(modalities) && modalities.includes('audio'),
	};
	for (const [param, is] of Object.entries(asked))
		if (is)
			refuse(
				400,
				'unsupported_parameter',
				`The twins of the embedded provider write one plain text; they do not know this "${param}".`,
				param,
			);
}

function readTurns({messages}: Body): Turn[] {
	if (!Array.isArray(messages) || messages.length === 0)
		return refuse(
			400,
			'invalid_value',
			'"messages" has to be a list of at least one message.',
			'messages',
		);
	return messages.map(readTurn);
}

const roles = ['system', 'user', 'assistant'] as const;

function readTurn(message: unknown, index: number): Turn {
	const param = `messages[${index}]`;
	if (!isBody(message))
		return refuse(400, 'invalid_value', `"${param}" is no object.`, param);
	const asked = message.role === 'developer' ? 'system' : message.role;
	const role = roles.find(one => one === asked);
	if (!role)
		return refuse(
			400,
			'invalid_value',
			`"${param}.role" has to be system, developer, user or assistant.`,
			`${param}.role`,
		);
	return {role, content: readContent(message.content, `${param}.content`)};
}

function readContent(content: unknown, param: string): string {
	if (typeof content === 'string') return content;
	if (!Array.isArray(content))
		return refuse(
			400,
			'invalid_value',
			`"${param}" has to be a text or a list of text parts.`,
			param,
		);
	return content
		.map(part =>
			isBody(part) && part.type === 'text' && typeof part.text === 'string'
				? part.text
				: refuse(
						400,
						'invalid_value',
						`"${param}" has a part that is no text; twins read text only.`,
						param,
					),
		)
		.join('\n');
}

function readPartner({partner}: Body): string | null {
	if (partner === undefined || partner === null) return null;
	if (typeof partner !== 'string')
		return refuse(
			400,
			'invalid_value',
			'"partner" has to be a text: who the twin talks to.',
			'partner',
		);
	return partner;
}

function readStop({stop}: Body): string[] {
	const texts: unknown[] = Array.isArray(stop) ? stop : [stop ?? []].flat();
	if (texts.length > 4 || texts.some(one => typeof one !== 'string' || !one))
		return refuse(
			400,
			'invalid_value',
			'"stop" has to be a text or a list of at most 4 texts.',
			'stop',
		);
	return texts as string[];
}
