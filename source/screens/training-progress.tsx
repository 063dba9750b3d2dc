import {Box, Text} from 'ink';
import {Chart} from '../components/chart.tsx';
import {displayText, truncate, wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {plural} from '../format.ts';
import type {Stricter} from '../state/stricter.ts';
import type {LossPoint, TrainingStep} from '../state/training-step.ts';
import type {Size} from '../state.ts';
import type {Job} from '../store/types.ts';
import {theme} from '../theme.ts';
import {eventLines, reconnectingLines} from './training-events.ts';
import {Failed} from './training-failed.tsx';
import {Stages} from './training-stages.tsx';
import {Steps} from './training-steps.tsx';
import {uploadsNote} from './uploads-note.ts';

type Props = {step: TrainingStep; stricter: Stricter | null; size: Size};

/** Rows of title, stages, two of numbers, and blank lines between them. */
const chrome = 7;

/** A training while it runs, and what came of it. */
export function Progress({step, stricter, size}: Props) {
	const events = Math.max(Math.min(Math.floor((size.rows - chrome) / 3), 8), 2);
	const note = uploadsNote(step, size.columns);
	const chart = Math.max(size.rows - chrome - events - note.length, 4);
	const cut = reconnectingLines(step, size.columns).slice(0, events);
	if (step.error)
		return (
			<Box flexDirection="column" flexShrink={0}>
				<Title step={step} width={size.columns} />
				{step.way === 'fine-tuned' && <Stages step={step} />}
				<Failed
					step={step}
					stricter={stricter}
					size={{...size, rows: size.rows - 2}}
				/>
			</Box>
		);
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Title step={step} width={size.columns} />
			{step.way === 'fine-tuned' && (
				<>
					<Stages step={step} />
					<Steps step={step} width={size.columns} />
					<Lines lines={note} />
				</>
			)}
			<Text> </Text>
			{step.way === 'prompted' ? (
				<Prompted step={step} width={size.columns} />
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
			<Lines lines={eventLines(step, events - cut.length, size.columns)} />
			<Lines lines={cut} />
		</Box>
	);
}

function pointsOf(losses: readonly LossPoint[], which: 'train' | 'valid') {
	return losses.map(({step, [which]: value}) => ({step, value}));
}

const titles: Record<TrainingStep['phase'], string> = {
	ready: 'Ready to train',
	running: 'Your twin is learning',
	cancelling: 'Cancelling the training',
	succeeded: 'Your twin is ready',
	failed: 'The training failed',
	cancelled: 'The training was cancelled',
};

function titleOf({phase, paused, way}: TrainingStep): string {
	if (phase === 'running' && way === 'prompted') return 'Making your twin';
	return phase === 'running' && paused ? 'Paused' : titles[phase];
}

function Title({step, width}: {step: TrainingStep; width: number}) {
	const colour =
		step.phase === 'succeeded'
			? theme.good
			: step.phase === 'failed'
				? theme.danger
				: theme.accent;
	return (
		<Text bold color={colour} wrap="truncate">
			{titleOf(step)}
			{step.job && step.phase !== 'succeeded' && (
				<Text color={theme.muted}>
					{' – '}
					{describeJob(step.job, width - titleOf(step).length - 3)}
				</Text>
			)}
			{step.phase === 'succeeded' && (
				<Text color={theme.muted}> – press enter and say hello</Text>
			)}
		</Text>
	);
}

/** A twin without training: there is nothing to watch. */
function Prompted({step, width}: {step: TrainingStep; width: number}) {
	return (
		<Lines
			lines={wrapText(
				displayText(
					step.phase === 'succeeded'
						? `${step.twin?.name} answers with ${step.model}, shown your nearest past exchanges each time.`
						: 'counting how you write…',
				),
				width,
			).map(text => ({text, colour: theme.muted}))}
		/>
	);
}

/** 'Sam, 7 chats, begun 2026-11-22 17:05 UTC', or the part of it that fits. */
function describeJob({name, dataset, createdAt}: Job, width: number): string {
	const parts = [
		truncate(name, 20),
		...(dataset.chats.length > 0 ? [plural(dataset.chats.length, 'chat')] : []),
		`begun ${createdAt.slice(0, 16).replace('T', ' ')} UTC`,
	];
	const whole = parts.join(', ');
	return whole.length <= width ? whole : parts.slice(0, -1).join(', ');
}
