import {stripMarks} from './characters.ts';
import {markerHours} from './markers.ts';
import {monthOf} from './months.ts';

/**
 * Words and signs that stand between date and time, or behind the year, and mean nothing (reference, section 1.2): 'klo',
 * 'à', 'u', 'г.', the Bulgarian 'ч.', eras that the year tells anyway.
 */
const CONNECTOR =
	/^[.\s]*(?:(?:日|일|г|р|ч|u|klo|kl|à|at|um|om|om kl|o|в|о|la|ob|στις|às|lúc|pukul|saat|BE|B\.E|AD|AH|AP|Śaka|शक|พ\.ศ|ค\.ศ|هـ|هـ\u200D|م\.)(?=[.\s]|$)[.\s]*)*/u;

/** What stands beside the time, looked up once: the hours of its marker, 0 for none, -1 where no header has it. */
const beside = new Map<string, number>();

/** The hours (bits, see `markers.ts`) that a text beside the time stands for; 0 for none, -1 where no header has it. */
export function meaningOf(text: string): number {
	let meaning = beside.get(text);
	if (meaning === undefined) {
		const words = stripMarks(text)
			.replace(/[,،()]/g, ' ')
			.trim();
		const bare = words.replace(CONNECTOR, '').trim();
		meaning = bare === '' ? 0 : markerHours(words) || markerHours(bare) || -1;
		// A bound, because a file that is no export could fill the table with its words.
		if (beside.size < 1000) beside.set(text, meaning);
	}
	return meaning;
}

/** 'PM, Dec ' in '8:14PM, Dec 28 - ': the month at the end of a text, and what stands before it; null where none does. */
export function monthBehind(
	text: string,
): {month: number; before: string} | null {
	const [, before = '', word = ''] =
		/^(.*?[\s,،]|)(\p{L}[\p{L}\p{M}]+)\.?\s*$/u.exec(text) ?? [];
	const month = monthOf(word);
	return month === 0 ? null : {month, before};
}
