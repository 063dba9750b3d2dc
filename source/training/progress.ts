import type {OpenAI} from 'openai';
import {isPassing} from '../provider/errors.ts';
import {log} from '../store/log.ts';
import type {TrainingEvent} from './events.ts';
import type {Run} from './run-state.ts';

type RemoteEvent = OpenAI.FineTuning.FineTuningJobEvent;
type Metrics = Extract<TrainingEvent, {type: 'metrics'}>;

/** The job's events that are not in `seen` yet, oldest first; they are added to it. None where a server keeps no events. */
export async function newEvents(
	run: Run,
	seen: Set<string>,
): Promise<RemoteEvent[]> {
	const {client, job, provider, signal} = run;
	const found: RemoteEvent[] = [];
	try {
		let page = await client.fineTuning.jobs.listEvents(
			job.remoteId ?? '',
			{limit: 100},
			{signal, maxRetries: 0},
		);
		for (;;) {
			const fresh = (page.data ?? []).filter(({id}) => !seen.has(id));
			// Newest first: behind an event that is known there are only known ones.
			const all = fresh.length === page.data?.length;
			for (const event of fresh) seen.add(event.id);
			found.push(...fresh);
			if (!all || fresh.length === 0 || !page.hasNextPage()) break;
			page = await page.getNextPage();
		}
	} catch (error) {
		if (signal.aborted || isPassing(error, provider)) {
			for (const {id} of found) seen.delete(id);
			throw error;
		}
		log('events of a training', error);
	}
	return oldestFirst(found);
}

/** The API gives the newest first, some clones the oldest; events of the same second keep their order. */
function oldestFirst(events: RemoteEvent[]): RemoteEvent[] {
	const first = events[0]?.created_at ?? 0;
	const last = events.at(-1)?.created_at ?? 0;
	const ordered = first < last ? [...events] : [...events].reverse();
	return ordered.sort((a, b) => a.created_at - b.created_at);
}

/** Real jobs send `data: null` and types that the specification does not know (reference: openai-api.md, section 2.3). */
export function toTrainingEvent(event: RemoteEvent): TrainingEvent {
	const text = String(event.message ?? '');
	return (
		metricsFromData(event.data, atOf(event)) ??
		metricsFromText(text, atOf(event)) ?? {
			type: 'message',
			level:
				event.level === 'warn' || event.level === 'error'
					? event.level
					: 'info',
			text,
			at: atOf(event) ?? 0,
		}
	);
}

const atOf = ({created_at}: {created_at: unknown}): number | null =>
	Number(created_at) > 0 ? Number(created_at) * 1000 : null;

function metricsFromData(data: unknown, at: number | null): Metrics | null {
	if (!data || typeof data !== 'object') return null;
	const values = data as Record<string, unknown>;
	const step = number(values.step);
	const trainLoss = number(values.train_loss);
	const validLoss = number(values.full_valid_loss) ?? number(values.valid_loss);
	if (step === null || (trainLoss === null && validLoss === null)) return null;
	return {
		type: 'metrics',
		step,
		totalSteps: number(values.total_steps),
		trainLoss,
		validLoss,
		trainAccuracy: number(values.train_mean_token_accuracy),
		validAccuracy:
			number(values.full_valid_mean_token_accuracy) ??
			number(values.valid_mean_token_accuracy),
		at,
	};
}

const number = (value: unknown): number | null =>
	typeof value === 'number' && Number.isFinite(value) ? value : null;

const stepText =
	/Step (\d+)\/(\d+): training loss=([\d.eE+-]+)(?:, validation loss=([\d.eE+-]+))?(?:, full validation loss=([\d.eE+-]+))?/;

function metricsFromText(text: string, at: number | null): Metrics | null {
	const found = stepText.exec(text);
	if (!found) return null;
	const [, step, total, train, valid, full] = found.map(part =>
		part === undefined ? null : number(Number(part)),
	);
	return {
		type: 'metrics',
		step: step ?? 0,
		totalSteps: total ?? null,
		trainLoss: train ?? null,
		validLoss: full ?? valid ?? null,
		trainAccuracy: null,
		validAccuracy: null,
		at,
	};
}

/** What the checkpoints tell, oldest first: the only numbers that some clones give. */
export async function checkpoints({client, job, provider, signal}: Run) {
	try {
		const page = await client.fineTuning.jobs.checkpoints.list(
			job.remoteId ?? '',
			{limit: 100},
			{signal, maxRetries: 0},
		);
		return [...(page.data ?? [])].sort((a, b) => a.step_number - b.step_number);
	} catch (error) {
		if (signal.aborted || isPassing(error, provider)) throw error;
		return [];
	}
}

/** A checkpoint's metrics as an event; null where it has none. */
export const checkpointMetrics = (
	checkpoint: OpenAI.FineTuning.Jobs.FineTuningJobCheckpoint,
): Metrics | null =>
	metricsFromData(
		{step: checkpoint.step_number, ...checkpoint.metrics},
		atOf(checkpoint),
	);
