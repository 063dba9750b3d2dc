/** Most names that a sentence lists. */
const most = 10;

/** Names in order of likeness to the one that was looked for, as a list for a sentence. */
export function listNearest(wanted: string, names: readonly string[]): string {
	const ordered = names
		.map(name => ({name, distance: distance(wanted, name)}))
		.sort((a, b) => a.distance - b.distance)
		.map(({name}) => name);
	const rest = ordered.length - most;
	return `${ordered.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** The name that was most likely meant; null where none is but a letter or two away. */
export function meant(wanted: string, names: readonly string[]): string | null {
	const near = names
		.map(name => ({name, letters: distance(wanted, name)}))
		.filter(({letters}) => letters <= 2)
		.sort((a, b) => a.letters - b.letters);
	return near[0]?.name ?? null;
}

/** Letters to change (Levenshtein), whatever the case; a name that holds the other is nearest of all. */
function distance(wanted: string, name: string): number {
	const one = wanted.toLowerCase();
	const other = name.toLowerCase();
	if (other.includes(one) || one.includes(other))
		return Math.abs(one.length - other.length) / 100;
	let row = Array.from({length: other.length + 1}, (_, at) => at);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		for (let j = 1; j <= other.length; j++) {
			const substituted =
				(row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
			next.push(
				Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1),
			);
		}
		row = next;
	}
	return row[other.length] ?? 0;
}
