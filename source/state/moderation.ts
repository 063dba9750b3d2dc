import type {Chat} from '../chats/message.ts';
import type {Effect} from '../dataset/desk.ts';
import {buildTable, type Table} from '../moderation/selection/table.ts';
import {distinctTexts} from '../moderation/selection/texts.ts';
import type {Scores} from '../moderation/types.ts';

/** Step 3: every message gets a score, then a threshold decides which stay out. */
export type ModerationStep = {
	/** Which chats it is about: their files. */
	files: string;
	/** Distinct texts that are in play and how many messages have each. */
	texts: ReadonlyMap<string, number>;
	/** Distinct texts scored so far. */
	scored: number;
	scores: ReadonlyMap<string, Scores>;
	/** Texts that the scorer refused; they stay out. */
	refused: number;
	scan: 'running' | 'done' | 'failed';
	/** Why the scan failed, in a sentence. */
	error: string | null;
	/** Counts every try, so that a retry is a new one. */
	attempt: number;
	/** Scores sorted once; null until there are some. */
	table: Table | null;
	threshold: number;
	/** What the data set would be, at this threshold where it is counted, else at an earlier one; null before the first count. */
	effect: Effect | null;
	counted: boolean;
};

export type ModerationAction =
	| {type: 'moderation/progress'; scored: number}
	| {
			type: 'moderation/scored';
			scores: ReadonlyMap<string, Scores>;
			refused: number;
	  }
	| {type: 'moderation/failed'; reason: string}
	| {type: 'moderation/retry'}
	| {type: 'moderation/move'; by: number}
	| {type: 'moderation/set'; threshold: number}
	| {type: 'moderation/counted'; threshold: number; effect: Effect};

export function startModeration(
	chats: readonly Chat[],
	threshold: number,
): ModerationStep {
	return {
		files: chats.map(({file}) => file).join('\n'),
		texts: distinctTexts(chats),
		scored: 0,
		scores: new Map(),
		refused: 0,
		scan: 'running',
		error: null,
		attempt: 0,
		table: null,
		threshold,
		effect: null,
		counted: false,
	};
}

export function reduceModeration(
	step: ModerationStep,
	action: ModerationAction,
): ModerationStep {
	switch (action.type) {
		case 'moderation/progress':
			return {...step, scored: action.scored};
		case 'moderation/scored':
			return {
				...step,
				scores: action.scores,
				refused: action.refused,
				scan: 'done',
				table: buildTable(step.texts, action.scores),
			};
		case 'moderation/failed':
			return {...step, scan: 'failed', error: action.reason};
		case 'moderation/retry':
			return {...step, scan: 'running', error: null, attempt: step.attempt + 1};
		case 'moderation/move':
			return at(step, step.threshold + action.by);
		case 'moderation/set':
			return at(step, action.threshold);
		case 'moderation/counted':
			return action.threshold === step.threshold
				? {...step, effect: action.effect, counted: true}
				: step;
	}
}

/** Thresholds are hundredths from 0 to 1: rounding keeps 0.1 + 0.2 from creeping in. */
function at(step: ModerationStep, threshold: number): ModerationStep {
	const next = Math.round(Math.min(Math.max(threshold, 0), 1) * 100) / 100;
	return next === step.threshold
		? step
		: {...step, threshold: next, counted: false};
}
