/** A cursor in a list, as every list of the program moves it: it stops at both ends. */
export type Move = number | 'first' | 'last';

/** The cursor after a move; 0 in an empty list. */
export function moveCursor(cursor: number, move: Move, length: number): number {
	if (length === 0) return 0;
	if (move === 'first') return 0;
	if (move === 'last') return length - 1;
	return Math.min(Math.max(cursor + move, 0), length - 1);
}

/** A copy of the set in which the member is there if it was not, and the reverse. */
export function toggled<T>(set: ReadonlySet<T>, member: T): Set<T> {
	const copy = new Set(set);
	if (!copy.delete(member)) copy.add(member);
	return copy;
}
