import {toJsonl} from '../dataset/jsonl.ts';
import {explain} from '../provider/errors.ts';
import {findProvider} from '../provider/providers.ts';
import type {Services} from '../services.ts';
import type {Plan, TrainingAction, TrainingStep} from '../state/training.ts';
import type {State} from '../state.ts';
import type {Job} from '../store/types.ts';
import {prepareJob} from '../training/prepare.ts';
import {runJob} from '../training/run.ts';

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
