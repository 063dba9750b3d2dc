import {setImmediate} from 'node:timers/promises';
import {toJsonl} from '../dataset/jsonl.ts';
import {checkExample} from '../dataset/parse.ts';
import {epochs} from '../dataset/tokens.ts';
import type {Dataset, Example} from '../dataset/types.ts';
import type {Connection} from '../provider/client.ts';
import {explain} from '../provider/errors.ts';
import {findProvider} from '../provider/providers.ts';
import type {Services} from '../services.ts';
import type {TrainingAction} from '../state/training.ts';
import {needsConsent} from '../state/training-gate.ts';
import type {Sizes, TrainingStep} from '../state/training-step.ts';
import type {State} from '../state.ts';
import {type Load, type Preflight, preflight} from '../training/preflight.ts';
import {building} from './building.ts';

/** Looks at what making the twin would take; what would leave is built first, to be measured and checked. None of it is sent. */
export async function* preflighting(
	services: Services,
	state: State,
	signal: AbortSignal,
): AsyncGenerator<TrainingAction> {
	const {training: step} = state;
	if (!step?.plan?.effect) return;
	const {counts, measure} = step.plan.effect;
	let problem: string | null | undefined;
	let bytes = (measure.tokens?.epoch ?? 0) * bytesPerToken;
	if (needsConsent(step)) {
		const dataset = await building(state, step.plan, signal);
		const sizes = await measureFiles(dataset, signal);
		yield {type: 'training/sizes', sizes};
		problem = await findProblem(dataset.examples, signal);
		bytes = sizes.training + sizes.validation;
	}
	const {epochs: times} = step.hyperparameters;
	const load: Load = {
		examples: counts.examples,
		bytes,
		tokens: measure.tokens?.epoch ?? null,
		epochs: times === 'auto' ? epochs(counts.examples) : times,
		...(problem !== undefined && {problem}),
	};
	yield {
		type: 'training/preflight',
		preflight: await look(services, step, load, signal),
	};
}

/** About what a token takes in a file, with all that stands around it. */
const bytesPerToken = 6;

async function look(
	services: Services,
	{provider, baseURL, model, way}: TrainingStep,
	load: Load,
	signal: AbortSignal,
): Promise<Preflight> {
	let connection: Connection | null = null;
	let unreachable: string | null = null;
	try {
		if (provider !== 'local' && model)
			connection = await services.connect(provider, baseURL);
	} catch (error) {
		unreachable = explain(error, findProvider(provider));
	}
	const done = await preflight(
		{
			target: {provider, baseURL, model, way},
			load,
			connection,
			store: services.store,
			today: new Date().toISOString().slice(0, 10),
		},
		signal,
	);
	if (unreachable === null) return done;
	const bad = {name: 'allowed', level: 'bad', text: unreachable} as const;
	return {...done, checks: [bad, ...done.checks]};
}

const placeholder = /\[(?:me|name|phone|email|link|iban|card|code)\]/g;

/** Examples that are looked at before the event loop gets its turn. */
const step = 1000;

async function measureFiles(
	{examples, validation}: Dataset,
	signal: AbortSignal,
): Promise<Sizes> {
	const replaced = new Map<string, number>();
	const sizeOf = async (list: readonly Example[]) => {
		let bytes = 0;
		let count = 0;
		for (const line of toJsonl(list)) {
			bytes += Buffer.byteLength(line);
			for (const [found] of line.matchAll(placeholder))
				replaced.set(found, (replaced.get(found) ?? 0) + 1);
			if (++count % step === 0) await setImmediate(undefined, {signal});
		}
		return bytes;
	};
	const training = await sizeOf(examples);
	const held = await sizeOf(validation);
	return {
		training,
		validation: held,
		replaced: [...replaced].sort((a, b) => b[1] - a[1]),
	};
}

/** OpenAI's published checks on what would be sent, before anything is. */
async function findProblem(
	examples: readonly Example[],
	signal: AbortSignal,
): Promise<string | null> {
	for (const [index, example] of examples.entries()) {
		const checked = checkExample({messages: example.messages});
		if (typeof checked === 'string')
			return `Example ${index + 1} cannot be sent: ${checked}`;
		if (index % step === step - 1) await setImmediate(undefined, {signal});
	}
	return null;
}
