import {sameName} from '../speakers.ts';

/** The ways in which one sender's name may stand in a text. */
export type NameForms = {
	/** As written, for @-mentions: emoji and `~` included, direction marks not. */
	written: string;
	/** Names of more than one word: everything, everything but nicknames, first and last; also as one word (annamüller). */
	full: string[];
	/** Names of one word, first name first; nicknames in quotes or brackets as they are. */
	parts: string[];
	/** The digits where the name is a phone number (at least six), else null. */
	digits: string | null;
};

const phone = /^\+?[\d\s().\-/\u2010-\u2015]+$/;
/** A nickname in quotes of any language or in brackets; a single quote counts only at a word's edge (O'Brien). */
const nickname =
	/["“”„«»([{]([^"“”„«»()[\]{}]+)["“”„«»)\]}]|(?<=^|\s)['‘‚]([^'‘’‚]+)['’‘](?=\s|$)/g;
const word =
	/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.\-\u2010\u2011][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** Titles name nobody by themselves; particles neither, unless they come first (Al Gomez). */
const titles = new Set(
	'dr prof mr mrs ms mx sir herr frau hr fr sr sra dra señor señora don doña jr sen ii iii'.split(
		' ',
	),
);
const particles = new Set(
	'von van de der den del della di da do dos das du la le les el al bin ibn ten ter zu zum zur und y e and the'.split(
		' ',
	),
);

/** Takes a sender's name apart (design, section 5, anonymisation: full, first, nick). */
export function nameForms(sender: string): NameForms {
	const written = sameName(sender).replace(/^~\s*/, '');
	const digits = written.replaceAll(/\D/g, '');
	if (phone.test(written) && digits.length >= 6)
		return {written, full: [], parts: [], digits};
	const nicks = [...written.matchAll(nickname)]
		.map(match => (match[1] ?? match[2] ?? '').trim())
		.filter(Boolean);
	const words = written.replaceAll(nickname, ' ').match(word) ?? [];
	const names = words.filter(
		(name, at) =>
			isName(name) && (at === 0 || !particles.has(name.toLowerCase())),
	);
	const first = names[0];
	const last = names.at(-1);
	const full = [
		written,
		words.join(' '),
		names.join(' '),
		first && last ? `${first} ${last}` : '',
	].filter(name => /[^\s-][\s-]+[^\s-]/.test(name));
	if (names.length > 1) full.push(names.join(''));
	const hyphened = names.flatMap(name => name.split(/[-\u2010\u2011]/));
	const parts = [...names, ...hyphened, ...nicks].filter(
		name => isName(name) || nicks.includes(name),
	);
	return {
		written,
		full: [...new Set(full)],
		parts: [...new Set(parts)],
		digits: null,
	};
}

/** Initials, numbers and titles are none; one sign is a name only where a sign is a word. */
const isName = (name: string): boolean =>
	!titles.has(name.toLowerCase().replace(/\.$/, '')) &&
	!/^[\p{N}.]+$/u.test(name) &&
	(name.length > 1 || /[\p{Script=Han}\p{Script=Hangul}]/u.test(name));
