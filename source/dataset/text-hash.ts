/**
A number below 2^53 that tells texts apart: a key for what is known of a text, without keeping the text. Two lanes of
FNV-1a with different beginnings and multipliers; a collision, improbable below millions of texts, makes a count a little off.
*/
export function textHash(text: string): number {
	let low = 0x811c9dc5;
	let high = 0x9747b28c ^ text.length;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		low = Math.imul(low ^ code, 0x01000193);
		high = Math.imul(high ^ code, 0x85ebca6b);
		high ^= high >>> 15;
	}
	return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}
