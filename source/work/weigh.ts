import {setImmediate as nextTick} from 'node:timers/promises';
import type {Chat} from '../chats/message.ts';
import type {ChatTable} from '../dataset/columns.ts';
import type {TokenCounter} from '../dataset/count/count.ts';
import {keepMessages} from '../dataset/kept.ts';
import type {ChatWeights, Weights} from '../dataset/measure.ts';
import {nudge} from '../dataset/openers.ts';
import {isPrefixed, ownerTest} from '../dataset/speakers.ts';
import {firstPlaceholder} from '../dataset/table.ts';
import type {DatasetOptions} from '../dataset/types.ts';
import {type ChatWriter, makeWriter} from '../dataset/writer.ts';
import {tabulateGently} from './gently.ts';

/** Messages that are written before the screen gets a turn: a few milliseconds. */
const step = 1000;

/** Behind a letter or digit a line break is a token of its own; behind other signs it may become one with them. */
const apart = /[\p{L}\p{M}\p{N}]$/u;

/**
Counts the tokens of every message as it would be written under these options: with and without a line break behind it, so
that the tokens of any examples are a sum. (It is exact but where a message begins with a slash or a space behind one that
ends in a sign.) Yields how far it is, 0 to 1.
@throws the signal's reason after an abort
*/
export async function* weigh(
	chats: readonly Chat[],
	options: DatasetOptions,
	counter: TokenCounter,
	signal: AbortSignal,
): AsyncGenerator<number, Weights> {
	const judges = {isMine: ownerTest(options.me), levelOf: null};
	const writer = makeWriter(chats, options);
	const total = chats.reduce((sum, {messages}) => sum + messages.length, 0);
	const weighed: ChatWeights[] = [];
	let done = 0;
	for (const [place, chat] of chats.entries()) {
		const table = await tabulateGently(chat, judges);
		signal.throwIfAborted();
		const own = writer.forChat(place, table, isGroup(chat, table, options));
		const {length} = chat.messages;
		const weights: ChatWeights = {
			alone: new Uint32Array(length),
			joined: new Uint32Array(length),
			nudge: await countNudge(own, counter, signal),
		};
		for (let from = 0; from < length; from += step) {
			await weighPart(weights, from, {table, own, counter, signal});
			yield (done + from) / Math.max(total, 1);
		}
		done += length;
		weighed.push(weights);
	}
	const [system = 0] = await counter.perText([options.system], signal);
	return {chats: weighed, system: options.system ? system : 0};
}

/** Rule 7, over all texts of a chat, however old or rude: a group is one whatever threshold is tried. */
export function isGroup(
	chat: Chat,
	table: ChatTable,
	{prefix, keepPlaceholders}: DatasetOptions,
): boolean {
	const all = {since: '', keepPlaceholders, threshold: 0};
	return isPrefixed(chat, keepMessages(table, all).kept, prefix);
}

async function countNudge(
	{partner}: ChatWriter,
	counter: TokenCounter,
	signal: AbortSignal,
): Promise<number> {
	const [tokens = 0] = await counter.perText([nudge(partner ?? '')], signal);
	return tokens;
}

type Context = {
	table: ChatTable;
	own: ChatWriter;
	counter: TokenCounter;
	signal: AbortSignal;
};

async function weighPart(
	{alone, joined}: ChatWeights,
	from: number,
	{table, own, counter, signal}: Context,
): Promise<void> {
	const lines: string[] = [];
	const indexes: number[] = [];
	const to = Math.min(from + step, table.fate.length);
	for (let index = from; index < to; index++) {
		const fate = table.fate[index] as number;
		if (fate !== 0 && fate < firstPlaceholder) continue;
		indexes.push(index);
		lines.push(own.line(index));
	}
	await nextTick();
	const open = lines.filter(line => !apart.test(line));
	const counts = await counter.perText(
		[...lines, ...open.map(line => `${line}\n`)],
		signal,
	);
	let next = lines.length;
	for (const [at, index] of indexes.entries()) {
		const count = counts[at] ?? 0;
		alone[index] = count;
		joined[index] = apart.test(lines[at] ?? '')
			? count + 1
			: (counts[next++] ?? 0);
	}
}
