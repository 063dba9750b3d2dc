import type {JournalAction, Unsaved} from '../state/journal.ts';
import type {SessionsAction} from '../state/sessions.ts';
import type {State} from '../state.ts';
import {log} from '../store/log.ts';
import {reasonOf} from '../store/reason.ts';
import type {Sessions} from '../store/sessions.ts';

type Kept = {store: {sessions: Sessions}};

/** Keeps what was said, while it is said. */
export async function* saving(
	{store}: Kept,
	{journal}: State,
): AsyncGenerator<JournalAction> {
	try {
		await saveAll(store.sessions, journal.unsaved);
		yield {type: 'journal/saved', written: journal.unsaved};
	} catch (error) {
		log('a conversation was not kept', error);
		yield {type: 'journal/failed', reason: reasonOf(error)};
	}
}

/** @throws the system's error */
export async function saveAll(
	sessions: Sessions,
	unsaved: readonly Unsaved[],
): Promise<void> {
	const ids = new Set(unsaved.map(({session}) => session));
	for (const id of ids)
		await sessions.append(
			id,
			unsaved.filter(({session}) => session === id),
		);
}

/** Takes the file of a deleted conversation away. */
export async function* removing(
	{store}: Kept,
	{journal}: State,
): AsyncGenerator<JournalAction> {
	const [session] = journal.doomed;
	if (session === undefined) return;
	try {
		await store.sessions.remove(session);
	} catch (error) {
		log('a conversation was not deleted', error);
		yield {type: 'journal/failed', reason: reasonOf(error)};
	}
	yield {type: 'journal/removed', session};
}

/** All conversations, for their list, with what is being saved this moment. */
export async function* listing(
	{store}: Kept,
	{journal}: State,
): AsyncGenerator<SessionsAction> {
	try {
		// Entries that stand there twice count once; a failure is told by who saves.
		await saveAll(store.sessions, journal.unsaved).catch(() => undefined);
		yield {type: 'sessions/read', all: await store.sessions.list()};
	} catch (error) {
		const reason = `The conversations cannot be read: ${reasonOf(error)}.`;
		yield {type: 'sessions/failed', reason};
	}
}
