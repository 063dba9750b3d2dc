import {readText} from '../../source/chats/files/read-text.ts';
import type {Chat} from '../../source/chats/message.ts';
import type {FormName} from '../exports/forms.ts';
import {generate} from '../exports/generate.ts';

const FORMS: FormName[] = ['Android, German', 'iPhone, English (US)'];

/** What anonymisation looks for, and what it must leave alone; one of them is put into one message of `EVERY`. */
const SAID = [
	'Jana',
	'Janas Tante',
	'hi @Nils',
	'Priya!',
	'Dan Whitlock',
	'0170 1234567',
	'+351 912 345 678',
	'https://example.org/a?b=c',
	'a.b@example.org',
	'um 14:30 Uhr, Gleis 12',
	'am 12.03.2024 um 18.45',
	'2-1',
	'3,50 €',
];
const EVERY = 12;

/** Chats of 40,000 messages as they are read from exports, a twelfth of them with a name, a number or an address. */
export function makeChats(messages: number): Chat[] {
	const size = 40_000;
	return Array.from({length: Math.ceil(messages / size)}, (_, seed) => {
		const form = FORMS[seed % FORMS.length] ?? 'Android, German';
		const text = [...generate(form, size, seed)].join('');
		const chat = readText(Buffer.from(text), `${seed}.txt`, `${seed}.txt`, {});
		const said = Array.from(chat.messages, (message, at) =>
			at % EVERY === 0 && message.kind === 'text'
				? {
						...message,
						text: `${message.text} ${SAID[(at / EVERY) % SAID.length]}`,
					}
				: message,
		);
		return {...chat, messages: said};
	});
}
