import {toJsonl} from '../dataset/jsonl.ts';
import {explain} from '../provider/errors.ts';
import {findProvider} from '../provider/providers.ts';
import type {Services} from '../services.ts';
import type {Plan, TrainingAction, TrainingStep} from '../state/training.ts';
import type {State} from '../state.ts';
import type {Job} from '../store/types.ts';
import {cancelJob} from '../training/cancel.ts';
import {prepareJob} from '../training/prepare.ts';
import {runJob} from '../training/run.ts';

/** A training is watched wherever one looks; leaving the program ends the watching, not the training. */
export const trainingKey = ({training}: State): string | null =>
	training?.phase === 'running' || training?.phase === 'cancelling'
		? `${training.attempt}`
		: null;

export async function* training(
	services: Services,
	{training: step}: State,
	signal: AbortSignal,
): AsyncGenerator<TrainingAction> {
	if (!step) return;
	try {
		const connection = await services.connect(step.provider, step.job?.baseURL);
		const job = step.job ?? (await prepare(services, step.plan as Plan, step));
		for await (const event of runJob(
			job,
			{connection, store: services.store},
			signal,
		))
			yield {type: 'training/event', event};
	} catch (error) {
		yield {
			type: 'training/event',
			event: {
				type: 'failed',
				reason: explain(error, findProvider(step.provider)),
			},
		};
	}
}

function prepare(
	{store}: Services,
	{dataset, chats, me, systemPrompt}: Plan,
	{provider}: TrainingStep,
): Promise<Job> {
	const {examples, validation, counts} = dataset;
	return prepareJob(
		{
			name: me[0]?.split(/\s/)[0] || 'Twin',
			provider,
			baseURL: null,
			model: findProvider(provider).models.training ?? '',
			training: [...toJsonl(examples)].join(''),
			validation: [...toJsonl(validation)].join(''),
			hyperparameters: {
				epochs: 'auto',
				batchSize: 'auto',
				learningRateMultiplier: 'auto',
			},
			suffix: '',
			systemPrompt,
			dataset: {chats, examples: examples.length, messages: counts.kept},
			me,
		},
		store,
	);
}

export const cancellingKey = ({training}: State): string | null =>
	training?.phase === 'cancelling' && training.job ? training.job.id : null;

/** Ends a training for good; the watching tells that it has ended. */
export async function* cancelling(
	services: Services,
	{training: step}: State,
): AsyncGenerator<TrainingAction> {
	if (!step?.job) return;
	try {
		const connection = await services.connect(step.provider, step.job.baseURL);
		await cancelJob(step.job, {connection, store: services.store});
	} catch (error) {
		// A sentence: the training goes on, and can be cancelled again.
		yield {type: 'training/not-cancelled', reason: (error as Error).message};
	}
}
