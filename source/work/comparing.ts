import type {Services} from '../services.ts';
import type {LearntAction} from '../state/chat.ts';
import type {State} from '../state.ts';
import {speaking} from '../twin/speaking.ts';

/** Another's answer to the turn that the twin has answered. */
export async function* comparing(
	services: Services,
	{chat}: State,
	signal: AbortSignal,
): AsyncGenerator<LearntAction> {
	const asked = chat?.answers.findLast(({status}) => status === 'asked');
	const rival = chat?.rivals.find(({id}) => id === asked?.rival);
	if (!chat || !asked || !rival) return;
	const answer = (text: string, status: 'done' | 'failed'): LearntAction => ({
		type: 'learnt/answer',
		twin: chat.twin.id,
		answer: {rival: asked.rival, turn: asked.turn, text, status},
	});
	const end = chat.turns.findIndex(({id}) => id === asked.turn);
	const history = chat.turns
		.slice(0, end)
		.map(({role, text}) => ({role, content: text}));
	// A twin that was made under other words keeps its own.
	const own = rival.twin.id === chat.twin.id;
	try {
		const speaker = {
			twin: rival.twin,
			history,
			partner: chat.partner,
			...(own && {sampling: chat.sampling, systemPrompt: chat.systemPrompt}),
		};
		for await (const event of speaking(services, speaker, signal))
			if (event.type === 'done' && !event.stopped)
				yield answer(event.text, 'done');
	} catch (error) {
		yield answer((error as Error).message, 'failed');
	}
}
