/** What makes messages (or lines) of an export's bytes; returns how many. */
export type Reader = (bytes: Buffer) => number;

/** Each is loaded by itself, so that nobody waits for another's code. */
export const readers = {
	async 'twin-tui'(): Promise<Reader> {
		const {readText} = await import('../../source/chats/files/read-text.ts');
		return bytes => readText(bytes, 'chat.txt', 'chat.txt', {}).messages.length;
	},
	async 'whatsapp-chat-parser'(): Promise<Reader> {
		const {parseString} = await import('whatsapp-chat-parser');
		return bytes => parseString(bytes.toString()).length;
	},
	async 'lines alone'(): Promise<Reader> {
		return bytes => bytes.toString().split('\n').length - 1;
	},
};

export type ReaderName = keyof typeof readers;
