import {align} from './align.ts';
import type {Chat, Message} from './message.ts';

/** Messages that two exports must have in common before they can be of one chat; more where one has no seconds. */
const ENOUGH = 5;
const ENOUGH_WITHOUT_SECONDS = 20;

/** Share of what both tell of the same time that must agree: messages are deleted and edited between two exports. */
const AGREED = 0.9;

/** What is compared of an export, made once: the people in it, and whether its times have seconds. */
export type Profile = {chat: Chat; people: Set<string>; hasSeconds: boolean};

export function profileOf(chat: Chat): Profile {
	const people = new Set<string>();
	let hasSeconds = false;
	for (const {sender, timestamp} of chat.messages) {
		if (sender !== null) people.add(sender);
		hasSeconds ||= !timestamp.endsWith(':00');
	}
	return {chat, people, hasSeconds};
}

/**
 * The places of the messages that two exports of the same chat have in common; null where they are not of the same chat.
 * They are where the same people (two at least, or one in chats of the same name) wrote nearly all of what both tell of
 * the time that both cover.
 */
export function commonMessages(
	one: Profile,
	other: Profile,
): [number, number][] | null {
	if (!mayBeSame(one, other)) return null;
	const coarse = one.hasSeconds !== other.hasSeconds;
	const a = [...one.chat.messages];
	const b = [...other.chat.messages];
	const pairs = align(keysOf(a, coarse), keysOf(b, coarse));
	const written = pairs.filter(([at]) => a[at]?.sender != null);
	const {from, to} = sharedTime(a, b);
	const told = Math.min(countWithin(a, from, to), countWithin(b, from, to));
	const isWhole =
		!coarse && pairs.length === a.length && pairs.length === b.length;
	const isEnough =
		written.length >= (coarse ? ENOUGH_WITHOUT_SECONDS : ENOUGH) ||
		(isWhole && written.length > 0 && one.chat.title === other.chat.title);
	if (!isEnough || written.length < told * AGREED) return null;
	const writers = new Set(written.map(([at]) => a[at]?.sender));
	return writers.size > 1 || one.chat.title === other.chat.title ? pairs : null;
}

function mayBeSame(one: Profile, other: Profile): boolean {
	const {from, to} = sharedTime(
		[...one.chat.messages],
		[...other.chat.messages],
	);
	if (from > to) return false;
	let common = 0;
	for (const name of one.people) if (other.people.has(name)) common++;
	return common > 1 || (common === 1 && one.chat.title === other.chat.title);
}

/** From the later beginning to the earlier end; by what people wrote, because Android dates its first notice anew. */
function sharedTime(
	one: readonly Message[],
	other: readonly Message[],
): {from: string; to: string} {
	const isWritten = ({sender}: Message) => sender !== null;
	const from = [one, other].map(
		messages => messages.find(isWritten)?.timestamp ?? '',
	);
	const to = [one, other].map(
		messages => messages.findLast(isWritten)?.timestamp ?? '',
	);
	return {
		from: from.reduce((x, y) => (x > y ? x : y)).slice(0, 16),
		to: `${to.reduce((x, y) => (x < y ? x : y)).slice(0, 16)}:99`,
	};
}

function countWithin(
	messages: readonly Message[],
	from: string,
	to: string,
): number {
	let count = 0;
	for (const {sender, timestamp} of messages)
		if (sender !== null && timestamp >= from && timestamp <= to) count++;
	return count;
}

/**
 * What two exports of one chat write alike. Media are a placeholder in one and a file's name in the other; the notice at
 * the top has the time of the export.
 */
function keysOf(messages: readonly Message[], coarse: boolean): string[] {
	return messages.map(({timestamp, sender, text, kind}, at) => {
		const time = coarse ? timestamp.slice(0, 16) : timestamp;
		if (kind === 'system') return at === 0 ? text : `${time}\n\n${text}`;
		return `${time}\n${sender}\n${kind === 'media' ? '' : text}`;
	});
}
