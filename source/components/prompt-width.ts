/** Columns of the prompt's mark and the space behind it. */
export const markWidth = 2;

/** Columns that the text of a prompt is wrapped to: the mark is in front of it, and the cursor may stand after a full row. */
export const promptTextWidth = (width: number): number =>
	Math.max(1, width - markWidth - 1);
