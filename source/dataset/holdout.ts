/**
Rule 10: how many of a chat's newest examples are kept out of training: the share to the nearest whole number, at least
one where there are ten or more, and never all of them.
*/
export function holdOutCount(examples: number, share: number): number {
	if (share <= 0) return 0;
	const nearest = Math.round(examples * share);
	const least = examples >= 10 ? 1 : 0;
	return Math.max(0, Math.min(Math.max(nearest, least), examples - 1));
}
