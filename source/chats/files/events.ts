import type {Chat} from '../message.ts';

/** What happens while exports are looked for and read: one event per chat or unreadable file, in the order given. */
export type ReadEvent =
	/** `others` are .txt and .zip files in the folders that are no exports. */
	| {type: 'found'; files: string[]; others: string[]}
	| {type: 'chat'; chat: Chat}
	/** `error` is a sentence that says what is wrong and what to do. */
	| {type: 'unreadable'; file: string; error: string};
