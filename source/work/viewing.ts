import type {Services} from '../services.ts';
import type {PromptViewAction} from '../state/prompt-view.ts';
import type {State} from '../state.ts';
import {buildMessages} from '../twin/prompt/messages.ts';
import {excludedKeys, recall, recalls} from '../twin/recall.ts';

/** Puts together what would be sent with the next message, the draft included, as `talk` does it. */
export async function* viewingPrompt(
	services: Services,
	{chat}: State,
): AsyncGenerator<PromptViewAction> {
	if (!chat) return;
	const {twin, systemPrompt, turns, draft, partner} = chat;
	const said = turns.map(({role, text}) => ({role, content: text}));
	const history = draft.text.trim()
		? [...said, {role: 'user' as const, content: draft.text}]
		: said;
	const past = recalls(twin) ? await services.past(twin) : null;
	const excluded = past
		? await excludedKeys(services.store)
		: new Set<string>();
	const recalled = recall({past, twin, history, partner, excluded});
	yield {
		type: 'prompt-view/built',
		messages: buildMessages({
			systemPrompt,
			history,
			style: twin.style,
			recalled,
			...(partner !== null && {partner}),
		}),
	};
}
