import {Text, useAnimation} from 'ink';
import {isStill} from '../motion.ts';
import type {TrainingStep} from '../state/training-step.ts';
import {glyphs, theme} from '../theme.ts';
import {type Stage, stages} from '../training/events.ts';

const stageNames: Record<Stage, string> = {
	upload: 'hand over',
	validate: 'check',
	queue: 'queue',
	train: 'train',
	finish: 'finish',
};

/** Where a training is, of all that it goes through. */
export function Stages({step}: {step: TrainingStep}) {
	const isRunning =
		(step.phase === 'running' || step.phase === 'cancelling') && !step.paused;
	const {frame} = useAnimation({
		interval: 100,
		isActive: isRunning && !isStill(),
	});
	const current = step.stage ? stages.indexOf(step.stage) : 0;
	const spinner = glyphs.spinner[frame % glyphs.spinner.length] ?? '';
	return (
		<Text wrap="truncate">
			{stages.map((stage, index) => {
				const isDone = step.phase === 'succeeded' || index < current;
				const isHere = index === current && !isDone;
				return (
					<Text
						key={stage}
						color={isDone ? theme.good : isHere ? theme.accent : theme.muted}
						bold={isHere}
					>
						{isDone
							? glyphs.done
							: isHere
								? hereGlyph(step, isRunning, spinner)
								: glyphs.waiting}{' '}
						{stageNames[stage]}
						{isHere &&
							step.sent !== null &&
							` ${Math.round(step.sent * 100)} %`}
						{'   '}
					</Text>
				);
			})}
		</Text>
	);
}

const hereGlyph = (
	{paused, phase}: TrainingStep,
	isRunning: boolean,
	spinner: string,
): string =>
	isRunning ? spinner : paused && phase === 'running' ? '‖' : glyphs.failed;
