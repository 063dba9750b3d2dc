import {Box, Text} from 'ink';
import {fitText} from '../components/display-text.ts';
import {findProvider} from '../provider/providers.ts';
import type {JobsStep} from '../state/jobs.ts';
import type {Size} from '../state.ts';
import type {Job} from '../store/types.ts';
import {theme} from '../theme.ts';
import {Select} from './select.tsx';

/** Every training: one that goes on is come back to. */
export function JobsScreen({step, size}: {step: JobsStep; size: Size}) {
	return (
		<Box flexDirection="column">
			<Text bold>Trainings</Text>
			<Text color={theme.muted} wrap="truncate">
				{size.columns < 78
					? 'At a provider they go on while you are away.'
					: 'Those that have not ended first; at a provider they go on while you are away.'}
			</Text>
			<Text> </Text>
			{step.jobs === null ? (
				<Text color={theme.muted}>looking…</Text>
			) : step.jobs.length === 0 ? (
				<Text>There is none yet: pick chats and go on to step 4.</Text>
			) : (
				<Select
					labels={step.jobs.map(job => jobLabel(job, size.columns))}
					cursor={step.cursor}
					width={size.columns}
					height={size.rows - 3}
				/>
			)}
		</Box>
	);
}

const phases: Record<Job['phase'], string> = {
	prepared: 'not sent yet',
	uploaded: 'sent, not begun',
	created: 'goes on',
	succeeded: '✔ twin made',
	failed: '✗ failed',
	cancelled: '· cancelled',
};

function jobLabel(job: Job, columns: number): string {
	const {name, phase, provider, model, createdAt} = job;
	const width = Math.max(Math.min(Math.floor((columns - 38) / 3), 24), 8);
	const where = findProvider(provider).label.replace(/ \(.*/, '');
	const state = [fitText(phases[phase], 16), fitText(name, width)];
	// Where there is no room for the model, the day matters more.
	if (columns < 70)
		return [...state, fitText(where, 14), createdAt.slice(0, 10)].join(' ');
	return [
		...state,
		fitText(where, 14),
		fitText(model, Math.max(columns - 52 - width, 10)),
		createdAt.slice(0, 16).replace('T', ' '),
	].join(' ');
}
