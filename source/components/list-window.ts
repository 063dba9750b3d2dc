/** The part of a list that is drawn: the cursor is in it, near the middle where the list is longer than the window. */
export function listWindow(
	length: number,
	cursor: number,
	height: number,
): {first: number; height: number} {
	const rows = Math.max(Math.min(length, height), 0);
	const first = Math.max(
		Math.min(cursor - Math.floor(rows / 2), length - rows),
		0,
	);
	return {first, height: rows};
}
