/** The published experiment's rules as knobs; defaults in `options.ts`. Section 5 of the design is the rule book. */
export type DatasetOptions = {
	/** The owner's names as they stand in the exports: one, or several where the profile was renamed. */
	me: readonly string[];
	/** Rule 1: more than this many hours after the previous kept message starts a new conversation. */
	gapHours: number;
	/** Rule 2: what is left unanswered goes to the next conversation: always, never, or if not older than so many hours. */
	rollover: 'always' | 'never' | number;
	/** Rule 3: keep consecutive messages of mine as separate assistant entries instead of joining them by \n. */
	separateReplies: boolean;
	/** Rule 4: most entries per example, the system message not counted. */
	maxMessages: number;
	/** Rule 5: what to do with a conversation that begins with me. */
	openers: 'keep' | 'drop' | 'nudge';
	/** Rule 7: where each original in a user turn is prefixed by its sender's label. */
	prefix: 'group' | 'always' | 'none';
	/** Rule 8: each exchange its own example. */
	pairs: boolean;
	/** Rule 9: stands first in every example; empty for none. */
	system: string;
	/** Rule 10: share of each chat's newest examples that is kept out of training, 0 to less than 1. */
	validation: number;
	/** Other senders become Person1, Person2…; names, addresses and numbers in texts are replaced. */
	anonymize: boolean;
	/** Names that are replaced although they are words too, or nobody's here. */
	replaceNames: readonly string[];
	/** Names that are left where they stand alone. */
	keepNames: readonly string[];
	/** Countries (ISO 3166) whose phone numbers may stand in texts without a country code. */
	regions: readonly string[];
};

export type Role = 'system' | 'user' | 'assistant';
export type Entry = {role: Role; content: string};

/** One training example: a line of the JSONL file. */
export type Example = {messages: Entry[]};

/** A message that may be trained on, with what the rules ask of it. */
export type KeptMessage = {
	/** Place among the messages of its chat, from 0. */
	index: number;
	mine: boolean;
	sender: string;
	text: string;
	/** Wall-clock seconds (chats/timestamp.ts), for differences only. */
	seconds: number;
};

/** Rules 1 and 2: messages without a long pause between them, older ones rolled over in front. */
export type Conversation = {
	messages: KeptMessage[];
	/** How many of the first messages come from earlier conversations. */
	rolledOver: number;
	/** Seconds between its own first message and the kept one before; null at the start of a chat. */
	gap: number | null;
};

/** Rule 3: one entry-to-be. */
export type Turn = {
	role: 'user' | 'assistant';
	/** None in a nudge, whose content is `nudge`. */
	messages: KeptMessage[];
	/** Rule 5: the content of a turn that nobody wrote. */
	nudge?: string;
};

/** Why an example begins where it does: the chat's start, a gap, a gap with messages rolled over in front, the size limit, or because each exchange is its own example. */
export type Beginning = 'start' | 'gap' | 'rollover' | 'size' | 'pair';

/** An example that knows where it comes from; only `messages` is written to a file. */
export type BuiltExample = Example & {
	/** Place of its chat among the chats given, from 0. */
	chat: number;
	/** Indexes into that chat's messages, in order; each message is in one example at most. */
	sources: number[];
	begins: Beginning;
	/** Seconds of the gap before the conversation that this example is from; null at a chat's start. */
	gap: number | null;
	/** How many of `sources` were rolled over from earlier conversations. */
	rolledOver: number;
};

/** How many messages ended where: `kept` + the sum of `dropped` = all messages of the chats given. */
export type Dropped = {
	moderation: number;
	media: number;
	system: number;
	deleted: number;
	blank: number;
	/** Rule 2: unanswered at the end of a chat, or older than the roll-over allows (or `never`). */
	rolloverEnd: number;
	rolloverOld: number;
	/** Rule 5: leading messages of mine under `--openers drop`. */
	openers: number;
	/** Rule 6: messages of conversations without both sides. */
	invalid: number;
};

/** What the rules did. */
export type DatasetCounts = {
	chats: number;
	messages: number;
	/** Messages that stand in an example, of training or hold-out. */
	kept: number;
	dropped: Dropped;
	/** Examples to train on. */
	examples: number;
	/** Rule 10: examples kept out of training. */
	validationExamples: number;
	/** Rule 1: stretches between gaps. */
	conversations: number;
	/** Rule 2: messages that were moved to a later conversation, and the age in seconds of the oldest when it was answered. */
	rolledOver: number;
	oldestRollover: number;
	/** Rule 4: examples begun because the one before was full, and exchanges larger than the limit. */
	sizeSplits: number;
	oversized: number;
	/** Rule 5: user turns put in front. */
	nudges: number;
};

export type Dataset = {
	/** To train on: chats in the order given, each in file order. */
	examples: BuiltExample[];
	/** Rule 10: never trained on. */
	validation: BuiltExample[];
	counts: DatasetCounts;
	/** Each other sender and the label used for them, by first appearance. Stays on this machine. */
	mapping: [name: string, label: string][];
	/** Parts of names that are also common words and were not decided about: replaced only in full names and @-mentions. */
	ambiguousNames: string[];
};
