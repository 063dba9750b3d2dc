/** What a replaced stretch of a text was. */
export type HitKind =
	| 'name'
	| 'phone'
	| 'email'
	| 'link'
	| 'iban'
	| 'card'
	| 'code';

/** A stretch of a text that is not to be told, by its code units, and what stands for it. */
export type Hit = {
	start: number;
	end: number;
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

/** Whether a stretch touches one of these. */
export const isTaken = (
	hits: readonly Pick<Hit, 'start' | 'end'>[],
	start: number,
	end: number,
): boolean => hits.some(hit => start < hit.end && end > hit.start);

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
