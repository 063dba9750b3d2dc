import type {Services} from '../services.ts';
import type {ChatAction} from '../state/chat.ts';
import type {State} from '../state.ts';
import {speaking} from '../twin/speaking.ts';
import type {TalkEvent} from '../twin/talk.ts';
import {frame, paced} from './pace.ts';

/** The twin's next turn, as it comes. */
export async function* answering(
	services: Services,
	{chat}: State,
	signal: AbortSignal,
): AsyncGenerator<ChatAction> {
	if (!chat?.answering) return;
	const id = chat.answering;
	const {twin, sampling, systemPrompt, partner, recall} = chat;
	const history = chat.turns
		.filter(turn => turn.id !== id)
		.map(({role, text}) => ({role, content: text}));
	const longest = chat.portrait?.longest;
	const speaker = {
		twin,
		history,
		sampling,
		systemPrompt,
		partner,
		recall,
		longest,
	};
	try {
		const events = speaking(services, speaker, signal);
		for await (const event of paced(events, joinDeltas, frame())) {
			if (event.type === 'delta') {
				yield {type: 'chat/delta', id, text: event.text};
				continue;
			}
			const {text, cut, memory} = event;
			yield {
				type: 'chat/answered',
				id,
				turn: {text, ...(cut && {cut}), ...(memory && {memory})},
			};
		}
	} catch (error) {
		// What cannot be asked or answered is told in a sentence.
		yield {type: 'chat/failed', id, reason: (error as Error).message};
	}
}

const joinDeltas = (events: readonly TalkEvent[]): TalkEvent[] => {
	const text = events
		.map(event => (event.type === 'delta' ? event.text : ''))
		.join('');
	return [
		...(text === '' ? [] : [{type: 'delta' as const, text}]),
		...events.filter(({type}) => type === 'done'),
	];
};
