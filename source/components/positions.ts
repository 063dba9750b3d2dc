const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
const words = new Intl.Segmenter(undefined, {granularity: 'word'});
const pictograph = /\p{Extended_Pictographic}/u;

/** The end of the grapheme that contains an offset; the offset itself where it is between two graphemes. */
export function boundaryAt(text: string, offset: number): number {
	const found = graphemes.segment(text).containing(offset);
	return !found || found.index === offset
		? Math.min(offset, text.length)
		: found.index + found.segment.length;
}

/** Where the grapheme before an offset begins. */
export function before(text: string, offset: number): number {
	return graphemes.segment(text).containing(offset - 1)?.index ?? 0;
}

/** Where the grapheme at an offset ends. */
export function after(text: string, offset: number): number {
	const found = graphemes.segment(text).containing(offset);
	return found ? found.index + found.segment.length : text.length;
}

/** Where the word before an offset begins; an emoji is a word. */
export function wordBefore(text: string, offset: number): number {
	const segments = words.segment(text);
	let found = segments.containing(offset - 1);
	while (found && !isWord(found)) {
		found = segments.containing(found.index - 1);
	}
	// A word may begin inside a grapheme (a vowel sign behind an emoji): no grapheme is torn.
	return graphemes.segment(text).containing(found?.index ?? 0)?.index ?? 0;
}

/** Where the word at or after an offset ends. */
export function wordAfter(text: string, offset: number): number {
	const segments = words.segment(text);
	let found = segments.containing(offset);
	while (found && !isWord(found)) {
		found = segments.containing(found.index + found.segment.length);
	}
	return boundaryAt(
		text,
		found ? found.index + found.segment.length : text.length,
	);
}

const isWord = ({isWordLike, segment}: Intl.SegmentData): boolean =>
	isWordLike === true || pictograph.test(segment);

/** Where the line (up to `\n`, not as wrapped) of an offset begins. */
export const lineStart = (text: string, offset: number): number =>
	offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** Where the line of an offset ends, before its `\n`. */
export function lineEnd(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end === -1 ? text.length : end;
}
