import {stat} from 'node:fs/promises';
import path from 'node:path';
import {appendLines, listFolder, readIfThere, removeFile} from './files.ts';
import type {Home} from './home.ts';
import {
	type Entry,
	type Numbered,
	replay,
	type Session,
} from './session-log.ts';

/** Conversations, each a file that is only ever appended to: a kill costs at most the line being written. */
export type Sessions = {
	/** All in which something stands, the one that was last talked in first; what cannot be read as a session is left out. */
	list(): Promise<Session[]>;
	/** The one that a twin was last talked to in; null where there is none. */
	latest(twinId: string): Promise<Session | null>;
	open(id: string): Promise<Session | null>;
	/**
	Keeps what happened. Entries that are there already count once, so that the same ones may be given again.
	@throws the system's error, `ENOSPC` for a full disk among them
	*/
	append(
		id: string,
		entries: readonly {n: number; entry: Entry}[],
		now?: Date,
	): Promise<void>;
	remove(id: string): Promise<void>;
};

const extension = '.jsonl';

/** Sessions in the home; an id begins with its twin's, so that the files of a twin are told by their names. */
export function openSessions({data}: Pick<Home, 'data'>): Sessions {
	const folder = path.join(data, 'sessions');
	const fileOf = (id: string) =>
		path.join(folder, `${id.replaceAll(/[^\w~-]/g, '_')}${extension}`);
	const ids = async () =>
		(await listFolder(folder)).flatMap(name =>
			name.endsWith(extension) ? [name.slice(0, -extension.length)] : [],
		);
	const open = async (id: string) =>
		replay(id, parseEntries((await readIfThere(fileOf(id))) ?? ''));
	/** Null for what the system does not let read: a folder, somebody else's file. */
	const openIfReadable = (id: string) => open(id).catch(() => null);
	return {
		open,
		async list() {
			const all = await Promise.all((await ids()).map(openIfReadable));
			return all.filter(isTalkedIn).sort(newestFirst);
		},
		async latest(twinId) {
			const own = (await ids()).filter(id => id.startsWith(`${twinId}~`));
			const dated = await Promise.all(
				own.map(async id => ({id, at: (await stat(fileOf(id))).mtimeMs})),
			);
			for (const {id} of dated.sort((one, other) => other.at - one.at)) {
				const session = await openIfReadable(id);
				if (isTalkedIn(session)) return session;
			}
			return null;
		},
		append: (id, entries, now = new Date()) =>
			appendLines(
				fileOf(id),
				entries.map(({n, entry}) =>
					JSON.stringify({n, at: now.toISOString(), entry}),
				),
			),
		remove: id => removeFile(fileOf(id)),
	};
}

/** A first message that failed went back to the prompt and left an empty one. */
const isTalkedIn = (session: Session | null): session is Session =>
	session !== null && session.turns.length > 0;

const newestFirst = (one: Session, other: Session): number =>
	one.changedAt < other.changedAt
		? 1
		: one.changedAt > other.changedAt
			? -1
			: 0;

/** The whole lines; one that a kill tore is passed over. */
function* parseEntries(text: string): Generator<Numbered> {
	for (const line of text.split('\n')) {
		try {
			const entry = JSON.parse(line) as Numbered;
			if (typeof entry.n === 'number' && entry.entry?.type) yield entry;
		} catch {
			// Torn, or not ours.
		}
	}
}
