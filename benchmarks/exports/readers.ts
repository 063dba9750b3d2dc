import type {Chat} from '../../source/chats/message.ts';

/** What makes messages (or lines) of an export's bytes; returns how many. */
export type Reader = (bytes: Buffer) => number;

/** Each is loaded by itself, so that nobody waits for another's code. */
export const readers = {
	/** Every line, date, sender and kind is read, and what the list of chats shows is counted; texts are not decoded. */
	async 'twin-tui'(): Promise<Reader> {
		const [read, {summarise}] = await Promise.all([
			reader(),
			import('../../source/chats/summary.ts'),
		]);
		return bytes => summarise(read(bytes)).messages;
	},
	/** The same, and each message is made once, with its text as a string: what follows in the program asks for no more. */
	async 'twin-tui, each message'(): Promise<Reader> {
		const read = await reader();
		return bytes => {
			let count = 0;
			let letters = 0;
			for (const {timestamp, text} of read(bytes).messages) {
				letters += timestamp.length + text.length;
				count++;
			}
			return letters > 0 ? count : 0;
		};
	},
	/** The same, and all messages are kept as objects, as the parser below keeps them. */
	async 'twin-tui, an array'(): Promise<Reader> {
		const read = await reader();
		return bytes => [...read(bytes).messages].length;
	},
	async 'whatsapp-chat-parser'(): Promise<Reader> {
		const {parseString} = await import('whatsapp-chat-parser');
		return bytes => parseString(bytes.toString()).length;
	},
	async 'lines alone'(): Promise<Reader> {
		return bytes => bytes.toString().split('\n').length - 1;
	},
};

async function reader(): Promise<(bytes: Buffer) => Chat> {
	const {readText} = await import('../../source/chats/files/read-text.ts');
	return bytes => readText(bytes, 'chat.txt', 'chat.txt', {});
}

export type ReaderName = keyof typeof readers;
