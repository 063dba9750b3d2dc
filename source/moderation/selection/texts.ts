import type {Chat, Message} from '../../chats/message.ts';

/** The key by which equal texts are scored once, and under which scores are kept: NFC, without blanks around it. */
export const textKey = (text: string): string => text.normalize('NFC').trim();

/**
What there is to score: the keys of all messages in play (kind `text`, not
blank; design, section 5), each with the number of messages that have it, in
order of first appearance.
*/
export function distinctTexts(chats: readonly Chat[]): Map<string, number> {
	const steps = textsInSteps(chats);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** Messages between two pauses: a few milliseconds. */
const stride = 2000;

/** The same with pauses, for whoever has keys to answer meanwhile. */
export function* textsInSteps(
	chats: readonly Chat[],
): Generator<void, Map<string, number>> {
	const texts = new Map<string, number>();
	let seen = 0;
	for (const {messages} of chats) {
		for (const message of messages) {
			const key = keyInPlay(message);
			if (key) texts.set(key, (texts.get(key) ?? 0) + 1);
			if (++seen % stride === 0) yield;
		}
	}
	return texts;
}

const keyInPlay = ({kind, text}: Message): string =>
	kind === 'text' ? textKey(text) : '';
