import {
	type EditorAction,
	type EditorState,
	emptyEditor,
} from '../components/editor.ts';
import {
	type Extent,
	followNewest,
	reduceScroll,
	type ScrollMove,
	type ScrollState,
} from '../components/scroll.ts';
import type {Excluded} from '../store/excluded.ts';
import type {Tally} from '../store/picks.ts';
import type {Session, Turn} from '../store/session-log.ts';
import type {Pane} from '../store/settings.ts';
import type {Recalled, Sampling, Twin} from '../store/types.ts';
import type {Memory} from '../twin/memory.ts';
import type {Portrait} from '../twin/portrait.ts';
import {type BlindAction, type BlindStep, reduceBlind} from './blind.ts';
import {chooseCommand, completeCommand, enter} from './chat-commands.ts';
import {answered, type Rival, type RivalAnswer} from './chat-compare.ts';
import {edit} from './chat-draft.ts';
import {
	type LikenessPane,
	type MemoryPane,
	type PaneAction,
	type Portrayed,
	reducePane,
} from './chat-pane.ts';
import {type Reveal, revealNext} from './chat-reveal.ts';
import {changeDial, editSystem, settingsFields} from './chat-settings.ts';
import {type Task, withoutTask} from './chat-tasks.ts';
import {
	addDelta,
	ask,
	editLast,
	fail,
	finish,
	retry,
	stop,
} from './chat-turns.ts';
import {moveCursor} from './list.ts';

/** Step 5: talking to the twin. */
export type ChatStep = {
	twin: Twin;
	/** Id of the session; null until something is said in it. */
	session: string | null;
	/** What the owner calls the session; null for its first words. */
	title: string | null;
	/** Number of the session's last entry. */
	last: number;
	turns: readonly Turn[];
	draft: EditorState;
	/** What was sent, oldest first: up and down bring it back. */
	sent: readonly string[];
	/** Which of these is in the prompt, and the draft it took the place of; null while none is. */
	recalled: {at: number; draft: EditorState} | null;
	/** Place of the command that tab would complete. */
	choice: number;
	/** The turn that is being put otherwise; null while none is. */
	editing: number | null;
	/** Id of the turn that is being written; null while nobody writes. */
	answering: number | null;
	/** How much of the newest reply is shown; null where all of it is. */
	reveal: Reveal | null;
	/** Whether bubbles come at the owner's rhythm. */
	rhythm: boolean;
	scroll: ScrollState;
	/** How much there is to scroll, as last drawn. */
	extent: Extent;
	/** What stands beside the chat, and whether keys go there. */
	pane: Pane;
	paneFocused: boolean;
	field: number;
	sampling: Sampling;
	systemPrompt: string;
	/** The system prompt while it is being edited. */
	systemEditor: EditorState | null;
	/** Whom the twin takes the owner of the keyboard for; null for nobody in particular. */
	partner: string | null;
	/** How much the embedded twin keeps to what its owner once said, 0 to 1; null for its usual. */
	recall: number | null;
	/** What the twin's past tells of its owner; null before it is read, and where none is kept. */
	portrait: Portrait | null;
	portrayed: boolean;
	/** By key: what the next data set leaves out. */
	excluded: ReadonlyMap<string, Excluded>;
	/** The test that is taken; null while there is none. */
	blind: BlindStep | null;
	memory: MemoryPane | null;
	likeness: LikenessPane | null;
	/** Whom the twin is compared with, and which of them is chosen. */
	rivals: readonly Rival[];
	rival: number;
	answers: readonly RivalAnswer[];
	/** By rival: which replies were picked, in all sessions. */
	tallies: ReadonlyMap<string, Tally>;
	/** What is to be done outside, in order. */
	tasks: readonly Task[];
	/** Number of the next task. */
	nextTask: number;
	/** Why the last reply failed, in a sentence. */
	error: string | null;
	/** What a command has to say; it goes with the next key. */
	notice: string | null;
	/** What a command asks of the program around the chat. */
	asks: 'help' | 'sessions' | 'quit' | null;
};

export type ChatAction =
	| {type: 'chat/edit'; edit: EditorAction}
	| {type: 'chat/send'}
	| {type: 'chat/complete'}
	| {type: 'chat/choose'; by: number}
	| {type: 'chat/nudge'}
	| {type: 'chat/retry'}
	| {type: 'chat/edit-last'}
	| {type: 'chat/stop'}
	| {type: 'chat/delta'; id: number; text: string}
	| {type: 'chat/answered'; id: number; turn?: Partial<Turn>}
	| {type: 'chat/failed'; id: number; reason: string}
	| {type: 'chat/reveal'; id: number}
	| {type: 'chat/scroll'; move: ScrollMove}
	| {type: 'chat/extent'; extent: Extent}
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

/** What of the chat outlives one conversation. */
export type ChatHabits = Pick<ChatStep, 'pane' | 'rhythm'>;

export const usualHabits: ChatHabits = {pane: 'settings', rhythm: true};

/** @param session to go on with; none for a new one */
export function startChat(
	twin: Twin,
	habits: ChatHabits = usualHabits,
	session: Session | null = null,
): ChatStep {
	const turns = session?.turns ?? [];
	return {
		twin,
		session: session?.id ?? null,
		title: session?.title ?? null,
		last: session?.last ?? 0,
		turns,
		draft: emptyEditor,
		sent: turns.flatMap(({role, text, nudge}) =>
			role === 'user' && !nudge ? [text] : [],
		),
		recalled: null,
		choice: 0,
		editing: null,
		answering: null,
		reveal: null,
		rhythm: habits.rhythm,
		scroll: followNewest,
		extent: {rows: 0, bubbles: 0, height: 1},
		pane: habits.pane,
		paneFocused: false,
		field: 0,
		sampling: twin.sampling,
		systemPrompt: twin.systemPrompt,
		systemEditor: null,
		partner: session?.partner ?? null,
		recall: null,
		portrait: null,
		portrayed: false,
		excluded: new Map(),
		blind: null,
		memory: null,
		likeness: null,
		rivals: [],
		rival: 0,
		answers: [],
		tallies: new Map(),
		tasks: [],
		nextTask: 1,
		error: null,
		notice: null,
		asks: null,
	};
}

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
			return step.answering === null ? ask(step, step.turns) : step;
		case 'chat/retry':
			return retry(step);
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

/** What belongs to one conversation. */
const talked = [
	'session',
	'title',
	'last',
	'turns',
	'recalled',
	'choice',
	'editing',
	'answering',
	'reveal',
	'scroll',
	'memory',
	'likeness',
	'answers',
	'error',
	'notice',
] as const satisfies (keyof ChatStep)[];

/** The same twin with nothing said; what is still to be done outside is done, and the old conversation is kept. */
export function renewed(step: ChatStep): ChatStep {
	const fresh = startChat(step.twin, step);
	return {
		...step,
		...Object.fromEntries(talked.map(name => [name, fresh[name]])),
		draft: step.editing === null ? step.draft : emptyEditor,
	};
}

export type {Recalled, Turn};
