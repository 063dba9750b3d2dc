import {displayText, truncate, wrapText} from '../components/display-text.ts';
import type {TrainingStep} from '../state/training-step.ts';
import {glyphs, theme} from '../theme.ts';

/** The newest events, or older ones where they are scrolled back; the last checkpoint among them. */
export function eventLines(
	{messages, scrolled, checkpoints, phase}: TrainingStep,
	rows: number,
	width: number,
) {
	const newest = checkpoints.at(-1);
	if (rows <= 0) return [];
	const room = newest ? rows - 1 : rows;
	const end = Math.max(
		messages.length - scrolled,
		Math.min(room, messages.length),
	);
	const shown = messages.slice(Math.max(0, end - room), end);
	return [
		...(newest
			? [
					{
						text: `${glyphs.here} checkpoint at step ${newest.step}${newest.loss === null ? '' : `, loss ${newest.loss.toFixed(2)}`}${width < 70 ? '' : ` (${checkpoints.length} so far)`}${phase === 'running' ? ': k talks to it' : ''}`,
						colour: theme.accent,
					},
				]
			: []),
		...shown.map(({level, text}) => ({
			text: `${level === 'info' ? glyphs.waiting : glyphs.warning} ${truncate(text, width - 2)}`,
			colour: level === 'info' ? theme.muted : theme.warning,
		})),
	];
}

/** Why nothing new comes, below what came last. */
export const reconnectingLines = (
	{reconnecting}: TrainingStep,
	width: number,
) =>
	reconnecting === null
		? []
		: wrapText(
				displayText(`${glyphs.warning} Reconnecting: ${reconnecting}`),
				width,
			).map(text => ({text, colour: theme.warning}));
