import type {EditorAction} from '../components/editor.ts';
import {
	type Extent,
	reduceScroll,
	type ScrollMove,
	type ScrollState,
} from '../components/scroll.ts';
import type {Turn} from '../store/session-log.ts';
import type {Memory} from '../twin/memory.ts';
import {type BlindAction, reduceBlind} from './blind.ts';
import {answered} from './chat-compare.ts';
import {edit} from './chat-draft.ts';
import {
	type LikenessPane,
	type PaneAction,
	type Portrayed,
	reducePane,
} from './chat-pane.ts';
import {revealNext} from './chat-reveal.ts';
import {changeDial, editSystem, settingsFields} from './chat-settings.ts';
import {type ChatStep, renewed} from './chat-step.ts';
import {withoutTask} from './chat-tasks.ts';
import {
	addDelta,
	ask,
	editLast,
	fail,
	finish,
	retry,
	stop,
	waiting,
} from './chat-turns.ts';
import {chooseCommand, completeCommand, enter} from './chat-typing.ts';
import {showNextVersion} from './chat-versions.ts';
import {moveCursor} from './list.ts';

export type ChatAction =
	| {type: 'chat/edit'; edit: EditorAction}
	| {type: 'chat/send'}
	| {type: 'chat/complete'}
	| {type: 'chat/choose'; by: number}
	| {type: 'chat/nudge'}
	| {type: 'chat/retry'}
	| {type: 'chat/version'}
	| {type: 'chat/edit-last'}
	| {type: 'chat/stop'}
	| {type: 'chat/delta'; id: number; text: string}
	| {type: 'chat/answered'; id: number; turn?: Partial<Turn>}
	| {type: 'chat/failed'; id: number; reason: string}
	| {type: 'chat/reveal'; id: number}
	| {type: 'chat/scroll'; move: ScrollMove}
	| {type: 'chat/extent'; extent: Extent}
	/** The message that was looked for is on the screen, which was scrolled for it. */
	| {type: 'chat/shown'; scroll: ScrollState}
	| {type: 'chat/field'; by: number}
	| {type: 'chat/change'; by: number}
	| {type: 'chat/edit-system'; open: boolean}
	| {type: 'chat/defaults'}
	| {type: 'chat/task-done'; id: number; notice: string | null}
	| {type: 'chat/new'}
	| PaneAction
	| LearntAction
	| BlindAction;

/** What work has found out for the pane. */
export type LearntAction = {twin: string} & (
	| {type: 'learnt/past'; portrayed: Portrayed}
	| {type: 'learnt/memory'; turn: number; memory: Memory | null}
	| {type: 'learnt/likeness'; likeness: LikenessPane | null}
	| {
			type: 'learnt/answer';
			answer: Parameters<typeof answered>[1];
	  }
);

/** Whether an action is about the chat or what stands beside it. */
export const isChatAction = (action: {type: string}): action is ChatAction =>
	/^(chat|pane|learnt|blind)\//.test(action.type);

const isPane = (action: ChatAction): action is PaneAction =>
	action.type.startsWith('pane/');

const isBlind = (action: ChatAction): action is BlindAction =>
	action.type.startsWith('blind/');

const isLearnt = (action: ChatAction): action is LearntAction =>
	action.type.startsWith('learnt/');

/** @param columns that the screen has: they decide how a draft is wrapped */
export function reduceChat(
	step: ChatStep,
	action: ChatAction,
	columns: number,
): ChatStep {
	switch (action.type) {
		case 'chat/edit':
			return edit(step, action.edit, columns);
		case 'chat/send':
			return enter(step);
		case 'chat/complete':
			return completeCommand(step);
		case 'chat/choose':
			return chooseCommand(step, action.by);
		case 'chat/nudge':
			return step.answering === null ? ask(step, step.turns) : waiting(step);
		case 'chat/retry':
			return retry(step);
		case 'chat/version':
			return showNextVersion(step);
		case 'chat/edit-last':
			return editLast(step);
		case 'chat/stop':
			return stop(step);
		case 'chat/delta':
			return addDelta(step, action.id, action.text);
		case 'chat/answered':
			return finish(step, action.id, {status: 'done', ...action.turn});
		case 'chat/failed':
			return fail(step, action.id, action.reason);
		case 'chat/reveal':
			return revealNext(step, action.id);
		case 'chat/scroll':
			return {
				...step,
				scroll: reduceScroll(step.scroll, action.move, step.extent),
			};
		case 'chat/extent':
			return {...step, extent: action.extent};
		case 'chat/shown':
			return {
				...step,
				scroll: action.scroll,
				found: step.found && {...step.found, isShown: true},
			};
		case 'chat/task-done':
			return withoutTask(step, action.id, action.notice);
		case 'chat/new':
			return {...renewed(step), notice: 'A new conversation.'};
		default:
			if (isPane(action)) return reducePane(step, action);
			if (isLearnt(action)) return learn(step, action);
			if (isBlind(action)) return reduceBlind(step, action);
			return reduceSettings(step, action);
	}
}

type SettingsAction = Extract<
	ChatAction,
	{
		type: 'chat/field' | 'chat/change' | 'chat/edit-system' | 'chat/defaults';
	}
>;

function reduceSettings(step: ChatStep, action: SettingsAction): ChatStep {
	switch (action.type) {
		case 'chat/field':
			return {
				...step,
				field: moveCursor(step.field, action.by, settingsFields.length),
			};
		case 'chat/change':
			return {...step, sampling: changeDial(step, action.by)};
		case 'chat/edit-system':
			return editSystem(step, action.open);
		case 'chat/defaults':
			return {
				...step,
				sampling: step.twin.sampling,
				systemPrompt: step.twin.systemPrompt,
			};
	}
}

/** What came of looking into the past, for as long as it is about this twin. */
function learn(step: ChatStep, action: LearntAction): ChatStep {
	if (action.twin !== step.twin.id) return step;
	switch (action.type) {
		case 'learnt/past':
			return {...step, ...action.portrayed, portrayed: true};
		case 'learnt/memory':
			return {
				...step,
				memory: {turn: action.turn, memory: action.memory, cursor: 0},
			};
		case 'learnt/likeness':
			return {...step, likeness: action.likeness};
		case 'learnt/answer':
			return answered(step, action.answer);
	}
}
