import {editorWith} from '../components/editor.ts';
import type {Sampling} from '../store/types.ts';
import type {ChatStep} from './chat-step.ts';

/** What the settings pane lists, from top to bottom. */
export const settingsFields = ['temperature', 'topP', 'systemPrompt'] as const;

/** Temperature goes from 0 to 2, top_p from 0 to 1, both in steps of 0.05. */
export function changeDial({sampling, field}: ChatStep, by: number): Sampling {
	const stepped = (value: number, most: number) =>
		Math.round(Math.min(Math.max(value + by * 0.05, 0), most) * 100) / 100;
	const name = settingsFields[field];
	if (name === 'temperature')
		return {...sampling, temperature: stepped(sampling.temperature, 2)};
	if (name === 'topP') return {...sampling, topP: stepped(sampling.topP, 1)};
	return sampling;
}

/** Opens the system prompt for editing, or takes over what was edited. */
export function editSystem(step: ChatStep, open: boolean): ChatStep {
	if (!open)
		return {
			...step,
			systemPrompt: step.systemEditor?.text.trim() ?? step.systemPrompt,
			systemEditor: null,
		};
	if (settingsFields[step.field] !== 'systemPrompt') return step;
	return {...step, systemEditor: editorWith(step.systemPrompt)};
}
