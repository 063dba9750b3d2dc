import type {Reply} from './types.ts';

const words = /[\p{L}\p{M}\p{N}]+|\p{Extended_Pictographic}/gu;
/** So many of the nearest past exchanges say what kind of reply a moment calls for. */
const neighbours = 12;
const k1 = 1.2;
const b = 0.5;

type Terms = ReadonlyMap<string, number>;

/** The words of a text, without case, accents and stretched letters, and the trigrams of longer ones. */
function termsOf(text: string): Terms {
	const terms = new Map<string, number>();
	const add = (term: string, weight: number) =>
		terms.set(term, (terms.get(term) ?? 0) + weight);
	const simple = text
		.normalize('NFKD')
		.replace(/\p{Mn}+/gu, '')
		.toLowerCase()
		.replace(/(\p{L})\1{2,}/gu, '$1');
	for (const [word] of simple.matchAll(words)) {
		add(word, 1);
		if (word.length < 4) continue;
		const edged = `<${word}>`;
		for (let at = 0; at + 3 <= edged.length; at++) {
			add(`#${edged.slice(at, at + 3)}`, 0.3);
		}
	}

	return terms;
}

/** Judges whether a reply fits a moment, by exchanges that really happened. */
export type Judge = (context: readonly string[], reply: string) => number;

/**
A judge that knows past exchanges: a reply fits a moment when it shares rare words with what was said (echo), and with
what was answered to the messages most like it (BM25 over the other side's words). It knows nothing of who wrote the reply.
*/
export function makeJudge(past: readonly Reply[]): Judge {
	const asked = past.map(({context}) => termsOf(context.at(-1) ?? ''));
	const answered = past.map(({reply}) => termsOf(reply));
	const holders = new Map<string, number[]>();
	const frequency = new Map<string, number>();
	let length = 0;
	for (const [at, terms] of asked.entries()) {
		for (const [term, weight] of terms) {
			const list = holders.get(term);
			if (list) list.push(at);
			else holders.set(term, [at]);
			length += weight / past.length;
		}

		for (const term of new Set([
			...terms.keys(),
			...(answered[at] as Terms).keys(),
		])) {
			frequency.set(term, (frequency.get(term) ?? 0) + 1);
		}
	}

	const rarity = (term: string) => {
		const count = frequency.get(term) ?? 0;
		return Math.log(1 + (past.length - count + 0.5) / (count + 0.5));
	};
	const sizes = asked.map(terms => {
		let sum = 0;
		for (const weight of terms.values()) sum += weight;
		return sum / (length || 1);
	});
	const nearest = (terms: Terms): [number, number][] => {
		const scores = new Map<number, number>();
		for (const [term, weight] of terms) {
			const list = holders.get(term) ?? [];
			for (const at of list) {
				const times = asked[at]?.get(term) ?? 0;
				const part =
					(times * (k1 + 1)) / (times + k1 * (1 - b + b * (sizes[at] ?? 1)));
				scores.set(at, (scores.get(at) ?? 0) + weight * rarity(term) * part);
			}
		}

		return [...scores]
			.sort((one, other) => other[1] - one[1])
			.slice(0, neighbours);
	};
	const similarity = (one: Terms, other: Terms) => {
		let both = 0;
		for (const [term, weight] of one) {
			const theirs = other.get(term);
			if (theirs) both += weight * theirs * rarity(term) ** 2;
		}

		return both === 0
			? 0
			: both / (sizeOf(one, rarity) * sizeOf(other, rarity));
	};
	let last: {text: string; terms: Terms; near: [number, number][]} | null =
		null;
	return (context, reply) => {
		const text = context.at(-1) ?? '';
		if (last?.text !== text) {
			const terms = termsOf(text);
			last = {text, terms, near: nearest(terms)};
		}

		const own = termsOf(reply);
		const best = last.near[0]?.[1] ?? 1;
		let like = 0;
		for (const [at, score] of last.near) {
			const weight = (score / best) ** 2;
			like = Math.max(like, weight * similarity(own, answered[at] as Terms));
		}

		return similarity(own, last.terms) + like;
	};
}

function sizeOf(terms: Terms, rarity: (term: string) => number): number {
	let sum = 0;
	for (const [term, weight] of terms) sum += (weight * rarity(term)) ** 2;
	return Math.sqrt(sum);
}

/** How many other replies each one is held against. */
const others = 20;

/**
The probability that a reply fits its own moment better than another reply of the same list does: 0.5 for replies that
ignore what was said. The judge sees words only, so real replies stay well below 1; ties count half.
*/
export function relevance(replies: readonly Reply[], judge: Judge): number {
	const count = Math.min(others, replies.length - 1);
	if (count < 1) return Number.NaN;
	let sum = 0;
	for (const [at, {context, reply}] of replies.entries()) {
		const own = judge(context, reply);
		for (let step = 1; step <= count; step++) {
			// Spread over the whole list, each distance once.
			const other =
				(at + Math.ceil((step * (replies.length - 1)) / count)) %
				replies.length;
			const theirs = judge(context, replies[other]?.reply ?? '');
			sum += own > theirs ? 1 : own === theirs ? 0.5 : 0;
		}
	}

	return sum / (replies.length * count);
}
