import {franc} from 'franc-min';
import type {Exchange} from '../past/exchanges.ts';
import type {StyleCard} from './style-card.ts';

/** Counts how the owner writes, in their replies. @param me the owner's names, which are no openers */
export function styleOf(
	exchanges: readonly Exchange[],
	me: readonly string[] = [],
): StyleCard {
	const replies = exchanges.map(({reply}) => linesOf(reply));
	const messages = replies.flat();
	const words = messages.map(text => text.match(word)?.length ?? 0);
	const characters = messages.map(text => [...text].length);
	const begins = messages.flatMap(text => cased.exec(text)?.[0] ?? []);
	return {
		replies: replies.length,
		messages: messages.length,
		words: spread(words),
		characters: spread(characters),
		burst: {
			mean: mean(replies.map(({length}) => length)),
			single: share(replies, ({length}) => length === 1),
		},
		lowerCase: share(begins, letter => letter === letter.toLowerCase()),
		emoji: emojiOf(messages),
		endings: endingsOf(messages),
		openers: openersOf(exchanges, me),
		languages: languagesOf(exchanges),
	};
}

const word = /[\p{L}\p{M}\p{N}'’]+/gu;
/** The letter that a message begins with, where its script has small and large ones. */
const cased = /^(?=\p{L})[\p{Lu}\p{Ll}]/u;
const emoji =
	/\p{RI}\p{RI}|\p{Emoji_Presentation}(?:\p{EMod}|\u200D\p{Emoji}|\uFE0F)*|\p{Extended_Pictographic}\uFE0F(?:\u200D\p{Emoji}\uFE0F?)*/gu;

const linesOf = (text: string): string[] =>
	text.split('\n').filter(line => line.trim());

const mean = (values: readonly number[]): number =>
	values.length === 0
		? 0
		: values.reduce((sum, value) => sum + value, 0) / values.length;

const share = <T>(values: readonly T[], is: (value: T) => boolean): number =>
	values.length === 0 ? 0 : values.filter(is).length / values.length;

function spread(values: readonly number[]): {median: number; most: number} {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (part: number) =>
		sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0;
	return {median: at(0.5), most: at(0.9)};
}

function emojiOf(messages: readonly string[]): StyleCard['emoji'] {
	const found = messages.map(text => text.match(emoji) ?? []);
	return {
		share: share(found, ({length}) => length > 0),
		favourites: mostUsed(found.flat(), 2).slice(0, 6),
	};
}

function endingsOf(messages: readonly string[]): StyleCard['endings'] {
	const withEnd = (end: RegExp) =>
		share(messages, text => end.test(text.trimEnd()));
	const stop = withEnd(/[.。।…]$/u);
	const question = withEnd(/[?？؟]$/u);
	const exclamation = withEnd(/[!！]$/u);
	return {bare: 1 - stop - question - exclamation, stop, question, exclamation};
}

/** An opener is used more than once, and is no name and nothing that was put in a name's place. */
function openersOf(
	exchanges: readonly Exchange[],
	me: readonly string[],
): string[] {
	const names = new Set(
		[...me, ...exchanges.flatMap(({people}) => people)].flatMap(name => [
			...(name.toLowerCase().match(word) ?? []),
		]),
	);
	const firsts = exchanges
		.filter(({asked}) => asked === '')
		.flatMap(({reply}) => /^[\p{L}\p{M}'’]+/u.exec(reply.trim())?.[0] ?? [])
		.map(first => first.toLowerCase())
		.filter(first => !names.has(first) && first !== 'person');
	return mostUsed(firsts, 2).slice(0, 6);
}

/** Most used first; only what is used at least so often. */
function mostUsed(values: readonly string[], least: number): string[] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts]
		.filter(([, count]) => count >= least)
		.sort((a, b) => b[1] - a[1])
		.map(([value]) => value);
}

/** Enough for trigrams to tell a language; single messages are too short. */
const pieceLength = 400;
/** Pieces that are looked at, spread over all. */
const mostPieces = 200;
/** Rarer is more likely a piece that was taken for another language. */
const leastShare = 0.1;

/** Languages by chat, for somebody may write to one friend in another language than to the rest. */
function languagesOf(exchanges: readonly Exchange[]): StyleCard['languages'] {
	const pieces = [...byChat(exchanges).values()].flatMap(ofChat =>
		inPieces(ofChat.map(({reply}) => reply)),
	);
	const every = Math.max(1, pieces.length / mostPieces);
	const looked = pieces.filter(
		(_, index) => Math.floor(index / every) !== Math.floor((index - 1) / every),
	);
	const codes = looked
		.filter(isVaried)
		.map(text => franc(text, {minLength: 20}))
		.filter(code => code !== 'und');
	return mostUsed(codes, 1)
		.map(code => ({code, share: share(codes, other => other === code)}))
		.filter(({share}) => share >= leastShare);
}

/** Few words over and over are taken for any language. */
const leastWords = 25;

const isVaried = (text: string): boolean =>
	new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []).size >= leastWords ||
	/[^\p{Script=Latin}\P{L}]/u.test(text);

function byChat(exchanges: readonly Exchange[]) {
	const groups = new Map<string | null, Exchange[]>();
	for (const exchange of exchanges) {
		const group = groups.get(exchange.chat);
		if (group) group.push(exchange);
		else groups.set(exchange.chat, [exchange]);
	}
	return groups;
}

function inPieces(texts: readonly string[]): string[] {
	const pieces: string[] = [];
	let piece = '';
	for (const text of texts) {
		piece += `${text}\n`;
		if (piece.length < pieceLength) continue;
		pieces.push(piece);
		piece = '';
	}
	if (piece.length >= pieceLength / 2 || pieces.length === 0)
		pieces.push(piece);
	return pieces;
}
