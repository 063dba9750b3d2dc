import type {Reply} from './types.ts';

/** How often each character trigram stands in the replies; begin and end of a reply are marked. */
export function trigramsOf(replies: readonly Reply[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const {reply} of replies) {
		const characters = ['\u0002', ...reply.toLowerCase(), '\u0003'];
		for (let at = 0; at + 3 <= characters.length; at++) {
			const trigram = characters.slice(at, at + 3).join('');
			counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
		}
	}

	return counts;
}

/**
Cosine of two profiles of character n-grams, 0 to 1: who writes alike has a high one (Kešelj et al. 2003). Short lists
have low ones even where the same person wrote both, so it is read beside what the owner's own replies reach.
*/
export function cosine(
	one: ReadonlyMap<string, number>,
	other: ReadonlyMap<string, number>,
): number {
	let both = 0;
	for (const [key, count] of one) both += count * (other.get(key) ?? 0);
	const size = (counts: ReadonlyMap<string, number>) => {
		let sum = 0;
		for (const count of counts.values()) sum += count ** 2;
		return Math.sqrt(sum);
	};
	return both === 0 ? 0 : both / (size(one) * size(other));
}
