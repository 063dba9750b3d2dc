import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {openStore, type Store} from '../../source/store/store.ts';
import type {Job} from '../../source/store/types.ts';
import type {TrainingEvent} from '../../source/training/events.ts';
import {type NewJob, prepareJob} from '../../source/training/prepare.ts';
import {runJob} from '../../source/training/run.ts';
import type {FaultProvider} from '../helpers/fault-provider.ts';

/** A store in a home of its own, removed after the test. */
export async function temporaryStore(): Promise<Store> {
	const folder = await mkdtemp(path.join(tmpdir(), 'twin-tui-test-'));
	onTestFinished(() => rm(folder, {recursive: true, force: true}));
	process.env.TWIN_TUI_HOME = folder;
	return openStore({settings: folder, data: folder, log: folder});
}

export const line = (index: number): string =>
	`${JSON.stringify({
		messages: [
			{role: 'user', content: `how are you ${index}`},
			{role: 'assistant', content: `fine ${index}`},
		],
	})}\n`;

export const jsonl = (count: number): string =>
	Array.from({length: count}, (_, index) => line(index)).join('');

export const plan = (changes: Partial<NewJob> = {}): NewJob => ({
	name: 'Mia',
	provider: 'openai',
	baseURL: null,
	model: 'gpt-4o-mini-2024-07-18',
	training: jsonl(12),
	validation: jsonl(2),
	hyperparameters: {
		epochs: 3,
		batchSize: 'auto',
		learningRateMultiplier: 'auto',
	},
	suffix: '',
	systemPrompt: 'You are Mia.',
	dataset: {chats: ['Ben'], examples: 12, messages: 24},
	me: ['Mia'],
	...changes,
});

export const prepared = (store: Store, changes: Partial<NewJob> = {}) =>
	prepareJob(plan(changes), store);

/** Quick enough for tests; nothing depends on how quick. */
const pace = {shortest: 1, longest: 1};

export const run = (
	job: Job,
	{provider, store}: {provider: FaultProvider; store: Store},
	signal: AbortSignal = new AbortController().signal,
) =>
	runJob(
		job,
		{connection: provider.connection(job.provider), store, pace},
		signal,
	);

/** Every event up to the end, or until one is the wanted one. */
export async function collect(
	events: AsyncIterable<TrainingEvent>,
	isLast: (event: TrainingEvent) => boolean = () => false,
): Promise<TrainingEvent[]> {
	const collected: TrainingEvent[] = [];
	for await (const event of events) {
		collected.push(event);
		if (isLast(event)) break;
	}
	return collected;
}

export const ofType = <Type extends TrainingEvent['type']>(
	events: readonly TrainingEvent[],
	type: Type,
) =>
	events.filter(
		(event): event is Extract<TrainingEvent, {type: Type}> =>
			event.type === type,
	);

/** For `collect`: whoever stops listening there is like a kill, for nothing behind this event was done. */
export const inPhase =
	(phase: Job['phase']) =>
	(event: TrainingEvent): boolean =>
		event.type === 'job' && event.job.phase === phase;
