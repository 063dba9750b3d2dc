import {Box, Text, useAnimation} from 'ink';
import {Chart} from '../components/chart.tsx';
import {truncate} from '../components/display-text.ts';
import {formatDuration, plural} from '../components/format.ts';
import {Lines} from '../components/lines.tsx';
import {Meter} from '../components/meter.tsx';
import type {LossPoint, TrainingStep} from '../state/training.ts';
import type {Size} from '../state.ts';
import {logPath} from '../store/log.ts';
import type {Job} from '../store/types.ts';
import {glyphs, theme} from '../theme.ts';
import {type Stage, stages} from '../training/events.ts';

type Props = {step: TrainingStep; size: Size};

const titles: Record<TrainingStep['phase'], string> = {
	ready: 'Ready to train',
	running: 'Your twin is learning',
	cancelling: 'Cancelling the training',
	succeeded: 'Your twin is ready',
	failed: 'The training failed',
	cancelled: 'The training was cancelled',
};

/** Rows of title, stages, step, and blank lines between them. */
const chrome = 6;

/** A training while it runs, and what came of it. */
export function Progress({step, size}: Props) {
	const events = Math.max(Math.min(Math.floor((size.rows - chrome) / 3), 8), 2);
	const chart = Math.max(size.rows - chrome - events, 4);
	return (
		<Box flexDirection="column">
			<Title step={step} />
			<Stages step={step} />
			<Steps step={step} width={size.columns} />
			<Text> </Text>
			{step.error ? (
				<Box flexDirection="column">
					<Text color={theme.danger}>
						{glyphs.failed} {step.error}
					</Text>
					<Text color={theme.muted}>Details: {logPath()}</Text>
				</Box>
			) : (
				<Chart
					training={pointsOf(step.losses, 'train')}
					validation={pointsOf(step.losses, 'valid')}
					width={Math.min(size.columns, 100)}
					height={chart}
					palette={theme}
				/>
			)}
			<Text> </Text>
			<Lines
				lines={step.messages.slice(-events).map(({level, text}) => ({
					text: `${level === 'info' ? glyphs.waiting : glyphs.warning} ${truncate(text, size.columns - 2)}`,
					colour: level === 'info' ? theme.muted : theme.warning,
				}))}
			/>
		</Box>
	);
}

function pointsOf(losses: readonly LossPoint[], which: 'train' | 'valid') {
	return losses.map(({step, [which]: value}) => ({step, value}));
}

function Title({step}: {step: TrainingStep}) {
	const colour =
		step.phase === 'succeeded'
			? theme.good
			: step.phase === 'failed'
				? theme.danger
				: theme.accent;
	return (
		<Text bold color={colour} wrap="truncate">
			{titles[step.phase]}
			{step.job && step.phase !== 'succeeded' && (
				<Text color={theme.muted}> – {describeJob(step.job)}</Text>
			)}
			{step.phase === 'succeeded' && (
				<Text color={theme.muted}> – press enter and say hello</Text>
			)}
		</Text>
	);
}

const stageNames: Record<Stage, string> = {
	upload: 'hand over',
	validate: 'check',
	queue: 'queue',
	train: 'train',
	finish: 'finish',
};

function Stages({step}: {step: TrainingStep}) {
	const isRunning = step.phase === 'running' || step.phase === 'cancelling';
	const {frame} = useAnimation({interval: 100, isActive: isRunning});
	const current = step.stage ? stages.indexOf(step.stage) : 0;
	return (
		<Text wrap="truncate">
			{stages.map((stage, index) => {
				const isDone = step.phase === 'succeeded' || index < current;
				const isHere = index === current && !isDone;
				const spinner = glyphs.spinner[frame % glyphs.spinner.length];
				const glyph = isDone
					? glyphs.done
					: !isHere
						? glyphs.waiting
						: isRunning
							? spinner
							: glyphs.failed;
				const colour = isDone
					? theme.good
					: isHere
						? theme.accent
						: theme.muted;
				return (
					<Text key={stage} color={colour} bold={isHere}>
						{glyph} {stageNames[stage]}
						{'   '}
					</Text>
				);
			})}
		</Text>
	);
}

/** Step n of N, elapsed, and what is left; it says so when it does not know. */
function Steps({step, width}: {step: TrainingStep; width: number}) {
	const isRunning = step.phase === 'running';
	const {time} = useAnimation({interval: 1000, isActive: isRunning});
	const elapsed = time / 1000;
	const share = step.totalSteps ? step.step / step.totalSteps : 0;
	const left = timeLeft(share, elapsed);
	const stepped = step.totalSteps
		? `step ${step.step}/${step.totalSteps}`
		: step.step > 0
			? `step ${step.step}`
			: 'no steps yet';
	return (
		<Box columnGap={2}>
			<Meter
				share={step.phase === 'succeeded' ? 1 : share}
				width={Math.max(Math.min(width - 56, 40), 8)}
				palette={theme}
				label="trained"
			/>
			<Text wrap="truncate">
				{stepped}
				{isRunning && (
					<Text
						color={theme.muted}
					>{` · ${formatDuration(elapsed)} · ${left}`}</Text>
				)}
			</Text>
		</Box>
	);
}

/** An honest guess from what has gone by, or a word about why there is none. */
function timeLeft(share: number, elapsed: number): string {
	if (share >= 1) return 'finishing';
	if (share <= 0.05 || elapsed <= 1) return 'time left not known yet';
	return `about ${formatDuration((elapsed / share) * (1 - share))} left`;
}

/** 'Sam, 7 chats, begun 2026-11-22 17:05'. */
const describeJob = ({name, dataset, createdAt}: Job): string =>
	`${truncate(name, 20)}, ${plural(dataset.chats.length, 'chat')}, begun ${createdAt.slice(0, 16).replace('T', ' ')} UTC`;
