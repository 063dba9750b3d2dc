import type {Chat} from '../chats/message.ts';
import type {Effect} from '../dataset/desk.ts';
import {type Columns, makeColumns} from '../moderation/selection/columns.ts';
import type {SelectionSettings} from '../moderation/selection/settings.ts';
import {type Table, tableOf} from '../moderation/selection/table.ts';
import {distinctTexts} from '../moderation/selection/texts.ts';
import type {Pulse} from '../moderation/types.ts';
import type {ProviderName} from '../provider/types.ts';
import type {Size} from '../state.ts';
import {
	type ChoiceAction,
	type Choices,
	isChoice,
	reduceChoice,
	settingsOf,
	type Verdicts,
} from './moderation-choices.ts';
import {
	type ListAction,
	type ListView,
	moveCursorBy,
	nextView,
	selectedText,
} from './moderation-lists.ts';

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

export type ModerationAction =
	| {type: 'moderation/progress'; pulse: Pulse; wait: Wait | null}
	| {type: 'moderation/part'; columns: Columns}
	| {type: 'moderation/scored'; columns: Columns; refused: number}
	| {type: 'moderation/failed'; reason: string}
	| {type: 'moderation/by-hand'; verdicts: Verdicts}
	| {type: 'moderation/kept'; verdicts: Verdicts}
	| {type: 'moderation/pause'}
	| {type: 'moderation/go-on'}
	| {type: 'moderation/look'}
	| {type: 'moderation/ask'; provider: ProviderName}
	| {type: 'moderation/answer'; agrees: boolean}
	| {type: 'moderation/toggle'}
	| {type: 'moderation/counted'; threshold: number; effect: Effect}
	| ChoiceAction
	| ListAction;

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

const unscored = {
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

/** @param size what the frame leaves for the screen */
export function reduceModeration(
	step: ModerationStep,
	action: ModerationAction,
	size: Size,
): ModerationStep {
	if (isChoice(action)) return withSettings(step, reduceChoice(step, action));
	switch (action.type) {
		case 'moderation/view':
			return {...step, view: nextView(step.view, action.by), cursor: 0};
		case 'moderation/cursor':
			return {...step, cursor: moveCursorBy(step, action.by, size)};
		case 'moderation/toggle':
			return toggle(step, size);
		case 'moderation/by-hand':
			return decided(step, new Map([...action.verdicts, ...step.unkept]));
		case 'moderation/kept':
			return {
				...step,
				unkept: new Map(
					[...step.unkept].filter(
						([text, verdict]) => action.verdicts.get(text) !== verdict,
					),
				),
			};
		case 'moderation/counted':
			return action.threshold === step.threshold
				? {...step, effect: action.effect, counted: true}
				: step;
		default:
			return reduceScan(step, action);
	}
}

type ScanAction = Exclude<
	ModerationAction,
	| ChoiceAction
	| ListAction
	| {type: 'moderation/toggle'}
	| {type: 'moderation/by-hand'}
	| {type: 'moderation/kept'}
	| {type: 'moderation/counted'}
>;

function reduceScan(step: ModerationStep, action: ScanAction): ModerationStep {
	switch (action.type) {
		case 'moderation/progress':
			return {...step, pulse: action.pulse, wait: action.wait};
		case 'moderation/part':
			return step.looksAhead
				? scoredBy(step, action.columns)
				: {...step, columns: action.columns};
		case 'moderation/scored':
			return {
				...scoredBy(step, action.columns),
				refused: action.refused,
				scan: 'done',
				looksAhead: false,
				wait: null,
			};
		case 'moderation/failed':
			return {...step, scan: 'failed', error: action.reason, wait: null};
		case 'moderation/pause':
			return step.scan === 'running'
				? {...step, scan: 'paused', wait: null}
				: step;
		case 'moderation/go-on':
			return step.scan === 'paused' || step.scan === 'failed'
				? {...step, scan: 'running', error: null, attempt: step.attempt + 1}
				: step;
		case 'moderation/look':
			return look(step);
		case 'moderation/ask':
			return action.provider === 'local'
				? scannedBy(step, 'local')
				: {...step, asks: action.provider};
		case 'moderation/answer':
			return action.agrees && step.asks
				? scannedBy(step, step.asks)
				: {...step, asks: null};
	}
}

/** Where no score has come yet, a scan that runs is waited for: a threshold over nothing shows nothing. */
function look(step: ModerationStep): ModerationStep {
	const ahead = {...step, looksAhead: true};
	if (step.columns === null && step.scan === 'running') return ahead;
	return scoredBy(ahead, step.columns ?? makeColumns(step.texts));
}

const scannedBy = (
	step: ModerationStep,
	provider: ProviderName,
): ModerationStep => ({
	...step,
	...unscored,
	provider,
	asks: null,
	scan: 'running',
	attempt: step.attempt + 1,
});

const scoredBy = (step: ModerationStep, columns: Columns): ModerationStep => ({
	...step,
	columns,
	table: tableOf(columns, step.settings, step.table),
	counted: false,
});

/** Other settings make another table; another threshold does not. */
function withSettings(
	step: ModerationStep,
	next: Pick<ModerationStep, 'threshold' | 'settings' | 'typed'>,
): ModerationStep {
	if (next.settings === step.settings)
		return {
			...step,
			...next,
			counted: step.counted && next.threshold === step.threshold,
		};
	const table =
		step.table && tableOf(step.table.columns, next.settings, step.table);
	return {...step, ...next, table, counted: false};
}

/** Space decides about the selected text by hand, and takes that back; among the categories it switches one on or off. */
function toggle(step: ModerationStep, size: Size): ModerationStep {
	if (step.view === 'categories')
		return withSettings(step, reduceChoice(step, {type: 'moderation/switch'}));
	const row = selectedText(step, size);
	if (!row) return step;
	const byHand = new Map(step.settings.byHand);
	const verdict = row.byHand ? null : row.isDropped ? 'keep' : 'drop';
	if (verdict) byHand.set(row.text, verdict);
	else byHand.delete(row.text);
	const unkept = new Map(step.unkept).set(row.text, verdict);
	const settings = {...step.settings, byHand};
	const {threshold, typed} = step;
	return {...withSettings(step, {threshold, settings, typed}), unkept};
}

function decided(step: ModerationStep, verdicts: Verdicts): ModerationStep {
	const byHand = new Map(step.settings.byHand);
	for (const [text, verdict] of verdicts)
		if (verdict) byHand.set(text, verdict);
		else byHand.delete(text);
	const settings = {...step.settings, byHand};
	const {threshold, typed} = step;
	return withSettings(step, {threshold, settings, typed});
}
