import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setImmediate as nextTick} from 'node:timers/promises';
import {OpenAI} from 'openai';
import {onTestFinished} from 'vitest';
import type {EngineEvent} from '../../source/local/engine/types.ts';
import {createLocalFetch} from '../../source/local/fetch.ts';
import type {Train} from '../../source/local/training-thread.ts';
import {findProvider} from '../../source/provider/providers.ts';
import type {ProviderName} from '../../source/provider/types.ts';
import {type Fault, networkError} from './faults.ts';

/** A clock that only waiting moves: hours go by in milliseconds, and nobody has to guess how long anything takes. */
export type VirtualClock = {
	now(): number;
	/** Moves the clock, and lets everybody whose time has come go on. */
	sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
	/** Goes on once the clock has come there. */
	until(time: number): Promise<void>;
};

export function createClock(): VirtualClock {
	let now = 0;
	const waiting: {time: number; wake: () => void}[] = [];
	return {
		now: () => now,
		async sleep(milliseconds, signal) {
			signal.throwIfAborted();
			now += milliseconds;
			for (const {time, wake} of waiting) if (time <= now) wake();
			// What was waiting writes its files before it is looked at again.
			for (let turn = 0; turn < 20; turn++) await nextTick();
			signal.throwIfAborted();
		},
		until: time =>
			time <= now
				? Promise.resolve()
				: new Promise(resolve => waiting.push({time, wake: resolve})),
	};
}

export type Script = {
	/** Steps of a training, and virtual milliseconds that each takes. */
	steps: number;
	stepTakes: number;
	/** The step after which it fails, and with what words; null for never. */
	failsAfter: {step: number; message: string} | null;
	/** Whether the last events come without numbers, as clones send them. */
	isClone: boolean;
};

/** A training that takes its time on the virtual clock. */
const scripted = (clock: VirtualClock, script: Script): Train =>
	async function* () {
		const begun = clock.now();
		for (let step = 1; step <= script.steps; step++) {
			await clock.until(begun + step * script.stepTakes);
			yield {
				type: 'step',
				step,
				totalSteps: script.steps,
				trainLoss: 3 / step,
				trainAccuracy: 0.5,
				validLoss: null,
				validAccuracy: null,
			} satisfies EngineEvent;
			yield {type: 'checkpoint', step, model: Uint8Array.of(step)};
			if (script.failsAfter?.step === step)
				throw new Error(script.failsAfter.message);
		}
		yield {type: 'trained', tokens: 1234, model: Uint8Array.of(9)};
	};

/** The embedded provider behind a door with faults: the real protocol, files, jobs and events, on a virtual clock. */
export async function createVirtualProvider() {
	const folder = await mkdtemp(path.join(tmpdir(), 'twin-tui-virtual-'));
	const clock = createClock();
	const script: Script = {
		steps: 10,
		stepTakes: 60_000,
		failsAfter: null,
		isClone: false,
	};
	const local = createLocalFetch({folder, train: scripted(clock, script)});
	onTestFinished(async () => {
		await local.close();
		await rm(folder, {recursive: true, force: true, maxRetries: 5});
	});
	const faults = new Map<string, Fault[]>();
	const requests: string[] = [];
	const fetch: typeof globalThis.fetch = async (input, init) => {
		const request = new Request(input, init);
		const route = routeOf(request);
		requests.push(route);
		const fault = faults.get(route)?.shift();
		if (typeof fault === 'function') return fault();
		if (fault === 'network') throw networkError();
		if (fault === 'hang') return untilAborted(request.signal);
		const response = await local.fetch(request);
		if (fault === 'lost') throw networkError();
		return script.isClone ? cloned(route, response) : response;
	};
	const connection = (name: ProviderName) => ({
		client: new OpenAI({
			apiKey: 'sk-test',
			baseURL: 'http://provider.invalid/v1',
			fetch,
			maxRetries: 0,
			// A socket that hangs is given up soon.
			timeout: 300,
			logLevel: 'off',
		}),
		provider: findProvider(name),
	});
	const list = async (what: 'files' | 'jobs') => {
		const {client} = connection('openai');
		const page = await (what === 'files'
			? client.files.list({purpose: 'fine-tune'})
			: client.fineTuning.jobs.list());
		return page.data.length;
	};
	return {
		clock,
		script,
		requests,
		connection,
		fault: (route: string, ...more: Fault[]) =>
			faults.set(route, [...(faults.get(route) ?? []), ...more]),
		/** Files for training, and jobs, that lie at the provider. */
		files: () => list('files'),
		jobs: () => list('jobs'),
	};
}

const routeOf = ({method, url}: Request): string => {
	const {pathname} = new URL(url);
	const route = pathname
		.replace('/v1', '')
		.replace(/\/(file-|ftjob-)[^/]+/, '/:id');
	return `${method} ${route}`;
};

const untilAborted = (signal: AbortSignal) =>
	new Promise<Response>((_, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason), {once: true});
	});

/** What clones leave out: numbers in events, and the metadata that finds a job again. */
async function cloned(route: string, response: Response): Promise<Response> {
	if (!response.ok || !route.startsWith('GET /fine_tuning')) return response;
	const body = (await response.json()) as {
		data?: Record<string, unknown>[];
		metadata?: unknown;
	};
	for (const entry of body.data ?? []) {
		if (route.endsWith('/events'))
			Object.assign(entry, {
				data: null,
				message: 'Training goes on',
				type: 'message',
			});
		delete entry.metadata;
	}
	delete body.metadata;
	return Response.json(body);
}
