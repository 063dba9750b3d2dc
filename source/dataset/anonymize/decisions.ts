/** What the owner decided about names: of participants that are also words, or of anybody. */
export type Decisions = {
	/** Replaced as words; with a capital in it, only where it stands with one. */
	replaceNames: readonly string[];
	/** Left where they stand alone. */
	keepNames: readonly string[];
};

export const nothingDecided: Decisions = {replaceNames: [], keepNames: []};
