import {closeSync, openSync, writeSync} from 'node:fs';
import {type Random, seededRandom} from '../../source/local/engine/random.ts';
import type {Turn} from '../../source/local/engine/types.ts';

/** Messages of one example. */
const perExample = 20;
const letters = 'etaoinshrdlucm';
const wordsKnown = 60_000;

/** A word as often as its place in the vocabulary says (Zipf), so that texts have as many different words as real ones of their length. */
function word(random: Random): string {
	let left = Math.floor(Math.exp(random() * Math.log(wordsKnown))) * 7919 + 11;
	let text = '';
	do {
		text += letters[left % letters.length];
		left = Math.floor(left / 5);
	} while (left > 3);
	return text;
}

/** One to eighteen words, mostly few. */
const textOf = (random: Random): string =>
	Array.from({length: 1 + Math.floor(18 * random() ** 2)}, () =>
		word(random),
	).join(' ');

/** An example as the data set's own copy holds it, with where it is from. */
function lineOf(at: number, random: Random): string {
	const messages = Array.from({length: perExample}, (_, turn) => ({
		role: turn % 2 ? 'assistant' : 'user',
		content: textOf(random),
	}));
	const person = `Person${1 + (at % 25)}`;
	const day = String(1 + (at % 28)).padStart(2, '0');
	const times = messages.map(
		(_, turn) => `2024-03-${day}T12:${String(turn).padStart(2, '0')}:00`,
	);
	const source = {chat: `Chat with ${person}`, people: [person], times};
	return `${JSON.stringify({messages, source})}\n`;
}

/** Writes training data of so many messages, piece by piece. */
export function writeConversations(
	file: string,
	messages: number,
	seed = 1,
): string {
	const random = seededRandom(seed);
	const handle = openSync(file, 'w');
	let lines: string[] = [];
	for (let at = 0; at < messages / perExample; at++) {
		lines.push(lineOf(at, random));
		if (lines.length < 1000) continue;
		writeSync(handle, lines.join(''));
		lines = [];
	}
	writeSync(handle, lines.join(''));
	closeSync(handle);
	return file;
}

/** The beginnings of the first conversations in such data, each up to a message that is to be answered. */
export const readTurns = (content: Uint8Array, count: number): Turn[][] =>
	new TextDecoder()
		.decode(content.subarray(0, 1e6))
		.split('\n')
		.slice(0, count)
		.map(line => (JSON.parse(line) as {messages: Turn[]}).messages.slice(0, 9));
