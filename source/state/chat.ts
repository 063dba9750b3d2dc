import {
	type EditorAction,
	type EditorState,
	editorWith,
	emptyEditor,
	reduceEditor,
} from '../components/editor.ts';
import {promptTextWidth} from '../components/prompt-width.ts';
import {
	type Extent,
	followNewest,
	reduceScroll,
	type ScrollMove,
	type ScrollState,
} from '../components/scroll.ts';
import type {Sampling, Twin} from '../store/types.ts';
import {changeDial, editSystem, settingsFields} from './chat-settings.ts';
import {chatLayout} from './layout.ts';
import {moveCursor} from './list.ts';

/** One turn of the conversation with the twin. */
export type ChatTurn = {
	id: number;
	role: 'user' | 'assistant';
	text: string;
	status: 'done' | 'streaming' | 'stopped' | 'failed';
};

/** Step 5: talking to the twin. */
export type ChatStep = {
	twin: Twin;
	turns: ChatTurn[];
	draft: EditorState;
	/** Id of the turn that is being written; null while nobody writes. */
	answering: number | null;
	scroll: ScrollState;
	/** How much there is to scroll, as last drawn. */
	extent: Extent;
	/** Whether keys go to the settings beside the chat. */
	paneFocused: boolean;
	field: number;
	sampling: Sampling;
	systemPrompt: string;
	/** The system prompt while it is being edited. */
	systemEditor: EditorState | null;
	/** Why the last reply failed, in a sentence. */
	error: string | null;
};

export type ChatAction =
	| {type: 'chat/edit'; edit: EditorAction}
	| {type: 'chat/send'}
	| {type: 'chat/nudge'}
	| {type: 'chat/retry'}
	| {type: 'chat/stop'}
	| {type: 'chat/delta'; id: number; text: string}
	| {type: 'chat/answered'; id: number}
	| {type: 'chat/failed'; id: number; reason: string}
	| {type: 'chat/scroll'; move: ScrollMove}
	| {type: 'chat/extent'; extent: Extent}
	| {type: 'chat/pane'}
	| {type: 'chat/field'; by: number}
	| {type: 'chat/change'; by: number}
	| {type: 'chat/edit-system'; open: boolean}
	| {type: 'chat/defaults'};

export function startChat(twin: Twin): ChatStep {
	return {
		twin,
		turns: [],
		draft: emptyEditor,
		answering: null,
		scroll: followNewest,
		extent: {rows: 0, bubbles: 0, height: 1},
		paneFocused: false,
		field: 0,
		sampling: twin.sampling,
		systemPrompt: twin.systemPrompt,
		systemEditor: null,
		error: null,
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
			return send(step);
		case 'chat/nudge':
			return step.answering === null ? ask(step, step.turns) : step;
		case 'chat/retry':
			return retry(step);
		case 'chat/stop':
			return finish(step, step.answering, 'stopped');
		case 'chat/delta':
			return step.answering === action.id
				? changeTurn(step, action.id, turn => ({
						...turn,
						text: turn.text + action.text,
					}))
				: step;
		case 'chat/answered':
			return finish(step, action.id, 'done');
		case 'chat/failed':
			return fail(step, action.id, action.reason);
		case 'chat/scroll':
			return {
				...step,
				scroll: reduceScroll(step.scroll, action.move, step.extent),
			};
		case 'chat/extent':
			return {...step, extent: action.extent};
		case 'chat/pane':
			return {...step, paneFocused: !step.paneFocused, systemEditor: null};
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

/** Up and down move between the rows as they are wrapped on the screen. */
function edit(step: ChatStep, change: EditorAction, columns: number): ChatStep {
	const {chat, pane} = chatLayout(columns);
	const {systemEditor, draft} = step;
	if (systemEditor) {
		const width = promptTextWidth((pane || columns) - 2);
		return {...step, systemEditor: reduceEditor(systemEditor, change, width)};
	}
	const width = promptTextWidth(chat);
	return {...step, draft: reduceEditor(draft, change, width)};
}

function send(step: ChatStep): ChatStep {
	const text = step.draft.text.trim();
	if (text === '' || step.answering !== null) return step;
	const turn: ChatTurn = {
		id: nextId(step.turns),
		role: 'user',
		text,
		status: 'done',
	};
	return ask({...step, draft: emptyEditor}, [...step.turns, turn]);
}

/** Begins the turn that the twin is to write. */
function ask(step: ChatStep, turns: ChatTurn[]): ChatStep {
	const id = nextId(turns);
	return {
		...step,
		turns: [...turns, {id, role: 'assistant', text: '', status: 'streaming'}],
		answering: id,
		error: null,
		scroll: followNewest,
	};
}

const nextId = (turns: readonly ChatTurn[]): number =>
	(turns.at(-1)?.id ?? 0) + 1;

/** Answers the last turn again; an answer that was there goes. */
function retry(step: ChatStep): ChatStep {
	if (step.answering !== null || step.turns.length === 0) return step;
	return ask(
		step,
		step.turns.at(-1)?.role === 'assistant'
			? step.turns.slice(0, -1)
			: step.turns,
	);
}

/** Ends the turn that was being written; what came is kept, a turn without a word is not. */
function finish(
	step: ChatStep,
	id: number | null,
	status: ChatTurn['status'],
): ChatStep {
	if (id === null || step.answering !== id) return step;
	const ended = changeTurn({...step, answering: null}, id, turn => ({
		...turn,
		status,
	}));
	return {
		...ended,
		turns: ended.turns.filter(turn => turn.id !== id || turn.text !== ''),
	};
}

/** A reply that broke off is kept; where none came, what was sent goes back to the draft, so that nothing is typed twice. */
function fail(step: ChatStep, id: number, reason: string): ChatStep {
	if (step.answering !== id) return step;
	const failed = {...finish(step, id, 'failed'), error: reason};
	const last = failed.turns.at(-1);
	if (last?.role !== 'user' || step.draft.text !== '') return failed;
	return {
		...failed,
		turns: failed.turns.slice(0, -1),
		draft: editorWith(last.text),
	};
}

function changeTurn(
	step: ChatStep,
	id: number,
	change: (turn: ChatTurn) => ChatTurn,
): ChatStep {
	return {
		...step,
		turns: step.turns.map(turn => (turn.id === id ? change(turn) : turn)),
	};
}
