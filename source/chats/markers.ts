import {LOCALES} from './locales.ts';

/**
 * The hours (bit 0 to bit 23) that a word beside the time can stand for. "PM" is 12 to 23; "noche" 20 to 3. With the
 * hour from 1 to 12 beside it, at most one of the two candidates is meant (reference, section 1.2).
 */
type Hours = number;

const AM: Hours = 0x000fff;
const PM: Hours = 0xfff000;
const hours = (from: number, to: number): Hours => {
	let bits = 0;
	for (let hour = from; hour !== to; hour = (hour + 1) % 24) bits |= 1 << hour;
	return bits;
};

/** Words that ICU no longer has, or writes otherwise than phones did. */
const KEPT: [Hours, string][] = [
	[
		AM,
		'am a.m. ص 上午 午前 오전 π.μ. fm ap. vorm. dop. de. ÖÖ PG SA ق.ظ. дп पूर्वाह्न f.h. p.d. TO r.n. ч.am AM',
	],
	[
		PM,
		'pm p.m. م 下午 午後 오후 μ.μ. em ip. nachm. odp. pop. du. ÖS PTG CH ب.ظ. пп अपराह्न e.h. m.d. TK i.n. ч.pm PM',
	],
	[hours(0, 6), '凌晨 madrugada nachts 새벽'],
	[hours(4, 12), '清晨 早上 morgens 아침'],
	[hours(10, 15), '中午 mittags'],
	[hours(17, 1), '晚上 abends 저녁'],
	[hours(12, 19), 'tarde'],
];

/** Written without dots, spaces and case, so that 'p. m.', 'p.m.' and 'PM' are one word. */
function fold(word: string): string {
	return word.replace(/[\s.,:;()،\u200E\u200F\u061C]/g, '').toLowerCase();
}

const known = new Map<string, Hours>();
for (const [bits, words] of KEPT)
	for (const word of words.split(' ')) known.set(fold(word), bits);

let asked = false;

/** Adds the words of every locale from ICU. Takes some milliseconds, so only once a file needs it. */
function askIcu(): void {
	asked = true;
	for (const locale of LOCALES) {
		for (const options of [
			{hour: 'numeric', hour12: true, timeZone: 'UTC'},
			{hour: 'numeric', dayPeriod: 'short', hour12: true, timeZone: 'UTC'},
		] as const) {
			const format = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, options);
			const found = new Map<string, Hours>();
			for (let hour = 0; hour < 24; hour++) {
				const part = format
					.formatToParts(hour * 3_600_000)
					.find(({type}) => type === 'dayPeriod');
				const word = fold(part?.value ?? '');
				if (word) found.set(word, (found.get(word) ?? 0) | (1 << hour));
			}
			// Words kept by hand stay: ICU's day periods reuse some of them for a narrower part of the day.
			for (const [word, bits] of found)
				if (!known.has(word)) known.set(word, bits);
		}
	}
}

/** The hours that a word beside the time stands for; 0 where it is no such word. */
export function markerHours(word: string): Hours {
	const folded = fold(word);
	if (!folded) return 0;
	const bits = known.get(folded);
	if (bits !== undefined) return bits;
	if (!asked) {
		askIcu();
		return known.get(folded) ?? 0;
	}
	return 0;
}

/** The hour from 0 to 23, from a written hour and the hours of its marker; hours above 12 are taken as they are. */
export function hourOfDay(written: number, bits: Hours): number {
	if (written > 12) return written;
	const morning = written % 12;
	const evening = morning + 12;
	const inMorning = (bits >> morning) & 1;
	const inEvening = (bits >> evening) & 1;
	if (inMorning !== inEvening) return inMorning ? morning : evening;
	// ICU may end a part of the day earlier than a phone did: '12:05 at night' is nearer to 23 than to noon.
	return distance(morning, bits) <= distance(evening, bits) ? morning : evening;
}

/** Hours around the clock from an hour to the nearest that a word stands for. */
function distance(hour: number, bits: Hours): number {
	for (let away = 0; away < 12; away++)
		if (
			(bits >> ((hour + away) % 24)) & 1 ||
			(bits >> ((hour - away + 24) % 24)) & 1
		)
			return away;
	return 12;
}
