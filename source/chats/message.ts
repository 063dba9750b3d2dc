/** What a line of an export turned out to be: only `text` was typed by a person and can be trained on. */
export type MessageKind = 'text' | 'media' | 'system' | 'deleted';

/** One message of an export. */
export type Message = {
	/** Wall-clock time as written by the phone, 'YYYY-MM-DDTHH:mm:ss', no zone. */
	timestamp: string;
	/** As written; null for notices. */
	sender: string | null;
	/** Without direction marks, without the "edited" suffix; line breaks as \n. */
	text: string;
	kind: MessageKind;
};

/** The messages of a chat in file order. Not always an array: those of a file are made when they are asked for. */
export type Messages = Iterable<Message> & {
	readonly length: number;
	/** Counted from 0, or with a negative number from behind. */
	at(index: number): Message | undefined;
};

/** The order of day, month and year in the dates of an export. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** Accounts for every line of a file: `total` is the sum of the other counts and the length of `unread`. */
export type Lines = {
	total: number;
	headers: number;
	continuations: number;
	/** Numbers (from 1) of the lines that belong to no message, such as text before the first header. */
	unread: number[];
};

/** What `Lines` leaves open. */
export type Receipt = {
	/** How many of the continuations are blank. */
	blank: number;
	/** Each unread line with the reason why it is not read. */
	unread: {line: number; why: 'before the first message' | 'blank'}[];
};

/** One chat of one export file, as read. */
export type Chat = {
	/** Path as given or found; for a zip `path.zip:_chat.txt` where it holds more than one chat. */
	file: string;
	/** The chat's name, from the file's name where it has one, else from the people in it. */
	title: string;
	platform: 'ios' | 'android';
	/** How the headers are written, their digits as 0: '[0/0/00, 0:00:00 PM]', '00.00.00, 00:00 - '. */
	form?: string;
	messages: Messages;
	dateOrder: DateOrder;
	/** False where nothing in the file decides between day-first and month-first. */
	dateOrderCertain: boolean;
	lines: Lines;
	receipt?: Receipt;
	/** Sentences for the owner: looks cut at WhatsApp's limit, uncertain dates and the like. */
	warnings: string[];
};

/** Somebody who wrote in a chat (notices have no sender and do not count). */
export type Participant = {name: string; messages: number};

/** What is known of a chat without its messages: one line of `inspect --json`. */
export type ChatSummary = {
	file: string;
	title: string;
	platform: Chat['platform'];
	/** How the headers are written (see `Chat.form`). */
	form?: string;
	/** All messages, of every kind. */
	messages: number;
	byKind: Record<MessageKind, number>;
	/** Most messages first; equal counts by first appearance. */
	participants: Participant[];
	/** Timestamps of the first and last message; null in an empty chat. */
	first: string | null;
	last: string | null;
	dateOrder: DateOrder;
	dateOrderCertain: boolean;
	lines: Lines;
	receipt?: Receipt;
	warnings: string[];
};
