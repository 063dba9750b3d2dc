import type {OpenAI} from 'openai';
import type {Stage, TrainingEvent} from './events.ts';
import {failedChecks} from './failure.ts';
import {
	checkpointMetrics,
	checkpoints,
	newEvents,
	toTrainingEvent,
} from './progress.ts';
import {patiently, type Run} from './run-state.ts';

type RemoteJob = OpenAI.FineTuning.FineTuningJob;

/** What has been told of a job so far, so that nothing is told twice. */
export type Told = {
	events: Set<string>;
	status: string | null;
	paused: boolean;
	/** Steps of checkpoints, which stand in where events hold no numbers. */
	steps: Set<number>;
	numbers: boolean;
	/** Whether there may be checkpoints that were not looked at yet. */
	checkpoints: boolean;
	expected: number | null;
	lastError: string | null;
	/** What checks of the content failed for, as an event told. */
	failedChecks: string[];
};

/** Nothing told yet. */
export const nothingTold = (): Told => ({
	events: new Set(),
	status: null,
	paused: false,
	steps: new Set(),
	numbers: false,
	checkpoints: true,
	expected: null,
	lastError: null,
	failedChecks: [],
});

/** Statuses that no other follows. */
export const ended = ['succeeded', 'failed', 'cancelled'];

const stageOf: Readonly<Record<string, Stage>> = {
	validating_files: 'validate',
	queued: 'queue',
	running: 'train',
};

/** The training goes on at a provider whether or not it can be reached; in this process there is nothing to wait for. */
export const triesOf = ({provider}: Run): number =>
	provider.name === 'local' ? 3 : Infinity;

/** Some servers have a status for it; the embedded provider shows 'queued', which the specification knows, and a field of its own. */
const isPaused = (remote: RemoteJob & {paused?: unknown}): boolean =>
	(remote.status as string) === 'paused' || remote.paused === true;

/** @returns whether anything was new */
export async function* tell(
	run: Run,
	remote: RemoteJob,
	told: Told,
): AsyncGenerator<TrainingEvent, boolean> {
	const isChanged =
		remote.status !== told.status || isPaused(remote) !== told.paused;
	told.status = remote.status;
	if (isChanged) yield* tellStatus(run, remote, told);
	const events = yield* patiently(run, triesOf(run), () =>
		newEvents(run, told.events),
	);
	for (const event of events) {
		const translated = toTrainingEvent(event);
		told.numbers ||= translated.type === 'metrics';
		told.checkpoints ||= /checkpoint/i.test(event.message ?? '');
		if (translated.type === 'message' && translated.level === 'error')
			told.lastError = translated.text;
		told.failedChecks.push(...failedChecks(event));
		yield translated;
	}
	yield* tellExpected(remote, told);
	// Servers without numbers in their events tell them, and nothing else, by checkpoints.
	const isWorthALook =
		!told.numbers || told.checkpoints || ended.includes(remote.status);
	const isNew = isWorthALook && (yield* tellCheckpoints(run, told));
	return isChanged || events.length > 0 || isNew;
}

function* tellExpected(
	{estimated_finish}: RemoteJob,
	told: Told,
): Generator<TrainingEvent, void> {
	const end = estimated_finish ? estimated_finish * 1000 : null;
	if (end === told.expected) return;
	told.expected = end;
	yield {type: 'expected', end};
}

function* tellStatus(
	{provider}: Run,
	remote: RemoteJob,
	told: Told,
): Generator<TrainingEvent, void> {
	const {status} = remote;
	const paused = isPaused(remote);
	// What is held stays in the stage that it had come to.
	const stage = paused ? undefined : stageOf[status];
	if (stage) yield {type: 'stage', stage};
	if (paused !== told.paused) yield {type: 'paused', paused, at: Date.now()};
	told.paused = paused;
	if (!stage && !paused && !ended.includes(status))
		yield {
			type: 'message',
			level: 'warn',
			text: `${provider.label} says that the training is "${status}".`,
			at: Date.now(),
		};
}

/** @returns whether there were new ones */
async function* tellCheckpoints(
	run: Run,
	told: Told,
): AsyncGenerator<TrainingEvent, boolean> {
	const isBefore =
		told.status === 'validating_files' || told.status === 'queued';
	if (isBefore && !told.paused) return false;
	told.checkpoints = false;
	const list = yield* patiently(run, triesOf(run), () => checkpoints(run));
	let isNew = false;
	for (const checkpoint of list) {
		const {step_number, fine_tuned_model_checkpoint: model} = checkpoint;
		if (told.steps.has(step_number)) continue;
		told.steps.add(step_number);
		isNew = true;
		const metrics = checkpointMetrics(checkpoint);
		if (metrics && !told.numbers) yield metrics;
		const loss = metrics?.validLoss ?? metrics?.trainLoss ?? null;
		if (model) yield {type: 'checkpoint', step: step_number, model, loss};
	}
	return isNew;
}
