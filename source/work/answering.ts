import type {Services} from '../services.ts';
import type {ChatAction} from '../state/chat.ts';
import type {State} from '../state.ts';
import {recall, recalls} from '../twin/recall.ts';
import {talk} from '../twin/talk.ts';

/** The twin's next turn, as it comes. */
export async function* answering(
	services: Services,
	{chat}: State,
	signal: AbortSignal,
): AsyncGenerator<ChatAction> {
	if (!chat?.answering) return;
	const id = chat.answering;
	const {twin, sampling, systemPrompt} = chat;
	const history = chat.turns
		.filter(turn => turn.id !== id)
		.map(({role, text}) => ({role, content: text}));
	try {
		const connection = await services.connect(twin.provider, twin.baseURL);
		const past = recalls(twin) ? await services.past(twin) : null;
		const recalled = recall({past, twin, history});
		for await (const event of talk(
			{connection, twin, history, sampling, systemPrompt, recalled},
			signal,
		)) {
			if (event.type === 'delta')
				yield {type: 'chat/delta', id, text: event.text};
			else yield {type: 'chat/answered', id};
		}
	} catch (error) {
		// Both `connect` and `talk` throw sentences.
		yield {type: 'chat/failed', id, reason: (error as Error).message};
	}
}
