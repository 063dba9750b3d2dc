import type {Chat, Message} from '../../source/chats/message.ts';

/** The messages of a chat as an array, made at once; undefined where there is no chat. */
export function messagesOf(
	chat: Chat | null | undefined,
): Message[] | undefined {
	return chat ? [...chat.messages] : undefined;
}
