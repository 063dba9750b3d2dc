import type {Recalled} from './types.ts';

/** One turn of a conversation with a twin. */
export type Turn = {
	/** Grows from turn to turn; a turn that is answered again gets another one. */
	id: number;
	role: 'user' | 'assistant';
	text: string;
	status: 'done' | 'streaming' | 'stopped' | 'failed';
	/** Words that nobody said, which made the twin begin. */
	nudge?: true;
	/** Why the reply was cut short of what the model would have gone on with. */
	cut?: 'repeats' | 'long';
	/** Past exchanges that the reply leaned on. */
	memory?: readonly Recalled[];
	/** Other replies to the same message, in the order they came, before and behind this one. */
	earlier?: readonly Version[];
	later?: readonly Version[];
};

/** A reply in the place of which another one is shown; its id stays its own. */
export type Version = Omit<Turn, 'role' | 'nudge' | 'earlier' | 'later'>;

/** A conversation as it is kept. */
export type Session = {
	id: string;
	twin: {id: string; name: string};
	/** What the owner calls it; null for its first words. */
	title: string | null;
	/** Whom the twin takes the other side for; null for nobody in particular. */
	partner: string | null;
	turns: readonly Turn[];
	/** Number of the last entry. */
	last: number;
	/** ISO 8601 in UTC: of the first and of the last entry. */
	createdAt: string;
	changedAt: string;
};

/** What happens in a conversation, as its file says it. */
export type Entry =
	| {type: 'begin'; twin: Session['twin']}
	| {type: 'turn'; turn: Turn}
	| {type: 'add'; id: number; text: string}
	| {type: 'set'; turn: Turn}
	| {type: 'remove'; id: number}
	| {type: 'title'; title: string | null}
	| {type: 'partner'; partner: string | null};

/** An entry with its place: written twice it counts once. */
export type Numbered = {n: number; at: string; entry: Entry};

/**
What happened between two looks at the turns of a conversation: text that was added, turns that came, changed or went.
Turns are only ever added at the end: with a higher id than any before, or one that stood in this place before.
*/
export function changesBetween(
	before: readonly Turn[],
	after: readonly Turn[],
): Entry[] {
	if (before === after) return [];
	const entries: Entry[] = [];
	let at = 0;
	for (const turn of before) {
		const now = after[at];
		if (now?.id !== turn.id) entries.push({type: 'remove', id: turn.id});
		else {
			at++;
			if (now !== turn) entries.push(...changeOf(turn, now));
		}
	}
	for (const turn of after.slice(at)) entries.push({type: 'turn', turn});
	return entries;
}

function changeOf(before: Turn, now: Turn): Entry[] {
	const isLonger = now.text.startsWith(before.text);
	const isSame = (Object.keys({...before, ...now}) as (keyof Turn)[]).every(
		name => name === 'text' || before[name] === now[name],
	);
	if (!isSame || !isLonger) return [{type: 'set', turn: now}];
	const text = now.text.slice(before.text.length);
	return text === '' ? [] : [{type: 'add', id: now.id, text}];
}

/**
The conversation that the entries tell, in any state that a kill may have left it: a reply that was being written is
stopped where it was, or gone where no word had come.
@returns null where the beginning is missing
*/
export function replay(
	id: string,
	entries: Iterable<Numbered>,
): Session | null {
	let session: Session | null = null;
	const turns = new Map<number, Turn>();
	for (const {n, at, entry} of entries) {
		if (n <= (session?.last ?? 0)) continue;
		if (entry.type === 'begin')
			session ??= {...beginning(id, entry.twin), createdAt: at};
		if (!session) continue;
		session = {...session, last: n, changedAt: at};
		if (entry.type === 'title') session.title = entry.title;
		else if (entry.type === 'partner') session.partner = entry.partner;
		else if (entry.type !== 'begin') change(turns, entry);
	}
	return session && {...session, turns: rested(turns.values())};
}

const beginning = (id: string, twin: Session['twin']): Session => ({
	id,
	twin,
	title: null,
	partner: null,
	turns: [],
	last: 0,
	createdAt: '',
	changedAt: '',
});

type TurnEntry = Exclude<Entry, {type: 'begin' | 'title' | 'partner'}>;

function change(turns: Map<number, Turn>, entry: TurnEntry): void {
	switch (entry.type) {
		case 'turn':
		case 'set':
			turns.set(entry.turn.id, entry.turn);
			break;
		case 'remove':
			turns.delete(entry.id);
			break;
		case 'add': {
			const turn = turns.get(entry.id);
			if (turn) turns.set(entry.id, {...turn, text: turn.text + entry.text});
		}
	}
}

/** Nobody is writing any more. */
function rested(turns: Iterable<Turn>): Turn[] {
	return [...turns].flatMap(turn => {
		if (turn.status !== 'streaming') return [turn];
		if (turn.text !== '') return [{...turn, status: 'stopped' as const}];
		return withoutShown(turn) ?? [];
	});
}

/** All replies to one message in the order they came. */
export function versionsOf({
	role: _role,
	nudge: _nudge,
	earlier = [],
	later = [],
	...shown
}: Turn): Version[] {
	return [...earlier, shown, ...later];
}

/** The turn that shows one of several replies. */
export const showVersion = (
	versions: readonly Version[],
	at: number,
): Turn => ({
	role: 'assistant',
	...(versions[at] as Version),
	...(at > 0 && {earlier: versions.slice(0, at)}),
	...(at < versions.length - 1 && {later: versions.slice(at + 1)}),
});

/** The reply before one that came to nothing; null where there is no other. */
export function withoutShown({earlier = [], later = []}: Turn): Turn | null {
	const others = [...earlier, ...later];
	return others.length === 0
		? null
		: showVersion(others, Math.max(earlier.length - 1, 0));
}

/** What a session is called: by its owner, or by its first words. */
export function titleOf({
	title,
	turns,
}: Pick<Session, 'title' | 'turns'>): string {
	const first =
		turns.find(({role, nudge}) => role === 'user' && !nudge) ?? turns[0];
	return title ?? first?.text.split('\n')[0] ?? 'nothing said yet';
}
