import type {Chat} from '../chats/message.ts';
import type {Effect} from '../dataset/desk.ts';
import type {Columns} from '../moderation/selection/columns.ts';
import type {SelectionSettings} from '../moderation/selection/settings.ts';
import type {Table} from '../moderation/selection/table.ts';
import {distinctTexts} from '../moderation/selection/texts.ts';
import type {Pulse} from '../moderation/types.ts';
import type {ProviderName} from '../provider/types.ts';
import {type Choices, settingsOf} from './moderation-choices.ts';
import type {Verdicts} from './moderation-choosing.ts';
import type {ListView} from './moderation-lists.ts';

/** Step 3: every message gets a score, then a threshold decides which stay out. */
export type ModerationStep = {
	/** Which chats it is about: their files. */
	files: string;
	/** Distinct texts that are in play and how many messages have each. */
	texts: ReadonlyMap<string, number>;
	/** Who scores. */
	provider: ProviderName;
	/** Who would score once the owner agrees that the texts go there; null where nothing is asked. */
	asks: ProviderName | null;
	scan: 'running' | 'paused' | 'done' | 'failed';
	/** Whether the owner looks at the threshold although not every text is scored. */
	looksAhead: boolean;
	pulse: Pulse | null;
	/** What the scan waits for; null where it does not wait. */
	wait: Wait | null;
	/** Why the scan failed, in a sentence. */
	error: string | null;
	/** Counts every try, so that a retry is a new one. */
	attempt: number;
	/** Texts that the scorer refused; they stay out. */
	refused: number;
	/** Scores as they were last told. */
	columns: Columns | null;
	/** What the scores and the settings make of the texts; null until there are some. */
	table: Table | null;
	threshold: number;
	settings: SelectionSettings;
	view: ListView;
	/** The selected row of the view. */
	cursor: number;
	/** A threshold that is being typed; null where none is. */
	typed: string | null;
	/** What was decided by hand and is not kept on disk yet. */
	unkept: Verdicts;
	/** What the data set would be, at this threshold where it is counted, else at an earlier one; null before the first count. */
	effect: Effect | null;
	counted: boolean;
};

/** `until` is in milliseconds since 1970. */
export type Wait = {until: number; reason: string; isTrouble: boolean};

/** @param asks a provider that scored before: the owner is asked again before anything goes there */
export function startModeration(
	chats: readonly Chat[],
	choices: Choices,
	asks: ProviderName | null = null,
): ModerationStep {
	return {
		...unscored,
		files: chats.map(({file}) => file).join('\n'),
		texts: distinctTexts(chats),
		provider: 'local',
		asks,
		scan: 'running',
		attempt: 0,
		threshold: choices.threshold,
		settings: settingsOf(choices),
		view: 'line',
		cursor: 0,
		typed: null,
		unkept: new Map(),
	};
}

/** Before a scorer has said anything. */
export const unscored = {
	looksAhead: false,
	pulse: null,
	wait: null,
	error: null,
	refused: 0,
	columns: null,
	table: null,
	effect: null,
	counted: false,
};

/** Whether the threshold is on the screen, and not the scan. */
export const showsThreshold = ({
	scan,
	looksAhead,
	table,
}: ModerationStep): boolean =>
	table !== null && (scan === 'done' || looksAhead);
