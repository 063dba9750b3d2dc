import type {Connection} from '../provider/client.ts';
import type {Twin} from '../store/types.ts';

type Entry = {role: 'system' | 'user' | 'assistant'; content: string};

/**
How likely a text was as the twin's next words, in bits, its end included; null where the provider does not tell. It is
asked as vLLM is, with `prompt_logprobs`; the embedded provider answers that too.
*/
export async function bitsOf(
	{client, provider}: Pick<Connection, 'client' | 'provider'>,
	{model}: Pick<Twin, 'model'>,
	messages: Entry[],
	signal: AbortSignal,
): Promise<number | null> {
	if (provider.name !== 'local') return null;
	const body = {model, messages, max_completion_tokens: 1, prompt_logprobs: 0};
	const told = (await client.chat.completions.create(body, {signal})) as {
		prompt_logprobs?: (Record<string, {logprob: number}> | null)[];
	};
	if (!told.prompt_logprobs) return null;
	const logs = told.prompt_logprobs
		.flatMap(token => (token ? Object.values(token) : []))
		.map(({logprob}) => logprob);
	return -logs.reduce((sum, log) => sum + log, 0) / Math.LN2;
}
