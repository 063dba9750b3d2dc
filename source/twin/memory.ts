import {findAddresses} from '../dataset/anonymize/addresses.ts';
import {findCodes} from '../dataset/anonymize/codes.ts';
import {findNumbers, plainDigits} from '../dataset/anonymize/numbers.ts';
import {phoneTeller} from '../dataset/anonymize/phones.ts';
import {
	gatherTexts,
	longestOverlap,
	shortestCopy,
	type Texts,
} from '../likeness/copying.ts';
import type {Recalled} from '../store/types.ts';
import {type Exchange, exchangeKey, type Past} from './past.ts';

/** A real exchange beside a reply of the twin. */
export type Remembered = Recalled & {
	/** Tells it from all others (`exchangeKey`); null where it is not in the data set that is kept here. */
	key: string | null;
	/** Whether the reply leaned on it, or it is only near. */
	used: boolean;
	/** When the next exchange of its chat began; null where there is none. */
	until: string | null;
};

/** Where a reply comes from, as far as that can be told. */
export type Memory = {
	/** What it leaned on first, then what is near. */
	exchanges: readonly Remembered[];
	/** The longest passage that it shares with what was trained on, and whose words these are; null for none. */
	overlap: {text: string; whose: 'owner' | 'others'} | null;
	/** What in it should perhaps not be told: numbers, addresses, people's names. */
	personal: readonly string[];
};

/** Exchanges that are shown. */
const count = 8;

/** What a reply has to do with the past of its twin. */
export function rememberFor(
	past: Past,
	{
		asked,
		reply,
		leaned = [],
		partner = null,
	}: {
		asked: string;
		reply: string;
		/** What the provider says that the reply leaned on. */
		leaned?: readonly Recalled[];
		partner?: string | null;
	},
): Memory {
	const near = [
		...repeatedIn(past, reply),
		...past.nearest(asked, {count, partner, heldOut: true}),
	].map(exchange => remembered(past, exchange, reply));
	const used = leaned.map(({...recalled}) => {
		const found = find(past, recalled);
		return {
			...recalled,
			...(found && {chat: found.chat, at: found.at}),
			key: found && exchangeKey(found),
			until: found && untilOf(past, found),
			used: true,
		};
	});
	const keys = new Set(used.map(({key}) => key));
	const rest = near.filter(({key}) => {
		const isNew = !keys.has(key);
		keys.add(key);
		return isNew;
	});
	return {
		exchanges: [...used, ...rest].sort(quotedFirst).slice(0, count),
		overlap: overlapOf(past, reply),
		personal: personalIn(reply, past),
	};
}

/** What the reply repeats word by word, wherever it was said; short replies are said again by chance. */
const repeatedIn = ({exchanges}: Past, reply: string): Exchange[] =>
	reply.length > shortestCopy
		? exchanges.filter(exchange => exchange.reply === reply.trim()).slice(-1)
		: [];

const quotedFirst = (one: Remembered, other: Remembered): number =>
	Number(other.quoted) - Number(one.quoted) ||
	Number(other.used) - Number(one.used);

const remembered = (
	past: Past,
	exchange: Exchange,
	reply: string,
): Remembered => ({
	asked: exchange.asked,
	reply: exchange.reply,
	chat: exchange.chat,
	at: exchange.at,
	quoted: exchange.reply.trim() === reply.trim(),
	key: exchangeKey(exchange),
	until: untilOf(past, exchange),
	used: false,
});

/** Held-out ones are the newest of their chat, so the order is found by time. */
const untilOf = ({exchanges}: Past, {chat, at}: Exchange): string | null =>
	exchanges.reduce<string | null>(
		(next, other) =>
			at !== null &&
			other.chat === chat &&
			other.at !== null &&
			other.at > at &&
			(next === null || other.at < next)
				? other.at
				: next,
		null,
	);

/** The exchange as it is kept here, with its place; the provider may tell its words only. */
const find = (
	{exchanges}: Past,
	{asked, reply, at}: Recalled,
): Exchange | null =>
	exchanges.find(
		exchange =>
			exchange.reply === reply &&
			(at === null || exchange.at === at || exchange.asked === asked),
	) ?? null;

type Passages = {owner: Texts; others: Texts};

/** By past: gathering the passages takes a moment. */
const passages = new WeakMap<Past, Passages>();

function passagesOf(past: Past): Passages {
	const known = passages.get(past);
	if (known) return known;
	const trained = past.exchanges.filter(({heldOut}) => !heldOut);
	const made = {
		owner: gatherTexts(trained.map(({reply}) => reply)),
		others: gatherTexts(trained.map(({asked}) => asked)),
	};
	passages.set(past, made);
	return made;
}

/** The owner's words go before others' of the same length. */
function overlapOf(past: Past, reply: string): Memory['overlap'] {
	const {owner, others} = passagesOf(past);
	const own = longestOverlap(reply, owner).trim();
	const foreign = longestOverlap(reply, others).trim();
	if (own === '' && foreign === '') return null;
	return own.length >= foreign.length
		? {text: own, whose: 'owner'}
		: {text: foreign, whose: 'others'};
}

const tellPhone = phoneTeller([], []);

/** Numbers, addresses and codes by their looks, and the names of people of the chats. */
function personalIn(reply: string, {exchanges}: Past): string[] {
	const digits = plainDigits(reply);
	const hits = [
		...findAddresses(reply),
		...findNumbers(digits, tellPhone),
		...findCodes(digits),
	];
	const names = new Set(
		exchanges.flatMap(({people}) => people).flatMap(partsOf),
	);
	const words = reply.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
	return [
		...new Set([
			...hits.map(
				({kind, start, end}) => `${kind}: ${reply.slice(start, end)}`,
			),
			...words.filter(word => names.has(word)).map(word => `name: ${word}`),
		]),
	];
}

/** A name of several words and its first one; labels are nobody's name. */
const partsOf = (name: string): string[] =>
	/^Person\d+$/.test(name) ? [] : [name, name.split(/\s/)[0] ?? name];
