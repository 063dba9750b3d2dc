import {buildInSteps} from '../dataset/build.ts';
import {toJsonl} from '../dataset/jsonl.ts';
import {explain} from '../provider/errors.ts';
import {findProvider} from '../provider/providers.ts';
import type {Services} from '../services.ts';
import {type Plan, providerOf} from '../state/plan.ts';
import type {TrainingAction} from '../state/training.ts';
import type {State} from '../state.ts';
import type {Store} from '../store/store.ts';
import type {Job} from '../store/types.ts';
import {prepareJob} from '../training/prepare.ts';
import {runJob} from '../training/run.ts';
import {gently} from './gently.ts';
import {subjectOf} from './subject.ts';

export async function* training(
	services: Services,
	state: State,
	signal: AbortSignal,
): AsyncGenerator<TrainingAction> {
	const {training: step} = state;
	if (!step) return;
	try {
		const connection = await services.connect(step.provider, step.job?.baseURL);
		const job =
			step.job ?? (await prepare(services, state, step.plan as Plan, signal));
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

/** The data set is built now, from what the owner agreed to, while keys are answered. */
async function prepare(
	{store}: Services,
	state: State,
	{chats, me, options}: Plan,
	signal: AbortSignal,
): Promise<Job> {
	const provider = providerOf(state);
	const subject = subjectOf(state);
	if (!subject)
		throw new Error('The chats of this training are gone: pick them again.');
	const threshold = state.moderation?.threshold ?? 1;
	const {levelOf} = subject.judges;
	const {examples, validation, counts} = await gently(
		buildInSteps(
			subject.chats,
			options,
			text => (levelOf?.(text) ?? 0) > threshold,
		),
		signal,
	);
	return prepareJob(
		{
			name: await freeName(me, store),
			provider,
			baseURL: null,
			model: findProvider(provider).models.training ?? '',
			training: [...toJsonl(examples, {sources: true})].join(''),
			validation: [...toJsonl(validation, {sources: true})].join(''),
			hyperparameters: {
				epochs: 'auto',
				batchSize: 'auto',
				learningRateMultiplier: 'auto',
			},
			suffix: '',
			systemPrompt: options.system,
			dataset: {chats, examples: examples.length, messages: counts.kept},
			me,
		},
		store,
	);
}

/** The owner's first name, or 'Twin' for a number; with a count where a twin is called so already. */
async function freeName(me: readonly string[], store: Store): Promise<string> {
	const first =
		me.flatMap(name => name.split(/\s/)).find(word => /^\p{L}/u.test(word)) ??
		'Twin';
	const taken = new Set((await store.twins.list()).map(({name}) => name));
	for (let count = 1; ; count++) {
		const name = count === 1 ? first : `${first} ${count}`;
		if (!taken.has(name)) return name;
	}
}
