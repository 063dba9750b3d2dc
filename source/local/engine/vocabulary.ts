/** Tokens that stand for no text. `ownLine` and `otherLine` are the line break between two messages of one turn, by speaker. */
export const special = {
	start: 0,
	own: 1,
	other: 2,
	end: 3,
	ownLine: 4,
	otherLine: 5,
} as const;
export const specialCount = 6;
/** The byte b is the token `firstByte + b`. */
export const firstByte = specialCount;
export const firstAtom = firstByte + 256;

/** What is learnt from the chats: ids are specials, bytes, atoms, then one per merge. */
export type Vocabulary = {
	/** Labels and placeholders, in the order of their ids. */
	atoms: readonly string[];
	/** Pairs of ids, flat: the merge number n joins `merges[2n]` and `merges[2n + 1]`. */
	merges: Uint16Array;
};

/** How many tokens there are. */
export function vocabularySize(vocabulary: Vocabulary): number {
	return firstAtom + vocabulary.atoms.length + vocabulary.merges.length / 2;
}
