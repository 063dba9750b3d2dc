/**
A chat in columns, one place per message: all that the rules ask, without texts and names. So the rules run over numbers,
and a thread that counts needs nothing else.
*/
export type ChatTable = {
	/** Wall-clock seconds (chats/timestamp.ts), for differences only. */
	seconds: Float64Array<ArrayBuffer>;
	/** 1 where the owner wrote it. */
	mine: Uint8Array<ArrayBuffer>;
	/** What a message is (`fates` in table.ts). */
	fate: Uint8Array<ArrayBuffer>;
	/** What moderation says of each text: it stays out where this is greater than the threshold. Null where nothing is moderated. */
	level: Float64Array<ArrayBuffer> | null;
	/** Whether anybody but the owner wrote. */
	hasPartner: boolean;
};

/** The messages of a chat that conversations are made of. Places in these columns are called positions. */
export type Kept = {
	length: number;
	/** Places among the messages of the chat. */
	index: Int32Array;
	seconds: Float64Array;
	mine: Uint8Array;
};

/**
What the rules make of a chat stands in columns too, a place for each conversation, exchange or example: hundreds of thousands
of objects would keep the collector busy at every turn of a knob. Only the first `length` places count.
*/
type Columns<Name extends string> = Record<Name, Int32Array<ArrayBuffer>> & {
	length: number;
};

/** Rules 1 and 2, each ending with a message of mine. */
export type Conversations = Columns<
	/** Positions up to `to`; those up to `own` are rolled over, the conversation's own stand behind. */
	| 'from'
	| 'own'
	/** Behind my last message. */
	| 'to'
	/** Behind its last message: from `to` on nobody answered. */
	| 'end'
	/** How many of the positions up to `own` were rolled over: all, but for those that are too old. */
	| 'rolledOver'
>;

/** Rule 3: what others wrote and my reply to it. */
export type Exchanges = Columns<
	/** Positions `from` up to `to`. */
	| 'from'
	| 'to'
	/** Entries that become of it. */
	| 'entries'
	| 'messages'
	/** 0 where the owner begins. */
	| 'asked'
	/** By conversation: the number of its first exchange; one more place for where the last one ends. */
	| 'first'
>;

/** The examples before any of them is written, each of one exchange or several; none without both sides. */
export type Cuts = Columns<
	| 'from'
	| 'to'
	| 'entries'
	/** Entries of mine among them. */
	| 'replies'
	| 'messages'
	/** Rule 5: 1 where a nudge stands in front. */
	| 'nudged'
	| 'conversation'
	/** Which part of its conversation, from 0, and of how many. */
	| 'part'
	| 'parts'
>;
