import {defaultFolders} from '../chats/files/find.ts';
import {whyLeftOut} from '../chats/files/others.ts';
import {readExports} from '../chats/files/read.ts';
import {mergeInSteps} from '../chats/merge.ts';
import type {Chat} from '../chats/message.ts';
import {rankNames} from '../chats/who.ts';
import type {Services} from '../services.ts';
import type {ChatsAction} from '../state/chats.ts';
import type {State} from '../state.ts';
import {gently} from './gently.ts';
import {frame, paced} from './pace.ts';

/** Every export that is found, as it is read. */
export async function* reading(
	{paths, demoFolder}: Services,
	{chats}: State,
	signal: AbortSignal,
): AsyncGenerator<ChatsAction> {
	const usual = paths.length === 0 && !chats.demo ? defaultFolders() : [];
	const asked = chats.demo ? [demoFolder] : [...paths, ...usual];
	const read: Chat[] = [];
	let others: readonly string[] = [];
	// All of a frame at once: the threads would wait for the screen to be drawn for each of hundreds of files.
	const events = paced(readExports(asked, signal), all => all, frame());
	for await (const event of events) {
		// Nobody asked for these folders: that they hold no export is said by the screen as a whole.
		if (event.type === 'unreadable' && usual.includes(event.file)) continue;
		if (event.type === 'chat') read.push(event.chat);
		if (event.type === 'found' && usual.length === 0) others = event.others;
		yield {type: 'chats/read', event};
	}
	// In folders that somebody asked for, what is no export is told, too: it may be a damaged one.
	for await (const event of whyLeftOut(others, signal))
		yield {type: 'chats/read', event};
	const merged = await gently(mergeInSteps(read), signal);
	const likely = rankNames(merged.chats)[0]?.name ?? null;
	yield {type: 'chats/settled', settled: {...merged, likely}};
}

/** One file again, with the days and months of its dates the other way round. */
export async function* reordering(
	_services: Services,
	{chats}: State,
	signal: AbortSignal,
): AsyncGenerator<ChatsAction> {
	if (!chats.reorder) return;
	const {file, order} = chats.reorder;
	const path = file.replace(/(\.zip):.*$/i, '$1');
	let found: Chat | null = null;
	for await (const event of readExports([path], signal, {dateOrder: order}))
		if (event.type === 'chat' && event.chat.file === file) found = event.chat;
	yield {type: 'chats/reordered', chat: found};
}
