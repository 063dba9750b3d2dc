import type {Chat, Message} from '../chats/message.ts';

/** An exchange that is to be left out: by its chat and time where these are known, else by its words. */
export type Exclusion = {
	chat: string | null;
	/** Wall-clock times of its first message and of what came next in its chat, 'YYYY-MM-DDTHH:mm:ss'. */
	at: string | null;
	until: string | null;
	/** One message per line. */
	asked: string;
	reply: string;
};

/** A chat without what was excluded from it, as if these messages had been deleted; the chat itself where nothing was. */
export function withoutExcluded(
	chat: Chat,
	exclusions: readonly Exclusion[],
): Chat {
	const own = exclusions.filter(
		({chat: title}) => title === null || title === chat.title,
	);
	if (own.length === 0) return chat;
	let found = false;
	const messages = Array.from(chat.messages, message => {
		if (message.kind !== 'text' || !own.some(each => isOf(message, each)))
			return message;
		found = true;
		return {...message, kind: 'deleted' as const};
	});
	return found ? {...chat, messages} : chat;
}

/** Minutes may be all that an export tells: at the edge of what came next the words decide. */
function isOf(
	{timestamp, text}: Message,
	{at, until, asked, reply}: Exclusion,
): boolean {
	if (at === null) return isIn(text, reply) && text.length > shortest;
	if (timestamp < at) return false;
	if (until !== null && timestamp < until) return true;
	const isNear = until === null || timestamp === until || timestamp === at;
	return isNear && (isIn(text, asked) || isIn(text, reply));
}

/** Without times, shorter messages are everybody's. */
const shortest = 15;

const isIn = (message: string, texts: string): boolean =>
	`\n${texts}\n`.includes(`\n${message}\n`) ||
	// In a group each line says who wrote it.
	`\n${texts}\n`.includes(`: ${message}\n`);
