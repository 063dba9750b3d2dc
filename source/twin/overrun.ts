/** What a reply of the twin may not exceed: what its owner hardly ever does. */
export type Longest = {lines: number; characters: number};

/** A reply cut to what is worth keeping, and why. */
export type Overrun = {text: string; cut: 'repeats' | 'long'};

/** Where nothing is known of the owner. */
const usualLongest: Longest = {lines: 20, characters: 1_500};

/**
Cuts a reply that goes round in circles or does not end, as small and cold models give them.
@param text as far as it came
@returns null while there is nothing to cut
*/
export function overrun(
	text: string,
	longest: Longest = usualLongest,
): Overrun | null {
	const repeated = repeatedLine(text) ?? repeatedTail(text);
	if (repeated !== null) return {text: repeated, cut: 'repeats'};
	const lines = text.split('\n');
	if (lines.length > longest.lines)
		return {text: lines.slice(0, longest.lines).join('\n'), cut: 'long'};
	if (text.length > longest.characters)
		return {text: wholeWords(text, longest.characters), cut: 'long'};
	return null;
}

/** The same line a third time in a row, or a fourth time at all; a person says "ok" twice. */
function repeatedLine(text: string): string | null {
	const lines = text.split('\n').map(line => line.trim());
	// The last one may go on.
	const last = lines.length - 2;
	const line = lines[last];
	if (!line) return null;
	const same = lines.flatMap((each, at) =>
		at <= last && each === line ? [at] : [],
	);
	const inRow = lines[last - 1] === line && lines[last - 2] === line;
	if (!inRow && same.length < 4) return null;
	const [first = 0] = inRow ? [last - 2] : same;
	return text
		.split('\n')
		.slice(0, first + 1)
		.join('\n');
}

/** Fewest characters that a loop fills: "hahahahaha" is how people laugh. */
const leastLoop = 48;
const longestUnit = 120;

/** A tail that is the same piece four times over, kept once. */
function repeatedTail(text: string): string | null {
	for (let unit = 1; unit <= longestUnit; unit++) {
		const times = Math.max(4, Math.ceil(leastLoop / unit));
		const loop = unit * times;
		if (loop > text.length) continue;
		const piece = text.slice(-unit);
		if (text.endsWith(piece.repeat(times))) {
			let from = text.length - loop;
			while (from >= unit && text.slice(from - unit, from) === piece)
				from -= unit;
			return text.slice(0, from + unit).trimEnd();
		}
	}
	return null;
}

function wholeWords(text: string, most: number): string {
	const cut = text.slice(0, most);
	const end = cut.search(/\s\S*$/u);
	return end > most / 2 ? cut.slice(0, end) : cut;
}
