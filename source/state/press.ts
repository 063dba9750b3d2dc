import {editorActions} from '../components/editor-keys.ts';
import type {Meaning} from '../keys/binding.ts';
import {contextOf, findBinding} from '../keys.ts';
import type {State} from '../state.ts';
import type {Stroke} from '../strokes.ts';
import {isWriting} from './chat-reveal.ts';
import {editIn} from './typing.ts';

/** What a press means where we are now: what is bound to it, or edits where text is typed; elsewhere nothing. */
export function meaningOf(state: State, stroke: Stroke): Meaning[] {
	if (stroke.name === 'ctrl+c') return [interruption(state)];
	const context = contextOf(state);
	const binding = findBinding(context, stroke.name);
	if (binding) return [binding.action];
	return editorActions(stroke.input, stroke.key).flatMap(edit =>
		// What finishes a text is bound to a key wherever text is typed.
		edit.type === 'submit' ? [] : (editIn(context, edit) ?? []),
	);
}

/** Ctrl+C: stops a reply first, asks once where a training would be left, else ends. */
function interruption({overlay, screen, chat, training}: State): Meaning {
	if (overlay === 'leave') return {type: 'quit'};
	if (screen === 'chat' && chat && isWriting(chat)) return {type: 'chat/stop'};
	const isTraining =
		training?.phase === 'running' || training?.phase === 'cancelling';
	return isTraining ? {type: 'ask-leave'} : {type: 'quit'};
}
