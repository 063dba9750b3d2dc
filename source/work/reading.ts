import {defaultFolders} from '../chats/files/find.ts';
import {readExports} from '../chats/files/read.ts';
import type {Services} from '../services.ts';
import type {ChatsAction} from '../state/chats.ts';
import type {State} from '../state.ts';

/** Every export that is found, as it is read. */
export async function* reading(
	{paths, demoFolder}: Services,
	{chats}: State,
	signal: AbortSignal,
): AsyncGenerator<ChatsAction> {
	const usual = paths.length === 0 && !chats.demo ? defaultFolders() : [];
	const asked = chats.demo ? [demoFolder] : [...paths, ...usual];
	for await (const event of readExports(asked, signal)) {
		// Nobody asked for these folders: that they hold no export is said by the screen as a whole.
		if (event.type === 'unreadable' && usual.includes(event.file)) continue;
		yield {type: 'chats/read', event};
	}
	yield {type: 'chats/read-all'};
}
