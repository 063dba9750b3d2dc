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
	/** Other senders become Person1, Person2…; names in texts are replaced. */
	anonymize: boolean;
};

export type Role = 'system' | 'user' | 'assistant';
export type Entry = {role: Role; content: string};

/** One training example: a line of the JSONL file. */
export type Example = {messages: Entry[]};

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
