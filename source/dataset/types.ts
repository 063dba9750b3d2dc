import type {PlaceholderKind} from '../chats/placeholders.ts';

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
	/** 'YYYY-MM-DD': older messages stay out; empty for none. */
	since: string;
	/** Most examples of one chat, its newest, so that one friend does not become the whole voice; 0 for no limit. They are counted before rule 10. */
	maxPerChat: number;
	/** Placeholders that are kept as `[photo]`, `[video]`… in the place of the message, without its caption. */
	keepPlaceholders: readonly PlaceholderKind[];
	/** Rule 10: share of each chat's newest examples that is kept out of training, 0 to less than 1. */
	validation: number;
	/** Whether each example says which chat and people it is from, and when. */
	sources?: boolean;
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

/**
Whom an example is from, and when: for this machine only. A copy of a data set that is kept here has it on each line,
beside `messages`; it is taken out of whatever leaves.
*/
export type Source = {
	/** Title of the chat. */
	chat: string;
	/** Who else takes part, by first appearance, as they are called in this file: labels or names. */
	people: string[];
	/** For each entry of `messages`, the wall-clock time of its first original, 'YYYY-MM-DDTHH:mm:ss'; null for the system message and a nudge. */
	times: (string | null)[];
	/** Seconds between the owner's messages that follow each other in one burst; left out where there are none. */
	pauses?: number[];
};

/** One training example: a line of the JSONL file. */
export type Example = {messages: Entry[]; source?: Source};

/** Why an example begins where it does: the chat's start, a gap, a gap with messages rolled over in front, the size limit, or because each exchange is its own example. */
export type Beginning = 'start' | 'gap' | 'rollover' | 'size' | 'pair';

/** Why an example ends where it does. */
export type Ending = 'end' | 'gap' | 'size' | 'pair';

/** Where an example comes from. */
export type Provenance = {
	/** Place of its chat among the chats given, from 0. */
	chat: number;
	/** Indexes into that chat's messages, in order; each message is in one example at most. */
	indexes: number[];
	begins: Beginning;
	/** Seconds of the gap before the conversation that this example is from; null at a chat's start. */
	gap: number | null;
	/** How many of `indexes` were rolled over from earlier conversations. */
	rolledOver: number;
	/** Seconds from the oldest of these to the conversation. */
	rolledOverAge: number;
	ends: Ending;
	/** Seconds of the gap behind the conversation; null at a chat's end. */
	gapAfter: number | null;
	/** Messages behind its last one that nobody answered in this conversation. */
	unanswered: number;
	/** Rule 5: whether a user turn that nobody wrote stands in front, */
	nudged: boolean;
	/** and the index of the message whose sender it is about; null where nobody else writes in the conversation. */
	nudgedTo: number | null;
};

/** An example that knows where it comes from; of that, only `source` can be written to a file, beside `messages`. */
export type BuiltExample = Example & Provenance;

/** How many messages ended where: `kept` + the sum of `dropped` = all messages of the chats given. */
export type Dropped = {
	/** Older than `since`. */
	since: number;
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
	/** In examples over `maxPerChat`. */
	perChat: number;
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
	/** Parts of names that are also common words, were not decided about and stand in a text: replaced only in full names and @-mentions. */
	ambiguousNames: string[];
};
