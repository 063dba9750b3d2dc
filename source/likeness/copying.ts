/** Shorter replies are said again by chance: everybody writes "ok". */
export const shortestCopy = 15;

/** Texts in which passages are looked up. */
export type Texts = {
	whole: ReadonlySet<string>;
	/** Where each run of `seed` characters begins, as text number and place. */
	places: ReadonlyMap<string, readonly [text: number, at: number][]>;
	texts: readonly string[];
};

const seed = 12;
/** A passage that stands in more places is a phrase, and looking at all of them would take for ever. */
const mostPlaces = 50;

/** Without case and with single spaces, so that a copy is one however it is set. */
const plain = (text: string): string =>
	text.toLowerCase().replace(/\s+/gu, ' ').trim();

/** Prepares texts to be looked up; linear in their length. */
export function gatherTexts(given: Iterable<string>): Texts {
	const texts = [...new Set([...given].map(plain))];
	const places = new Map<string, [number, number][]>();
	for (const [number, text] of texts.entries()) {
		for (let at = 0; at + seed <= text.length; at += seed) {
			const key = text.slice(at, at + seed);
			const list = places.get(key);
			if (!list) places.set(key, [[number, at]]);
			else if (list.length < mostPlaces) list.push([number, at]);
		}
	}

	return {whole: new Set(texts), places, texts};
}

/** Share of the replies longer than 15 characters that stand in the texts as they are: a leak check (Carlini et al. 2021). */
export function copyRate(
	replies: readonly {reply: string}[],
	{whole}: Texts,
): number {
	const long = replies.filter(({reply}) => reply.length > shortestCopy);
	const copies = long.filter(({reply}) => whole.has(plain(reply)));
	return copies.length / (long.length || 1);
}

/** The longest passage of a reply that stands in the texts too; empty where none of about 24 characters or more does. */
export function longestOverlap(reply: string, {places, texts}: Texts): string {
	const text = plain(reply);
	let longest = '';
	for (let at = 0; at + seed <= text.length; at++) {
		for (const [number, place] of places.get(text.slice(at, at + seed)) ?? []) {
			const other = texts[number] as string;
			let from = 0;
			while (
				from < at &&
				from < place &&
				text[at - from - 1] === other[place - from - 1]
			)
				from++;
			let to = seed;
			while (
				at + to < text.length &&
				place + to < other.length &&
				text[at + to] === other[place + to]
			)
				to++;
			if (from + to > longest.length) longest = text.slice(at - from, at + to);
		}
	}

	return longest;
}
