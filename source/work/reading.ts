import {readExports} from '../chats/files/read.ts';
import type {Services} from '../services.ts';
import type {ChatsAction} from '../state/chats.ts';
import type {State} from '../state.ts';

export async function* reading(
	{paths, demoFolder}: Services,
	{chats}: State,
	signal: AbortSignal,
): AsyncGenerator<ChatsAction> {
	for await (const event of readExports(
		chats.demo ? [demoFolder] : [...paths],
		signal,
	))
		yield {type: 'chats/read', event};
	yield {type: 'chats/read-all'};
}
