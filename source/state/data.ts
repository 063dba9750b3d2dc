import type {PlaceholderKind} from '../chats/placeholders.ts';
import {
	type EditorAction,
	type EditorState,
	editorWith,
	emptyEditor,
	reduceEditor,
} from '../components/editor.ts';
import {
	type Extent,
	reduceScroll,
	type ScrollMove,
	type ScrollState,
} from '../components/scroll.ts';
import type {Effect, Seek} from '../dataset/desk.ts';
import {defaultRules, type Rules} from '../dataset/rules.ts';
import {
	knobsFor,
	promptTemplate,
	type Surroundings,
	systemKnob,
} from './knobs.ts';
import {type Move, moveCursor} from './list.ts';
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

export type DataAnswer = {
	effect: Effect;
	starts: readonly number[];
	/** Null where nothing is what was wanted. */
	shown: ShownExample | null;
	placeholders: ReadonlyMap<PlaceholderKind, number>;
};

export type DataAction =
	| {type: 'data/answered'; asked: number; answer: DataAnswer}
	| {type: 'data/pane'}
	| {type: 'data/example'; by: 1 | -1}
	| {type: 'data/chat'; by: 1 | -1}
	| {type: 'data/end'; move: 'first' | 'last'}
	| {type: 'data/scroll'; move: ScrollMove}
	| {type: 'data/extent'; extent: Extent}
	| {type: 'data/search'; open: boolean}
	| {type: 'data/clear'}
	| {type: 'data/edit'; edit: EditorAction}
	| {type: 'data/knob'; move: Move}
	| {type: 'data/turn'; by: number}
	| {type: 'data/prompt'; open: boolean}
	| {type: 'data/defaults'}
	/** The same is counted anew: more is known now. */
	| {type: 'data/again'};

/** An example is read from its beginning. */
const top: ScrollState = {top: 0, seen: Number.POSITIVE_INFINITY};

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

/** @param width columns that a text being edited is wrapped to */
export function reduceData(
	step: DataStep,
	action: DataAction,
	width: number,
): DataStep {
	switch (action.type) {
		case 'data/answered':
			return answered(step, action.asked, action.answer);
		case 'data/pane':
			return {...step, pane: step.pane === 'knobs' ? 'examples' : 'knobs'};
		case 'data/example':
			return toExample(step, action.by);
		case 'data/chat':
			return toChat(step, action.by);
		case 'data/end':
			return ask(step, {
				type: 'number',
				number: action.move === 'first' ? 0 : Number.MAX_SAFE_INTEGER,
			});
		case 'data/scroll':
			return {
				...step,
				scroll: reduceScroll(step.scroll, action.move, step.extent),
			};
		case 'data/extent':
			return {...step, extent: action.extent};
		case 'data/search':
			return search(step, action.open);
		case 'data/clear':
			return {...step, search: emptyEditor, searching: false, isMissed: false};
		case 'data/edit':
			return edit(step, action.edit, width);
		case 'data/knob':
			return {
				...step,
				knob: moveCursor(step.knob, action.move, knobsFor(step.around).length),
			};
		case 'data/turn':
			return turn(step, action.by);
		case 'data/prompt':
			return editPrompt(step, action.open);
		case 'data/defaults':
			return withRules(step, {
				...defaultRules,
				freeTokens: step.rules.freeTokens,
			});
		case 'data/again':
			return stay(step);
	}
}

/** What was wanted before the last key comes too late. */
function answered(step: DataStep, asked: number, answer: DataAnswer): DataStep {
	if (asked !== step.asked) return step;
	const {effect, starts, shown, placeholders} = answer;
	const isText = step.want.type === 'text';
	const isSame = shown?.number === step.shown?.number;
	return {
		...step,
		answered: asked,
		effect,
		starts,
		around: {...step.around, placeholders},
		// A search that finds nothing leaves the example that is there.
		shown: isText ? (shown ?? step.shown) : shown,
		isMissed: isText && shown === null,
		scroll: isSame ? step.scroll : top,
	};
}

const ask = (step: DataStep, want: Want): DataStep => ({
	...step,
	want,
	asked: step.asked + 1,
});

/** Where the next key goes on from: where the last ones lead, though the screen may not have followed yet. */
function place({want, asked, answered, shown}: DataStep): number {
	return asked !== answered && want.type === 'number'
		? want.number
		: (shown?.number ?? 0);
}

const totalOf = ({effect}: DataStep): number =>
	effect ? effect.counts.examples + effect.counts.validationExamples : 0;

/** The next example, or, while something is searched for, the next one with it. */
function toExample(step: DataStep, by: 1 | -1): DataStep {
	const number = moveCursor(place(step), by, totalOf(step));
	if (step.search.text.trim() !== '')
		return ask(step, {type: 'text', from: place(step) + by, by});
	return ask(step, {type: 'number', number});
}

/** The first example of the next chat that has any, or of this one or the one before. */
function toChat(step: DataStep, by: 1 | -1): DataStep {
	const now = place(step);
	const starts = [...new Set(step.starts)].filter(
		start => start < totalOf(step),
	);
	const number =
		by > 0
			? starts.find(start => start > now)
			: starts.findLast(start => start < now);
	return number === undefined ? step : ask(step, {type: 'number', number});
}

function search(step: DataStep, open: boolean): DataStep {
	const found = {...step, searching: open, isMissed: false};
	if (open || step.search.text.trim() === '') return found;
	return ask(found, {type: 'text', from: place(step), by: 1});
}

function edit(step: DataStep, change: EditorAction, width: number): DataStep {
	if (step.prompt)
		return {...step, prompt: reduceEditor(step.prompt, change, width)};
	return step.searching && change.type !== 'newline'
		? {...step, search: reduceEditor(step.search, change)}
		: step;
}

function turn(step: DataStep, by: number): DataStep {
	const knob = knobsFor(step.around)[step.knob];
	return knob ? withRules(step, knob.turn(step.rules, by, step.around)) : step;
}

/** Other rules: the screen stays at the messages that it shows. */
function withRules(step: DataStep, rules: Rules): DataStep {
	return rules === step.rules ? step : stay({...step, rules});
}

/** Asks anew about the messages that are shown; what was asked for and not answered yet is asked for still. */
function stay(step: DataStep): DataStep {
	const {shown, asked, answered, want} = step;
	if (asked !== answered) return ask(step, want);
	return ask(
		step,
		shown
			? {type: 'near', chat: shown.chat, source: shown.source}
			: {type: 'number', number: 0},
	);
}

function editPrompt(step: DataStep, open: boolean): DataStep {
	const {around, name, rules} = step;
	if (open)
		return step.knob === systemKnob
			? {
					...step,
					prompt: editorWith(
						rules.system || around.ownPrompt || promptTemplate(name),
					),
				}
			: turn(step, 1);
	const system = step.prompt?.text.trim() ?? '';
	// A template that nothing was filled into is no choice.
	if (system === promptTemplate(name)) return {...step, prompt: null};
	const own = {...step, prompt: null, around: {...around, ownPrompt: system}};
	return withRules(own, {...rules, system});
}
