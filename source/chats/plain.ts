import type {MessageKind} from './message.ts';
import {kindOfPhrase} from './phrases/table.ts';

/** Signs that placeholders, attachments, polls, locations and the note of an edit cannot do without. */
const TELLING = ':.<>()';

/**
 * What a byte of UTF-8 says: 1 nothing, 2 that the text is not ASCII. Line ends and telling signs have 0; so have the first
 * bytes of all marks, of quotes and of full-width signs (E2, EF), and of U+061C (D8, which most Arabic letters share).
 */
const MEANING = new Uint8Array(256).fill(1, 0x20, 0x7f).fill(2, 0x80);
for (const sign of TELLING) MEANING[sign.charCodeAt(0)] = 0;
for (const first of [0xe2, 0xef, 0xd8]) MEANING[first] = 0;

/**
 * 1 or 2 (not ASCII) where a piece of a text is one line that only a phrase as a whole can make anything but typed text;
 * else 0.
 */
export function plainness(bytes: Uint8Array, from: number, to: number): number {
	let all = 1;
	for (let at = from; at < to; at++) {
		const meaning = MEANING[bytes[at] as number] as number;
		if (meaning === 0) return 0;
		all |= meaning;
	}
	return all === 1 ? 1 : 2;
}

/** What `classify` says of such a text. */
export function kindOfPlain(
	text: string,
	platform: 'ios' | 'android',
): MessageKind {
	if (platform === 'android' && text === 'null') return 'media';
	return kindOfPhrase(text) ?? 'text';
}
