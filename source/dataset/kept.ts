import type {Chat, Message} from '../chats/message.ts';
import {toSeconds} from '../chats/timestamp.ts';
import type {Dropped, KeptMessage} from './types.ts';

/** Whitespace, controls and characters that leave no ink, such as the zero-width ones that people send as empty messages. */
const blank = /^[\s\p{Cc}\p{DI}\u2800]*$/u;

/** No count yet. */
export const noneDropped = (): Dropped => ({
	moderation: 0,
	media: 0,
	system: 0,
	deleted: 0,
	blank: 0,
	rolloverEnd: 0,
	rolloverOld: 0,
	openers: 0,
	invalid: 0,
});

/** The messages that conversations are made of: kind `text`, not blank, not dropped by moderation (design, section 5). The others are added to `dropped`. */
export function keepMessages(
	chat: Chat,
	isMine: (sender: string) => boolean,
	isDropped: (text: string) => boolean,
	dropped: Dropped,
): KeptMessage[] {
	const kept: KeptMessage[] = [];
	for (const [index, message] of chat.messages.entries()) {
		const {sender, text, timestamp} = message;
		const reason = whyDropped(message, isDropped);
		if (reason || sender === null) dropped[reason ?? 'system']++;
		else
			kept.push({
				index,
				mine: isMine(sender),
				sender,
				text,
				seconds: toSeconds(timestamp),
			});
	}
	return kept;
}

function whyDropped(
	{kind, sender, text}: Message,
	isDropped: (text: string) => boolean,
): keyof Dropped | null {
	if (kind !== 'text') return kind;
	if (sender === null) return 'system';
	if (isBlank(text)) return 'blank';
	return isDropped(text) ? 'moderation' : null;
}

/** Most texts begin with an ASCII sign that has ink, which is seen sooner. */
function isBlank(text: string): boolean {
	const first = text.charCodeAt(0);
	return !(first > 0x20 && first < 0x7f) && blank.test(text);
}
