import {isBoundary} from './boundaries.ts';
import {foldedUnits} from './spellings.ts';

/** What tells texts that may hold something from those that hold nothing, which are most. */
export type Sieve = {
	/** Finds nothing in most texts, and sooner than a look at each code unit. */
	perhaps: RegExp;
	/** By code unit, as written: what it may be a part of. */
	units: Uint8Array;
	/** By the folded first three code units of a name, hashed. */
	starts: Uint8Array;
	/** Code units as they are compared. */
	folded: Uint16Array;
};

/** What to look for in a text: a sum of these. */
export const stages = {names: 1, numbers: 2, addresses: 4} as const;

const digit = 1;
const point = 2;
const at = 4;
const colon = 8;
const nameStart = 16;
/** The first unit of a name that is too short for `starts`. */
const shortName = 32;

/** The digits that `plainDigits` knows, as a character class. */
const digits =
	'0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19';
const isDigit = new RegExp(`[${digits}]`);

/** Codes have at least so many digits. */
const fewestDigits = 3;

const hash = (one: number, two: number, three: number): number =>
	(Math.imul(one, 961) + Math.imul(two, 31) + three) & 0xffff;

export function makeSieve(names: readonly string[]): Sieve {
	const units = new Uint8Array(0x1_00_00);
	const starts = new Uint8Array(0x1_00_00);
	for (let unit = 0; unit < units.length; unit++)
		if (isDigit.test(String.fromCharCode(unit))) units[unit] = digit;
	units[0x2e] = point;
	units[0x3a] = point | colon;
	units[0x40] = at;
	const firsts = new Uint8Array(0x1_00_00);
	for (const name of names) {
		const [one, two, three] = [0, 1, 2].map(place => name.charCodeAt(place));
		if (one === undefined || two === undefined || three === undefined) continue;
		const isShort = Number.isNaN(three);
		firsts[one] = (firsts[one] ?? 0) | (isShort ? shortName : nameStart);
		if (!isShort) starts[hash(one, two, three)] = 1;
	}
	const folded = foldedUnits();
	for (let unit = 0; unit < units.length; unit++) {
		const first = firsts[folded[unit] ?? 0];
		if (first) units[unit] = (units[unit] ?? 0) | first;
	}
	return {perhaps: perhapsPattern(names), units, starts, folded};
}

/** Grouped by first letter, since a regular expression tries alternatives one by one. */
function perhapsPattern(names: readonly string[]): RegExp {
	const byFirst = new Map<string, Set<string>>();
	for (const name of names) {
		// A space stands for hyphens too.
		const start = name.slice(0, 3).replace(/ .*$/, '');
		const rest = byFirst.get(start.charAt(0)) ?? new Set();
		byFirst.set(start.charAt(0), rest.add(start.slice(1)));
	}
	const groups = [...byFirst].map(
		([first, rest]) =>
			`${literal(first)}(?:${[...rest].map(literal).join('|')})`,
	);
	// Most places are inside words, where no name begins; a letter beyond these is looked at more closely later.
	const atStart =
		groups.length > 0 ? [`(?:^|[^a-z])(?:${groups.join('|')})`] : [];
	return new RegExp(
		[`[@${digits}]`, `\\.[^\\s.${digits}]`, ':\\/', ...atStart].join('|'),
		'i',
	);
}

const literal = (text: string): string =>
	text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** What to look for in a text; a sum of `stages`. */
export function sift(text: string, sieve: Sieve): number {
	if (!sieve.perhaps.test(text)) return 0;
	const {units} = sieve;
	let found = 0;
	let count = 0;
	for (let place = 0; place < text.length; place++) {
		const flags = units[text.charCodeAt(place)];
		if (flags === undefined || flags === 0) continue;
		if (flags & digit) count++;
		else if (flags & at) found |= stages.names;
		else if (flags & point) {
			// An address has a full stop with a letter behind it, or a scheme.
			const next = text.charCodeAt(place + 1);
			if (flags & colon ? next === 0x2f : next > 0x39)
				found |= stages.addresses;
		} else if ((found & stages.names) === 0 && mayBegin(text, place, sieve))
			found |= stages.names;
	}
	return count >= fewestDigits ? found | stages.numbers : found;
}

/** Whether a name may begin at a place of a text. */
export function mayBegin(
	text: string,
	place: number,
	{units, starts, folded}: Sieve,
): boolean {
	const unit = text.charCodeAt(place);
	const flags = units[unit];
	if (flags === undefined || flags < nameStart) return false;
	if (
		(flags & shortName) === 0 &&
		starts[
			hash(
				folded[unit] ?? 0,
				folded[text.charCodeAt(place + 1)] ?? 0,
				folded[text.charCodeAt(place + 2)] ?? 0,
			)
		] !== 1
	)
		return false;
	return isBoundary(text, place);
}
