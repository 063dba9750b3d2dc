import {stripVTControlCharacters} from 'node:util';
import stringWidth from 'string-width';
import {breakLines, type Cell} from './wrap.ts';

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** Needs no cure: printable ASCII and line breaks. */
const plain = /^[\x20-\x7E\n]*$/;
const lineBreak = /\r\n?|[\u2028\u2029]/g;
const control = /[\x00-\x09\x0B-\x1F\x7F-\x9F]/g;
const loneSurrogate = /\p{Surrogate}/gu;
/** Direction marks, variation selectors, soft hyphens, fillers: terminals disagree on their width. The joiner waits for segmentation, the non-joiner stays (Persian needs it). */
const invisible = /(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/gu;
const pictograph = /\p{Extended_Pictographic}/u;
const keycap = /\u20E3/;
/** Stray skin tones are drawn two cells wide by terminals but measured as none. */
const joinerOrTone = /\u200D|(?<!^)\p{Emoji_Modifier}/gu;
/** Consonants that share one grapheme (क्ष) are still drawn one by one; the non-joiner makes the measure agree. */
const conjunct = /(?<=\p{M})(?=\p{L})/gu;
/** No script needs more on one letter; "zalgo" text uses dozens to paint over other lines. */
const longestGrapheme = 8;

/** ASCII between ASCII: each character is a grapheme, and telling them apart by rule takes a third of the segmenter's time. */
const certain = /((?<=^|[\x20-\x7E\n])(?:[\x20-\x7E\n](?=[\x20-\x7E\n]|$))+)/;

/** The user-perceived characters of a text. */
export function graphemes(text: string): string[] {
	return text
		.split(certain)
		.flatMap(part =>
			plain.test(part)
				? [...part]
				: Array.from(segmenter.segment(part), ({segment}) => segment),
		);
}

/**
 * What of a text may be drawn: its width by string-width is the number of cells that terminals give it, and nothing in it can command the terminal.
 * Control sequences and invisible marks are gone, tabs are four spaces, an emoji sequence is its first emoji. For drawing only: training reads the raw text.
 * The cure is the one tried against xterm and tmux (reference "ink", section 2); emoji younger than a terminal's tables stay one cell off there.
 */
export const displayText = (text: string): string =>
	plain.test(text) ? text : graphemes(cleaned(text)).map(drawn).join('');

function cleaned(text: string): string {
	if (plain.test(text)) {
		return text;
	}
	return (
		stripVTControlCharacters(text.replaceAll(lineBreak, '\n'))
			.replaceAll('\t', '    ')
			.replaceAll(control, '')
			.replaceAll(loneSurrogate, '\uFFFD')
			.replaceAll(invisible, '')
			.normalize('NFC')
			// The Thai and Lao vowel AM is two cells to terminals and one to string-width unless it is written as its two parts.
			.replaceAll('\u0E33', '\u0E4D\u0E32')
			.replaceAll('\u0EB3', '\u0ECD\u0EB2')
	);
}

function drawn(grapheme: string): string {
	if (grapheme.length === 1 && grapheme !== '\u200D') {
		return grapheme;
	}
	if (/^\p{Regional_Indicator}{2}$/u.test(grapheme)) {
		return grapheme;
	}
	const characters = [...grapheme];
	if (pictograph.test(grapheme) || keycap.test(grapheme)) {
		return characters[0] === '\u200D' ? '' : (characters[0] ?? '');
	}
	return characters
		.slice(0, longestGrapheme)
		.join('')
		.replaceAll(joinerOrTone, '')
		.replaceAll(conjunct, '\u200C');
}

/** Chats repeat their graphemes and measuring is slow; what a long chat has of them fits in. */
const known = new Map<string, Cell>();
const mostKnown = 10_000;

/** A grapheme as it is drawn. */
export function toCell(grapheme: string): Cell {
	const found = known.get(grapheme);
	if (found) {
		return found;
	}
	const text = displayText(grapheme);
	const cell = {text, width: stringWidth(text)};
	if (known.size >= mostKnown) {
		known.clear();
	}
	known.set(grapheme, cell);
	return cell;
}

/** One line of printable ASCII, each sign a cell: most of what is drawn, and it need not be taken apart. */
const isPlain = (text: string): boolean =>
	plain.test(text) && !text.includes('\n');

const toCells = (text: string): Cell[] =>
	isPlain(text)
		? Array.from(text, sign => ({text: sign, width: 1}))
		: graphemes(cleaned(text)).map(toCell);

/** Cells that a text takes when it is drawn as `displayText` gives it; its line breaks take none. */
export const cellWidth = (text: string): number =>
	isPlain(text)
		? text.length
		: toCells(text).reduce((total, {width}) => total + width, 0);

/** Right-to-left letters with no other letter behind them: terminals that know of directions would draw the blanks and numbers that follow on their left. */
const endsRightToLeft =
	/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]\P{L}*$/u;
/** The braille pattern without dots: looks like a blank, is a left-to-right sign, and one cell wide to every terminal, which direction marks are not. */
const leftToRightBlank = '\u2800';

/** The blank to set between a text and what follows it on its row, so that the row keeps its order whatever the text's direction. */
export const blankBehind = (text: string): string =>
	endsRightToLeft.test(text) ? leftToRightBlank : ' ';

/**
 * One line of exactly `width` cells: cut by graphemes with `…` where too long, else padded on the right (`start`), left (`end`) or both sides.
 * Line breaks become spaces. Where it ends from right to left, a cell is kept for the blank that ends its direction.
 */
export function fitText(
	text: string,
	width: number,
	align: 'start' | 'centre' | 'end' = 'start',
): string {
	const isTurned = align !== 'end' && width > 2 && endsRightToLeft.test(text);
	const cut = truncate(text, isTurned ? width - 1 : width);
	const rest = Math.max(0, width - cellWidth(cut));
	const before =
		align === 'start' ? 0 : align === 'end' ? rest : Math.floor(rest / 2);
	const behind = ' '.repeat(rest - before);
	return (
		' '.repeat(before) +
		cut +
		(isTurned ? behind.replace(' ', leftToRightBlank) : behind)
	);
}

/** One line of at most `width` cells, with `…` where something was cut. */
export function truncate(text: string, width: number): string {
	if (text.length <= width && isPlain(text)) return text;
	const cells = toCells(text.replaceAll(lineBreak, '\n').replaceAll('\n', ' '));
	const total = cells.reduce((sum, cell) => sum + cell.width, 0);
	if (total <= width) {
		return joined(cells);
	}
	let room = width - 1;
	const cut = cells.findIndex(cell => {
		room -= cell.width;
		return room < 0;
	});
	return width < 1 ? '' : `${joined(cells.slice(0, cut))}…`;
}

/** A text in lines of at most `width` cells: by words, long words by graphemes, `\n` respected. An empty text is one empty line. */
export function wrapText(text: string, width: number): string[] {
	const cells = toCells(text);
	return breakLines(cells, Math.max(1, width)).map(({from, to}) =>
		joined(cells.slice(from, to)).trimEnd(),
	);
}

const joined = (cells: readonly Cell[]): string =>
	cells.map(({text}) => text).join('');
