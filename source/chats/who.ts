import {KINDS} from './columns.ts';
import {listOf} from './from-messages.ts';
import type {Chat} from './message.ts';
import {isYou} from './phrases/table.ts';
import {participants} from './summary.ts';

/** A name that may be the owner's: in how many chats it wrote how much. */
export type RankedName = {name: string; chats: number; messages: number};

/** Another name that may be the owner's too, and in a few words why. */
export type LikelyAlias = RankedName & {reason: string};

/**
 * All names, the owner's most likely first: the one in most chats, then the one with most messages. A chat speaks against
 * a name where it is called after it (the other person of a 1:1 chat) or where a notice says what that name did (of the
 * owner it says "You").
 */
export function rankNames(chats: readonly Chat[]): RankedName[] {
	const names = new Map<string, RankedName & {against: number}>();
	for (const chat of chats) {
		const people = participants(chat);
		const others = namedByNotices(chat, people.length <= 2);
		for (const {name, messages} of people) {
			const seen = names.get(name) ?? {name, chats: 0, messages: 0, against: 0};
			seen.chats++;
			seen.messages += messages;
			if (others(name)) seen.against++;
			names.set(name, seen);
		}
	}
	return [...names.values()]
		.sort(
			(one, other) =>
				other.chats - other.against - (one.chats - one.against) ||
				other.chats - one.chats ||
				other.messages - one.messages,
		)
		.map(({name, chats: count, messages}) => ({name, chats: count, messages}));
}

/** Tells of a name whether this chat shows that it is not the owner's. */
function namedByNotices(chat: Chat, oneToOne: boolean) {
	const list = listOf(chat.messages);
	const notices: string[] = [];
	for (const [at, kind] of list.columns.kind.entries())
		if (KINDS[kind] === 'system') notices.push(list.textAt(at));
	return (name: string): boolean =>
		(oneToOne && chat.title === name) ||
		notices.some(notice => notice.startsWith(`${name} `));
}

/**
 * Names that never occur in a chat together with `name` and may be the same person: the same first name, the word that
 * some phones use for their owner ("You"), or a number beside a name in chats that lack the owner. Only offered; the
 * best first.
 */
export function likelyAliases(
	chats: readonly Chat[],
	name: string,
): LikelyAlias[] {
	const together = new Set<string>([name]);
	const lonely: Chat[] = [];
	for (const chat of chats) {
		const names = participants(chat).map(each => each.name);
		if (!names.includes(name)) lonely.push(chat);
		else for (const each of names) together.add(each);
	}
	const aliases: LikelyAlias[] = [];
	for (const ranked of rankNames(lonely)) {
		if (together.has(ranked.name)) continue;
		const reason = reasonFor(ranked, name, lonely);
		if (reason) aliases.push({...ranked, reason});
	}
	return aliases;
}

function reasonFor(
	{name: other, chats: count}: RankedName,
	name: string,
	lonely: readonly Chat[],
): string | null {
	if (isYou(other)) return 'what some phones call their owner';
	if (isNumber(other) === isNumber(name))
		return !isNumber(name) && firstName(other) === firstName(name)
			? 'begins with the same first name'
			: null;
	// Whoever writes in each chat without the owner is probably the owner: everybody else is in one or a few of them.
	const everywhere = count === lonely.length && count > 1;
	const unnamed = lonely.some(
		chat =>
			participants(chat).length === 2 &&
			participants(chat).some(each => each.name === other) &&
			chat.title !== other,
	);
	if (!everywhere && !unnamed) return null;
	return isNumber(other)
		? 'a number, in chats without this name'
		: 'a name, in chats without this number';
}

/** The first word without what phones put in front of unknown names. */
function firstName(name: string): string {
	const [first = ''] = name
		.replace(/^~[\s\u202F\u00A0]*/u, '')
		.normalize('NFC')
		.toLocaleLowerCase('en')
		.split(/[\s\u202F\u00A0._-]+/u);
	return first;
}

function isNumber(name: string): boolean {
	return /^\+?[\d\s()\u00A0\u2011\u202F.-]{6,}$/u.test(name);
}
