import {
	type EditorAction,
	editorWith,
	emptyEditor,
	reduceEditor,
} from '../components/editor.ts';
import {
	type Extent,
	reduceScroll,
	type ScrollMove,
} from '../components/scroll.ts';
import {defaultRules, type Rules} from '../dataset/rules.ts';
import {
	answered,
	ask,
	search,
	stay,
	toChat,
	toExample,
} from './data-example.ts';
import type {DataAnswer, DataStep} from './data-step.ts';
import {knobsFor, promptTemplate, systemKnob} from './knobs.ts';
import {type Move, moveCursor} from './list.ts';

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
