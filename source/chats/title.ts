import {titleIn} from './phrases/table.ts';

/** What archives call the text of every chat, so that it names none. */
const ANONYMOUS = /^_?chat$/i;

/**
 * The chat's name from the name of its file by the patterns of the reference, section 1.8 (`_` or `-` for blanks, ` (1)`
 * at the end); null where it has none.
 */
export function titleFromName(name: string): string | null {
	const bare = name
		.replace(/^.*[/\\]/, '')
		.replace(/\.(?:txt|zip)$/i, '')
		.replace(/\s*\(\d{1,3}\)$/, '')
		.normalize('NFC');
	for (const spaced of [
		bare,
		bare.replaceAll('_', ' '),
		bare.replaceAll(/[-_]/g, ' '),
	]) {
		const title = titleIn(spaced)?.trim();
		if (title) return title;
	}
	return null;
}

/** The name of a chat whose file does not tell: the people in it, or the file. */
export function titleFromPeople(
	names: readonly (string | null)[],
	name: string,
): string {
	const people = names.filter(each => each !== null);
	if (people.length > 0)
		return people.slice(0, 3).join(', ') + (people.length > 3 ? '…' : '');
	const bare = name.replace(/^.*[/\\]/, '').replace(/\.(?:txt|zip)$/i, '');
	return ANONYMOUS.test(bare) ? 'Chat' : bare;
}
