import {toJsonl} from '../dataset/jsonl.ts';
import {explain} from '../provider/errors.ts';
import {findProvider} from '../provider/providers.ts';
import type {Services} from '../services.ts';
import type {Plan} from '../state/plan.ts';
import type {TrainingAction} from '../state/training.ts';
import type {TrainingStep} from '../state/training-step.ts';
import type {State} from '../state.ts';
import type {Store} from '../store/store.ts';
import type {TrainingEvent} from '../training/events.ts';
import {type NewJob, prepareJob} from '../training/prepare.ts';
import {runJob} from '../training/run.ts';
import {building} from './building.ts';

/** Makes a twin, trained or prompted, and tells what happens; at the end the bell rings. */
export async function* training(
	services: Services,
	state: State,
	signal: AbortSignal,
): AsyncGenerator<TrainingAction> {
	const {training: step} = state;
	if (!step) return;
	const plan = () => newJob(state, step, services.store, signal);
	try {
		const events =
			step.way === 'prompted'
				? prompting(services, step, plan)
				: watching(services, step, plan, signal);
		for await (const event of events) {
			if (isEnd(event)) services.ring();
			yield {type: 'training/event', event};
		}
	} catch (error) {
		services.ring();
		yield {
			type: 'training/event',
			event: {
				type: 'failed',
				reason: explain(error, findProvider(step.provider)),
				cause: 'other',
				categories: [],
			},
		};
	}
}

const isEnd = ({type}: TrainingEvent): boolean =>
	type === 'twin' || type === 'failed' || type === 'cancelled';

async function* watching(
	services: Services,
	step: TrainingStep,
	plan: () => Promise<NewJob>,
	signal: AbortSignal,
): AsyncGenerator<TrainingEvent> {
	const {store, pace} = services;
	const connection = await services.connect(step.provider, step.baseURL);
	const job =
		step.job ??
		// Where it goes is kept with it: the next start may know no variable that says so.
		(await prepareJob(
			{...(await plan()), baseURL: connection.provider.baseURL},
			store,
		));
	const options = {connection, store, ...(pace && {pace})};
	yield* runJob(job, options, signal);
}

async function* prompting(
	{store}: Services,
	step: TrainingStep,
	plan: () => Promise<NewJob>,
): AsyncGenerator<TrainingEvent> {
	const {makePrompted} = await import('../twin/prompted.ts');
	const {shutdownDate = null, baseURL = null} = step.preflight ?? {};
	const made = await plan();
	const twin = await makePrompted(
		{...made, baseURL: baseURL ?? made.baseURL, shutdownDate},
		store,
	);
	yield {type: 'twin', twin};
}

/** The data set is built now, from what the owner agreed to. */
async function newJob(
	state: State,
	{provider, baseURL, model, hyperparameters, plan}: TrainingStep,
	store: Store,
	signal: AbortSignal,
): Promise<NewJob> {
	const {chats, me, options, effect} = plan as Plan;
	const {examples, validation, counts, mapping} = await building(
		state,
		{options: {...options, sources: true}},
		signal,
	);
	return {
		name: await freeName(me, store),
		provider,
		baseURL,
		model,
		training: [...toJsonl(examples, {sources: true})].join(''),
		validation: [...toJsonl(validation, {sources: true})].join(''),
		hyperparameters,
		suffix: '',
		systemPrompt: options.system,
		dataset: {chats, examples: examples.length, messages: counts.kept},
		me,
		...(options.anonymize && {names: namesOf(mapping)}),
		tokens: effect?.measure.tokens?.epoch ?? null,
	};
}

/** By label: the name that it stands for. */
const namesOf = (mapping: readonly [name: string, label: string][]) =>
	Object.fromEntries(mapping.map(([name, label]) => [label, name]));

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
