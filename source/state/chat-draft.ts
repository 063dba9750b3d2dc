import {
	type EditorAction,
	editorWith,
	reduceEditor,
} from '../components/editor.ts';
import {promptTextWidth} from '../components/prompt-width.ts';
import type {ChatStep} from './chat-step.ts';
import {chatLayout} from './layout.ts';

/** Edits what is being written. Up and down move between the rows as they are wrapped on the screen; past the first and the last one they go through what was sent. */
export function edit(
	step: ChatStep,
	change: EditorAction,
	columns: number,
): ChatStep {
	const {chat, pane} = chatLayout(columns, step.pane !== 'hidden');
	const {systemEditor, draft} = step;
	if (systemEditor) {
		const width = promptTextWidth((pane || columns) - 2);
		return {...step, systemEditor: reduceEditor(systemEditor, change, width)};
	}
	const edited = reduceEditor(draft, change, promptTextWidth(chat));
	if (edited !== draft)
		return {...step, draft: edited, choice: 0, notice: null};
	if (change.type === 'up') return recallSent(step, -1);
	if (change.type === 'down') return recallSent(step, 1);
	return step;
}

/** Another of the messages that were sent in place of the draft; behind the newest one the draft comes back. */
function recallSent(step: ChatStep, by: -1 | 1): ChatStep {
	const {sent, recalled, draft} = step;
	const at = (recalled?.at ?? sent.length) + by;
	if (at < 0 || at > sent.length) return step;
	const kept = recalled?.draft ?? draft;
	const text = sent[at];
	return text === undefined
		? {...step, draft: kept, recalled: null}
		: {...step, draft: editorWith(text), recalled: {at, draft: kept}};
}
