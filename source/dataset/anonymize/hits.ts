/** What a replaced stretch of a text was. */
export type HitKind =
	| 'name'
	| 'phone'
	| 'email'
	| 'link'
	| 'iban'
	| 'card'
	| 'code';

type Stretch = {start: number; end: number};

/** A stretch of a text that is not to be told, by its code units, and what stands for it. */
export type Hit = Stretch & {
	kind: HitKind;
	label: string;
};

/** What stands for what is nobody's label. */
export const placeholder = {
	phone: '[phone]',
	email: '[email]',
	link: '[link]',
	iban: '[iban]',
	card: '[card]',
	code: '[code]',
	name: '[name]',
} as const satisfies Record<HitKind, string>;

/** What stands for the owner's own names. */
export const ownerLabel = '[me]';

const label =
	/@?(?:\[(?:me|name|phone|email|link|iban|card|code)\]|Person\d+(?:s|ens)?)/g;

/** Each place where a global pattern is found. `matchAll` makes a copy of the pattern for each text, which costs more than the search. */
export function* eachMatch(
	text: string,
	pattern: RegExp,
): Generator<RegExpExecArray, void> {
	pattern.lastIndex = 0;
	for (
		let match = pattern.exec(text);
		match !== null;
		match = pattern.exec(text)
	)
		yield match;
}

/** Labels that stand in a text already: they are nobody's names, and no codes. */
export const findLabels = (text: string): Stretch[] =>
	text.includes('[') || text.includes('Person')
		? Array.from(text.matchAll(label), ({index, 0: {length}}) => ({
				start: index,
				end: index + length,
			}))
		: [];

/** Whether a stretch touches one of these. */
export const isTaken = (
	hits: readonly Stretch[],
	start: number,
	end: number,
): boolean => hits.some(hit => start < hit.end && end > hit.start);

/** What was found is gone for whatever is looked for next; as long as before, and with nothing that is a part of a word, number or link. */
export const mask = (text: string, hits: readonly Stretch[]): string =>
	hits.reduce(
		(rest, {start, end}) =>
			rest.slice(0, start) + '<'.repeat(end - start) + rest.slice(end),
		text,
	);

/** Puts the labels in; the hits, in any order, touch no two of the same letters. */
export function applyHits(text: string, hits: readonly Hit[]): string {
	let result = '';
	let done = 0;
	for (const {start, end, label} of [...hits].sort(
		(a, b) => a.start - b.start,
	)) {
		result += text.slice(done, start) + label;
		done = end;
	}
	return result + text.slice(done);
}
