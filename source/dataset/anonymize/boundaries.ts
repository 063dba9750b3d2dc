const unknown = 0;
const gap = 1;
const letter = 2;
const spaceless = 3;

/** What each code unit is for word boundaries; filled when first asked for. */
const kinds = new Uint8Array(0x1_00_00);
const letters = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that are written without spaces between words: every sign may begin or end one. */
const withoutSpaces =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Astral characters are two units that are no letters: mostly emoji, and a word may touch these. */
function kindOf(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	if (Number.isNaN(unit)) return gap;
	const known = kinds[unit];
	if (known !== undefined && known !== unknown) return known;
	const character = String.fromCharCode(unit);
	const kind = withoutSpaces.test(character)
		? spaceless
		: letters.test(character)
			? letter
			: gap;
	kinds[unit] = kind;
	return kind;
}

/** Whether a word may begin or end before the code unit at `at`: Unicode letters, marks and digits make words, `_*~` (WhatsApp's formatting) do not. */
export const isBoundary = (text: string, at: number): boolean =>
	kindOf(text, at - 1) !== letter || kindOf(text, at) !== letter;
