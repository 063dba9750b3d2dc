import path from 'node:path';
import type {OpenAI} from 'openai';
import type {EngineEvent} from '../engine/types.ts';
import {newId, nowInSeconds} from '../ids.ts';
import {openJournal} from './journal.ts';
import {isEnd, type Stage} from './record.ts';

export type JobEvent = OpenAI.FineTuning.FineTuningJobEvent;
export type Checkpoint = OpenAI.FineTuning.Jobs.FineTuningJobCheckpoint;
type Step = Extract<EngineEvent, {type: 'step'}>;
/** As OpenAI's events carry them (openai-api.md, 2.3). */
export type Metrics = {
	step: number;
	total_steps: number;
	train_loss: number;
	train_mean_token_accuracy: number;
	valid_loss?: number;
	valid_mean_token_accuracy?: number;
};

/** Everything that is known of one job, on disk; several programs may read and add. */
export type JobLog = {
	stages(): Promise<Stage[]>;
	/** Oldest first. */
	events(): Promise<JobEvent[]>;
	/** Oldest first. */
	checkpoints(): Promise<Checkpoint[]>;
	/** Reads what an earlier run said, so that it is not said again. To be called before a run says anything. */
	recall(): Promise<void>;
	/** Adds a stage, unless the job was in it before or has ended. */
	enter(stage: Omit<Stage, 'at'>): Promise<void>;
	/** Adds an event at the next `flush`, unless the same was said before. */
	say(level: JobEvent['level'], message: string): void;
	/** Adds an event at the next `flush`, however often the same was said before. */
	note(message: string): void;
	step(step: Step): void;
	addCheckpoint(checkpoint: Checkpoint): Promise<void>;
	/** Writes the events that were said; few writes for many steps. */
	flush(): Promise<void>;
};

export function openJobLog(folder: string): JobLog {
	const open = <T>(name: string) =>
		openJournal<T>(path.join(folder, `${name}.jsonl`));
	const stages = open<Stage>('stages');
	const events = open<JobEvent>('events');
	const checkpoints = open<Checkpoint>('checkpoints');
	/** Said and not on disk yet, or for as long as the disk is full. */
	let unwritten: JobEvent[] = [];
	const unwrittenStages: Stage[] = [];
	const messages = new Set<string>();
	let lastStep = 0;
	let writing = Promise.resolve();
	const write = async () => {
		// What is said meanwhile is not among them.
		const batch = [...unwritten];
		if (batch.length === 0) return;
		await events.append(batch);
		unwritten = unwritten.slice(batch.length);
	};
	const flush = () => {
		// One write after the other, so that events stay in order.
		writing = writing.catch(() => undefined).then(write);
		return writing;
	};
	const readStages = async () => [...(await stages.read()), ...unwrittenStages];
	return {
		stages: readStages,
		async events() {
			await flush().catch(() => undefined);
			// Taken before the file is read: what is written meanwhile is in one of both.
			const rest = [...unwritten];
			const all = [...(await events.read()), ...rest];
			// A write that a full disk cut short was written again.
			return [...new Map(all.map(event => [event.id, event])).values()];
		},
		checkpoints: checkpoints.read,
		async recall() {
			for (const {type, message, data} of await events.read())
				if (type === 'metrics')
					lastStep = Math.max(lastStep, (data as Metrics).step);
				else messages.add(message);
		},
		async enter(stage) {
			const before = await readStages();
			if (before.some(one => isEnd(one) || one.status === stage.status)) return;
			const line = {at: nowInSeconds(), ...stage};
			try {
				await stages.append([line]);
			} catch (error) {
				if (stage.status !== 'failed') throw error;
				// The disk is what fails: this run knows it, and the next one tries again.
				unwrittenStages.push(line);
			}
		},
		say(level, message) {
			if (messages.has(message)) return;
			messages.add(message);
			unwritten.push({...newEvent(level, message), type: 'message', data: {}});
		},
		note(message) {
			const event = newEvent('info', message);
			unwritten.push({...event, type: 'message', data: {}});
		},
		step(step) {
			if (step.step <= lastStep) return;
			lastStep = step.step;
			const event = newEvent('info', describe(step));
			unwritten.push({...event, type: 'metrics', data: toMetrics(step)});
		},
		addCheckpoint: checkpoint => checkpoints.append([checkpoint]),
		flush,
	};
}

const newEvent = (level: JobEvent['level'], message: string) =>
	({
		object: 'fine_tuning.job.event',
		id: newId('ftevent-'),
		created_at: nowInSeconds(),
		level,
		message,
	}) satisfies JobEvent;

/** The wording is OpenAI's, for clients read it (openai-api.md, 2.3). */
const describe = ({step, totalSteps, trainLoss, validLoss}: Step): string =>
	`Step ${step}/${totalSteps}: training loss=${trainLoss.toFixed(2)}` +
	(validLoss === null ? '' : `, validation loss=${validLoss.toFixed(2)}`);

export const toMetrics = (step: Step): Metrics => ({
	step: step.step,
	total_steps: step.totalSteps,
	train_loss: step.trainLoss,
	train_mean_token_accuracy: step.trainAccuracy,
	...(step.validLoss !== null && {valid_loss: step.validLoss}),
	...(step.validAccuracy !== null && {
		valid_mean_token_accuracy: step.validAccuracy,
	}),
});
