import {displayText, wrapText} from '../components/display-text.ts';
import {plural} from '../format.ts';
import {findProvider} from '../provider/providers.ts';
import type {TrainingStep} from '../state/training-step.ts';
import {glyphs, theme} from '../theme.ts';
import {leftoverOf} from '../training/leftover.ts';

/** Rows about what still lies at the provider once a training is done, or what became of it; none where there is nothing to say. */
export function uploadsNote(
	{phase, job, provider, clearing}: TrainingStep,
	width: number,
) {
	if (phase !== 'succeeded' || !job) return [];
	if (clearing?.state === 'deleting')
		return [{text: 'deleting the uploaded files…', colour: theme.muted}];
	const {label} = findProvider(provider);
	const left = leftoverOf(job).length;
	const note = clearing
		? clearing.state === 'deleted'
			? {text: `${glyphs.done} ${clearing.words}`, colour: theme.good}
			: {text: `${glyphs.warning} ${clearing.words}`, colour: theme.warning}
		: {
				text: `${glyphs.warning} ${plural(left, 'file')} with your examples still ${left === 1 ? 'lies' : 'lie'} at ${label}: d deletes ${left === 1 ? 'it' : 'them'}, the twin stays.`,
				colour: theme.warning,
			};
	if (left === 0 && !clearing) return [];
	return wrapText(displayText(note.text), width).map(text => ({
		text,
		colour: note.colour,
	}));
}
