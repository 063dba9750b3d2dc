import type {Reader, Writer} from './bytes.ts';
import {complete, type Ngram, type NgramData} from './ngram.ts';
import {order} from './place.ts';

/** Writes an n-gram model: numbers of children and followers, tokens as differences, counts. */
export function writeNgram(writer: Writer, ngram: NgramData): void {
	writer.whole(ngram.vocabularySize);
	for (const discount of ngram.discounts) writer.real(discount);
	writeTree(writer, ngram.firstChild, ngram.childToken, 1);
	writeTree(writer, ngram.firstFollower, ngram.followerToken, 0);
	for (const count of ngram.followerCount) writer.whole(count);
}

export function readNgram(reader: Reader): Ngram {
	const vocabularySize = reader.whole();
	const discounts = new Float64Array(3 * order).map(() => reader.real());
	const children = readTree(reader, 1);
	const followers = readTree(reader, 0);
	return complete({
		vocabularySize,
		discounts,
		firstChild: children.first,
		childToken: children.tokens,
		firstFollower: followers.first,
		followerToken: followers.tokens,
		followerCount: new Uint32Array(followers.tokens.length).map(() =>
			reader.whole(),
		),
	});
}

/** Lists of rising tokens; `skip` tokens stand before the first list (the root of the tree is nobody's child). */
function writeTree(
	writer: Writer,
	first: Uint32Array,
	tokens: Uint16Array,
	skip: number,
): void {
	writer.whole(first.length);
	writer.whole(tokens.length);
	for (let list = 0; list + 1 < first.length; list++) {
		writer.whole((first[list + 1] as number) - (first[list] as number));
	}

	for (let list = 0; list + 1 < first.length; list++) {
		let before = 0;
		const to = first[list + 1] as number;
		for (let at = Math.max(skip, first[list] as number); at < to; at++) {
			writer.whole((tokens[at] as number) - before);
			before = tokens[at] as number;
		}
	}
}

function readTree(reader: Reader, skip: number) {
	const first = new Uint32Array(reader.whole());
	const tokens = new Uint16Array(reader.whole());
	first[0] = skip;
	for (let list = 0; list + 1 < first.length; list++) {
		first[list + 1] = (first[list] as number) + reader.whole();
	}

	for (let list = 0; list + 1 < first.length; list++) {
		let before = 0;
		const to = first[list + 1] as number;
		for (let at = first[list] as number; at < to; at++) {
			before += reader.whole();
			tokens[at] = before;
		}
	}

	return {first, tokens};
}
