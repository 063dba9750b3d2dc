import {textAt} from './bytes.ts';
import type {CivilDate} from './calendar.ts';
import type {Headers} from './headers.ts';

/** The date in the name of a file that a message carries. */
export type NamedDate = {
	/** Which header the message has. */
	index: number;
	date: CivilDate;
};

/** IMG-20240520-WA0001.jpg, and 00000012-PHOTO-2024-05-20-08-00-05.jpg. */
const NAME =
	/\b(?:[A-Z]{3}-(20\d\d)(\d\d)(\d\d)-WA\d{4}|\d{8}-[A-Z]+-(20\d\d)-(\d\d)-(\d\d)-\d\d-\d\d-\d\d)\./g;

/** The dates in the names of all attachments of a text. */
export function attachmentDates(bytes: Buffer, headers: Headers): NamedDate[] {
	const dates: NamedDate[] = [];
	for (let index = 0; index < headers.count; index++) {
		const end =
			index + 1 < headers.count
				? (headers.start[index + 1] as number)
				: bytes.length;
		const text = textAt(bytes, headers.body[index] as number, end);
		for (const found of text.matchAll(NAME)) {
			const [, year = found[4], month = found[5], day = found[6]] = found;
			dates.push({
				index,
				date: {year: Number(year), month: Number(month), day: Number(day)},
			});
		}
	}
	return dates;
}
