/** Features live in so many places; two that share one do little harm. */
export const featureCount = 1 << 15;

/** What a text is told by: places and values, together of length 1. */
export type Features = {place: Int32Array; value: Float64Array};

const words = /[\p{L}\p{M}\p{N}'’]+|[^\s\p{L}\p{N}]/gu;
const longestGram = 4;

/** Character 1- to 4-grams, words and the length of a text, each counted by its root. */
export function featuresOf(text: string): Features {
	const counts = new Map<number, number>();
	const add = (kind: string, term: string, weight: number) => {
		const place = hash(`${kind}${term}`) % featureCount;
		counts.set(place, (counts.get(place) ?? 0) + weight);
	};

	const marked = `\u0002${text}\u0003`;
	for (let size = 1; size <= longestGram; size++) {
		for (let at = 0; at + size <= marked.length; at++) {
			add('c', marked.slice(at, at + size), 1);
		}
	}

	for (const [word] of text.matchAll(words)) add('w', word, 1);
	add('l', String(Math.round(2 * Math.log2(text.length + 1))), 2);
	const place = Int32Array.from(counts.keys());
	const value = Float64Array.from(counts.values(), Math.sqrt);
	const size = Math.sqrt(value.reduce((sum, one) => sum + one ** 2, 0)) || 1;
	return {place, value: value.map(one => one / size)};
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
	}

	return (value ^ (value >>> 15)) >>> 0;
}
