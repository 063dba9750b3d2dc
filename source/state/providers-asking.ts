import {
	type EditorAction,
	editorWith,
	emptyEditor,
	reduceEditor,
} from '../components/editor.ts';
import type {ProvidersStep} from './providers-step.ts';

/** Begins to ask the owner for something that the provider needs, or for the name of a model. */
export function ask(
	step: ProvidersStep,
	what: 'key' | 'base URL' | 'model',
): ProvidersStep {
	const needs = step.rows?.[step.cursor]?.needs;
	return {
		...step,
		asking: {
			what,
			variable: needs?.variable ?? '',
			editor: what === 'base URL' ? editorWith('http') : emptyEditor,
			stage: 'typing',
		},
	};
}

/** One line: what a clipboard brings behind it is no part of a key. */
export function edit(step: ProvidersStep, change: EditorAction): ProvidersStep {
	if (step.asking?.stage !== 'typing') return step;
	const editor = reduceEditor(step.asking.editor, change, 1000);
	const text = editor.text.replaceAll(/\s+/g, '');
	return {
		...step,
		asking: {
			...step.asking,
			editor: text === editor.text ? editor : editorWith(text),
		},
	};
}

/** What was typed is handed over; a key, or a name, only once it is said whether to keep it. */
export function typed(step: ProvidersStep): ProvidersStep {
	const {asking} = step;
	if (!asking?.editor.text) return {...step, asking: null};
	// An address is no secret.
	if (asking.what === 'base URL') return give(step, true, asking.editor.text);
	return {...step, asking: {...asking, stage: 'keep'}};
}

/** Hands over what was typed, to be kept or not (`work/providing.ts`). */
export const give = (
	step: ProvidersStep,
	keep: boolean,
	value: string,
): ProvidersStep => ({
	...step,
	asking: null,
	giving: {variable: step.asking?.variable ?? '', value, keep},
	awaited: step.rows?.[step.cursor]?.provider ?? null,
});
