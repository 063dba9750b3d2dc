import {standsAt} from './bytes.ts';

/** What was found out about a text of the phone's: how it stands among the bytes, and its kind (see `Columns`). */
export type Found = {written: number; kind: number};

/** How many texts are kept at hand, and the longest of them in bytes: a phone has few placeholders. */
const AT_HAND = 16;
const LONGEST = 64;

/** Remembers the texts that a phone writes again and again, so that each is decoded and classified once. */
export class Again {
	readonly #known: (Found & {bytes: Uint8Array; lineMarked: boolean})[] = [];

	find(
		bytes: Uint8Array,
		from: number,
		to: number,
		lineMarked: boolean,
	): Found | undefined {
		for (const each of this.#known)
			if (
				each.bytes.length === to - from &&
				each.lineMarked === lineMarked &&
				standsAt(bytes, from, each.bytes)
			)
				return each;
		return undefined;
	}

	keep(text: Uint8Array, lineMarked: boolean, found: Found): void {
		if (text.length > LONGEST) return;
		this.#known.unshift({...found, bytes: text, lineMarked});
		if (this.#known.length > AT_HAND) this.#known.pop();
	}
}
