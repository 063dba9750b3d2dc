import {align} from './align.ts';
import {KINDS} from './columns.ts';
import {listOf} from './from-messages.ts';
import type {MessageList} from './list.ts';
import type {Chat} from './message.ts';
import {STEP} from './steps.ts';

/** Messages that two exports must have in common before they can be of one chat; more where one has no seconds. */
const ENOUGH = 5;
const ENOUGH_WITHOUT_SECONDS = 20;

/** Share of what both tell of the same time that must agree: messages are deleted and edited between two exports. */
const AGREED = 0.9;

const MINUTE = 60;

/** What is compared of an export, made once. */
export type Profile = {
	chat: Chat;
	list: MessageList;
	people: Set<string>;
	/** Whether its times have seconds. */
	hasSeconds: boolean;
	/** The minutes of what people wrote first and last: Android dates its first notice anew. */
	first: number;
	last: number;
};

export function profileOf(chat: Chat): Profile {
	const list = listOf(chat.messages);
	const {length, names, sender, time} = list.columns;
	let hasSeconds = false;
	let first = Number.NaN;
	let last = Number.NaN;
	for (let at = 0; at < length; at++) {
		const seconds = time[at] as number;
		hasSeconds ||= seconds % MINUTE !== 0;
		if (sender[at] === 0) continue;
		last = minuteOf(seconds);
		if (Number.isNaN(first)) first = last;
	}
	const people = new Set(names.filter(name => name !== null));
	return {chat, list, people, hasSeconds, first, last};
}

/**
 * The places of the messages that two exports of the same chat have in common; null where they are not of the same chat.
 * They are where the same people (two at least, or one in chats of the same name) wrote nearly all of what both tell of
 * the time that both cover. Pauses every few milliseconds, so that a screen can be drawn in between.
 */
export function* commonMessages(
	one: Profile,
	other: Profile,
): Generator<void, [number, number][] | null> {
	if (!mayBeSame(one, other)) return null;
	const coarse = one.hasSeconds !== other.hasSeconds;
	const pairs = yield* align(
		yield* keysOf(one.list, coarse),
		yield* keysOf(other.list, coarse),
	);
	const {names, sender} = one.list.columns;
	const written = pairs.filter(([at]) => sender[at] !== 0);
	const told = Math.min(
		countShared(
			one,
			other,
			written.map(([at]) => at),
		),
		countShared(
			other,
			one,
			written.map(([, at]) => at),
		),
	);
	const isWhole =
		!coarse &&
		pairs.length === one.list.length &&
		pairs.length === other.list.length;
	const isEnough =
		written.length >= (coarse ? ENOUGH_WITHOUT_SECONDS : ENOUGH) ||
		(isWhole && written.length > 0 && one.chat.title === other.chat.title);
	if (!isEnough || written.length < told * AGREED) return null;
	const writers = new Set(written.map(([at]) => names[sender[at] as number]));
	return writers.size > 1 || one.chat.title === other.chat.title ? pairs : null;
}

function mayBeSame(one: Profile, other: Profile): boolean {
	if (!(one.first <= other.last && other.first <= one.last)) return false;
	let common = 0;
	for (const name of one.people) if (other.people.has(name)) common++;
	return common > 1 || (common === 1 && one.chat.title === other.chat.title);
}

/**
 * How much people wrote in the time that both exports cover. An export begins and ends within a minute: what stands
 * there in front of the first common message, or behind the last one, the other need not have.
 * @param common the places of the common messages, rising
 */
function countShared(
	{list, ...one}: Profile,
	other: Profile,
	common: readonly number[],
): number {
	const {length, sender, time} = list.columns;
	const from = Math.max(one.first, other.first);
	const to = Math.min(one.last, other.last);
	const first = common[0] ?? 0;
	const last = common.at(-1) ?? length;
	let count = 0;
	for (let at = 0; at < length; at++) {
		if (sender[at] === 0) continue;
		const minute = minuteOf(time[at] as number);
		const begins = minute > from || (minute === from && at >= first);
		const ends = minute < to || (minute === to && at <= last);
		if (begins && ends) count++;
	}
	return count;
}

const minuteOf = (seconds: number) => Math.floor(seconds / MINUTE);

/**
 * What two exports of one chat write alike. Media are a placeholder in one and a file's name in the other; the notice at
 * the top has the time of the export.
 */
function* keysOf(
	list: MessageList,
	coarse: boolean,
): Generator<void, string[]> {
	const {length, names, sender, time, kind} = list.columns;
	const keyAt = (at: number) => {
		const seconds = time[at] as number;
		const when = coarse ? minuteOf(seconds) : seconds;
		switch (KINDS[kind[at] as number]) {
			case 'system':
				return at === 0 ? list.textAt(at) : `${when}\n\n${list.textAt(at)}`;
			case 'media':
				return `${when}\n${names[sender[at] as number]}`;
			default:
				return `${when}\n${names[sender[at] as number]}\n${list.textAt(at)}`;
		}
	};
	const keys: string[] = [];
	for (let at = 0; at < length; at++)
		if (keys.push(keyAt(at)) % STEP === 0) yield;
	return keys;
}
