import {words} from './words.ts';

/** A wall-clock time, in fields. */
export type Moment = {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
};

/** How one kind of phone writes a chat. */
export type ExportForm = {
	/** What stands before the sender. */
	header(moment: Moment): string;
	lineEnd: '\n' | '\r\n';
	words: readonly string[];
	senders: readonly string[];
	/** The whole line's mark, and the text, of a message without its picture. */
	media: {mark: string; text: string};
	notice: string;
};

const two = (value: number) => String(value).padStart(2, '0');
const short = (year: number) => two(year % 100);
const marker = (hour: number) => (hour < 12 ? 'AM' : 'PM');
const arabic = (text: string) =>
	text.replace(/\d/g, digit => String.fromCharCode(0x660 + Number(digit)));

/** The forms that are measured; `whatsapp-chat-parser` reads all but the Arabic one. */
export const forms = {
	'Android, German': {
		header: ({year, month, day, hour, minute}) =>
			`${two(day)}.${two(month)}.${short(year)}, ${two(hour)}:${two(minute)} - `,
		lineEnd: '\n',
		words: words.de,
		senders: ['Jana Vogt', 'Nils', 'Mama', 'Ole Brünn'],
		media: {mark: '', text: '<Medien ausgeschlossen>'},
		notice: 'Nils hat die Gruppenbeschreibung geändert',
	},
	'iPhone, English (US)': {
		header: ({year, month, day, hour, minute, second}) =>
			`[${month}/${day}/${short(year)}, ${hour % 12 || 12}:${two(minute)}:${two(second)}\u202F${marker(hour)}] `,
		lineEnd: '\r\n',
		words: words.en,
		senders: [
			'Priya',
			'Dan Whitlock',
			'\u202A+351\u00A0912\u00A0345\u00A0678\u202C',
		],
		media: {mark: '\u200E', text: '\u200Eimage omitted'},
		notice: 'Lisbon Trip: \u200EPriya changed the group description',
	},
	'Android, Spanish': {
		header: ({year, month, day, hour, minute}) =>
			`${day}/${month}/${short(year)}, ${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'a. m.' : 'p. m.'} - `,
		lineEnd: '\n',
		words: words.es,
		senders: ['Lucía', 'Íñigo', 'Papá'],
		media: {mark: '', text: '<Multimedia omitido>'},
		notice: 'Lucía cambió la descripción del grupo',
	},
	'iPhone, Arabic': {
		header: ({year, month, day, hour, minute, second}) =>
			`[${arabic(`${day}\u200F/${month}\u200F/${year}`)}، ${arabic(`${hour % 12 || 12}:${two(minute)}:${two(second)}`)} ${hour < 12 ? 'ص' : 'م'}] `,
		lineEnd: '\r\n',
		words: words.ar,
		senders: ['ليلى', 'Omar'],
		media: {mark: '\u200F', text: '\u200Fتم استبعاد الصورة'},
		notice: 'ليلى: \u200Fغيّرت ليلى وصف المجموعة',
	},
} satisfies Record<string, ExportForm>;

export type FormName = keyof typeof forms;
