import type {Chat, Message} from '../../chats/message.ts';

/** The key by which equal texts are scored once, and under which scores are kept: NFC, without blanks around it. */
export const textKey = (text: string): string => text.normalize('NFC').trim();

/**
What there is to score: the keys of all messages in play (kind `text`, not
blank; design, section 5), each with the number of messages that have it, in
order of first appearance.
*/
export function distinctTexts(chats: readonly Chat[]): Map<string, number> {
	const texts = new Map<string, number>();
	for (const {messages} of chats) {
		for (const message of messages) {
			const key = keyInPlay(message);
			if (key) texts.set(key, (texts.get(key) ?? 0) + 1);
		}
	}
	return texts;
}

const keyInPlay = ({kind, text}: Message): string =>
	kind === 'text' ? textKey(text) : '';
