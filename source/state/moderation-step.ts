import type {Chat} from '../chats/message.ts';
import type {Effect} from '../dataset/desk.ts';
import type {Columns} from '../moderation/selection/columns.ts';
import type {SelectionSettings} from '../moderation/selection/settings.ts';
import {type Table, tableOf} from '../moderation/selection/table.ts';
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
	/** Distinct texts that are in play and how many messages have each; null until those of many messages are gathered. */
	texts: ReadonlyMap<string, number> | null;
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
	/** Texts that the scorer refused, with its reasons; they stay out unless they are kept by hand. */
	refused: ReadonlyMap<string, string>;
	/** Scores as they were last told. */
	columns: Columns | null;
	/** What the scores and the settings make of the texts: of many, a moment after they have changed (`isStale`). Null until there are some. */
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

/** What is to be done for so many messages or texts is done within a frame, at once; for more it is done beside the keys. */
const few = 20_000;

/** @param asks a provider that scored before: the owner is asked again before anything goes there */
export function startModeration(
	chats: readonly Chat[],
	choices: Choices,
	asks: ProviderName | null = null,
): ModerationStep {
	return {
		...unscored,
		files: chats.map(({file}) => file).join('\n'),
		texts:
			chats.reduce((sum, {messages}) => sum + messages.length, 0) > few
				? null
				: distinctTexts(chats),
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
	refused: new Map<string, string>(),
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

/** With a table of these scores and settings, or with the one before until there is one. */
export function withTable(step: ModerationStep): ModerationStep {
	const {columns, settings, table} = step;
	if (!columns || columns.texts.length > few) return step;
	return {...step, table: tableOf(columns, settings, table)};
}

/** Whether the table is to be made: there are scores to look at, and there is none of them or of these settings. */
export const isStale = ({
	columns,
	settings,
	table,
	scan,
	looksAhead,
}: ModerationStep): boolean =>
	columns !== null &&
	(scan === 'done' || looksAhead) &&
	(table?.settings !== settings || table.columns !== columns);

/** The table as it is drawn: who is on, and what was decided by hand, shows at once. */
export const shownTable = ({table, settings}: ModerationStep): Table | null =>
	table && (table.settings === settings ? table : {...table, settings});
