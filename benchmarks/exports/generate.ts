import {closeSync, openSync, writeSync} from 'node:fs';
import {type ExportForm, type FormName, forms, type Moment} from './forms.ts';
import {emoji, endings} from './words.ts';

const BATCH = 5000;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * An export in pieces, the same for the same arguments: bursts of short messages, a few long ones, line breaks (4 %),
 * emoji (8 %), ends of sentences (40 %), links (1.5 %), placeholders (4 %) and notices (0.2 %).
 */
export function* generate(
	name: FormName,
	messages: number,
	seed: number,
): Generator<string> {
	const form: ExportForm = forms[name];
	const random = randomOf(seed);
	const clock = clockOf(random);
	let lines: string[] = [];
	for (let count = 0; count < messages; count++) {
		const header = form.header(clock());
		lines.push(message(form, header, random) + form.lineEnd);
		if (lines.length < BATCH && count + 1 < messages) continue;
		yield lines.join('');
		lines = [];
	}
}

/** Writes an export and returns its path. */
export function writeExport(
	path: string,
	name: FormName,
	messages: number,
	seed = 1,
): string {
	const file = openSync(path, 'w');
	for (const piece of generate(name, messages, seed)) writeSync(file, piece);
	closeSync(file);
	return path;
}

/** Times that go on by seconds within a burst and by hours between bursts; about 250 messages a day. */
function clockOf(random: () => number): () => Moment {
	let now = Date.UTC(2013, 2, 5, 8);
	return () => {
		now += (random() < 0.03 ? random() * 18_000 : random() * 90) * 1000;
		const date = new Date(now);
		return {
			year: date.getUTCFullYear(),
			month: date.getUTCMonth() + 1,
			day: date.getUTCDate(),
			hour: date.getUTCHours(),
			minute: date.getUTCMinutes(),
			second: date.getUTCSeconds(),
		};
	};
}

function message(
	form: ExportForm,
	header: string,
	random: () => number,
): string {
	const kind = random();
	if (kind < 0.002) return header + form.notice;
	const sender = pick(form.senders, random);
	if (kind < 0.042)
		return `${form.media.mark}${header}${sender}: ${form.media.text}`;
	return `${header}${sender}: ${typed(form, random)}`;
}

function typed({words}: ExportForm, random: () => number): string {
	const length = 1 + Math.floor(-Math.log(1 - random()) * 7);
	const said = Array.from({length}, () => pick(words, random));
	if (random() < 0.04) said.splice(1, 0, '\n');
	if (random() < 0.015) said.push(`https://example.com/${said[0]}?v=${length}`);
	if (random() < 0.08) said.push(pick(emoji, random));
	return said.join(' ') + (random() < 0.4 ? pick(endings, random) : '');
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
	return items[Math.floor(random() * items.length)] as Item;
}
