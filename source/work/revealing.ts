import {setTimeout} from 'node:timers/promises';
import type {Services} from '../services.ts';
import type {ChatAction} from '../state/chat.ts';
import {nextBubble} from '../state/chat-reveal.ts';
import type {State} from '../state.ts';
import {pauseBefore} from '../twin/rhythm.ts';

/** The next bubble, after as long as its owner would take to write it. */
export async function* revealing(
	_services: Services,
	{chat}: State,
	signal: AbortSignal,
): AsyncGenerator<ChatAction> {
	const bubble = chat && nextBubble(chat);
	if (!chat?.reveal || !bubble) return;
	const {id} = chat.reveal;
	const milliseconds = pauseBefore(
		bubble,
		chat.portrait?.rhythm ?? [],
		Math.random(),
	);
	await setTimeout(milliseconds, null, {signal});
	yield {type: 'chat/reveal', id};
}
