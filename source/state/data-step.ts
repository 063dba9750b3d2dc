import type {PlaceholderKind} from '../chats/placeholders.ts';
import {type EditorState, emptyEditor} from '../components/editor.ts';
import type {Extent, ScrollState} from '../components/scroll.ts';
import type {Effect, Seek} from '../dataset/desk.ts';
import type {Rules} from '../dataset/rules.ts';
import type {Surroundings} from './knob.ts';
import type {ShownExample} from './shown.ts';

/** What is looked for: an example by its place, or the next one with a text in it. */
export type Want = Seek | {type: 'text'; from: number; by: 1 | -1};

/** The data set while it is looked at and adjusted, on the training step. */
export type DataStep = {
	rules: Rules;
	/** The owner's first name, for the template of the system prompt. */
	name: string;
	around: Surroundings;
	pane: 'examples' | 'knobs';
	knob: number;
	/** What the rules give; null until the first count. */
	effect: Effect | null;
	/** The number of each chat's first example. */
	starts: readonly number[];
	shown: ShownExample | null;
	want: Want;
	/** Counts what was wanted, and says what was answered last: the screen is up to date where they are the same. */
	asked: number;
	answered: number;
	search: EditorState;
	/** Whether typing goes to the search. */
	searching: boolean;
	/** Whether the last search found nothing further on. */
	isMissed: boolean;
	/** The system prompt while it is edited. */
	prompt: EditorState | null;
	scroll: ScrollState;
	extent: Extent;
};

/** What the rules give, and the example that was wanted. */
export type DataAnswer = {
	effect: Effect;
	starts: readonly number[];
	/** Null where nothing is what was wanted. */
	shown: ShownExample | null;
	placeholders: ReadonlyMap<PlaceholderKind, number>;
};

/** An example is read from its beginning. */
export const top: ScrollState = {top: 0, seen: Number.POSITIVE_INFINITY};

/** At its first example; what the rules give is counted next. */
export function startData(
	rules: Rules,
	name: string,
	months: Surroundings['months'],
): DataStep {
	return {
		rules,
		name,
		around: {placeholders: new Map(), months, ownPrompt: rules.system ?? ''},
		pane: 'examples',
		knob: 0,
		effect: null,
		starts: [],
		shown: null,
		want: {type: 'number', number: 0},
		asked: 1,
		answered: 0,
		search: emptyEditor,
		searching: false,
		isMissed: false,
		prompt: null,
		scroll: top,
		extent: {rows: 0, bubbles: 0, height: 1},
	};
}
