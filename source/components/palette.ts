/** Ink colour names by meaning; what widgets are painted with. */
export type Palette = {
	accent: string;
	muted: string;
	good: string;
	warning: string;
	danger: string;
	/** What the person at the keyboard writes. */
	mine: string;
	/** What the twin writes. */
	theirs: string;
};
