import {Hono} from 'hono';
import {OpenAI} from 'openai';
import {findProvider} from '../../source/provider/providers.ts';
import type {Provider, ProviderName} from '../../source/provider/types.ts';
import {type ChatScript, chatStream} from './fault-chat.ts';
import {
	checkpointsOf,
	eventsOf,
	isEnded,
	type KeptJob,
	look,
	newJob,
	page,
	shown,
} from './fault-jobs.ts';
import {type Fault, networkError, refuse} from './faults.ts';
import {type Life, life} from './lives.ts';

type KeptFile = {id: string; filename: string; content: string; bytes: number};

/** A provider in this process that does as it is told: the real package talks to it through its `fetch`. */
export type FaultProvider = {
	fetch: typeof fetch;
	/** 'POST /files', 'GET /fine_tuning/jobs/:id'… in order. */
	requests: string[];
	/** Bodies of requests that had a JSON one, in order. */
	bodies: Record<string, unknown>[];
	files: Map<string, KeptFile>;
	jobs: Map<string, KeptJob>;
	/** What the next requests of a route get instead. */
	fault(route: string, ...faults: Fault[]): void;
	/** How jobs go; a clone keeps neither metadata nor a filter for it. */
	script: {
		life: Life;
		isClone: boolean;
		chat: ChatScript;
		shutdownDate: string | null;
		/** What `/fine_tuning/model_limits` says; null for 404. */
		limits: object | null;
		/** Models that are listed. */
		models: string[];
	};
	connection(name?: ProviderName): {client: OpenAI; provider: Provider};
};

export function createFaultProvider(): FaultProvider {
	const faults = new Map<string, Fault[]>();
	const provider: Omit<FaultProvider, 'fetch' | 'connection'> = {
		requests: [],
		bodies: [],
		files: new Map(),
		jobs: new Map(),
		fault: (route, ...list) =>
			faults.set(route, [...(faults.get(route) ?? []), ...list]),
		script: {
			life: life(),
			isClone: false,
			chat: {words: ['hey', ' you']},
			shutdownDate: null,
			limits: {data: [{model: 'gpt-4o-mini-2024-07-18'}]},
			models: ['gpt-4o-mini-2024-07-18', 'gpt-6-luna'],
		},
	};
	const app = routes(provider);
	const fetch: FaultProvider['fetch'] = async (input, init) => {
		const request = new Request(input, init);
		const route = routeOf(request);
		provider.requests.push(route);
		const fault = faults.get(route)?.shift();
		if (typeof fault === 'function') return fault();
		if (fault === 'network') throw networkError();
		if (fault === 'hang') return untilAborted(request.signal);
		const response = await app.fetch(request);
		if (fault === 'lost') throw networkError();
		return response;
	};
	return {
		...provider,
		fetch,
		connection: (name = 'openai') => ({
			client: new OpenAI({
				apiKey: 'sk-test',
				baseURL: 'http://provider.invalid/v1',
				fetch,
				maxRetries: 0,
				logLevel: 'off',
			}),
			provider: findProvider(name),
		}),
	};
}

const routeOf = ({method, url}: Request): string => {
	const path = new URL(url).pathname.replace('/v1', '');
	return `${method} ${path.replace(/\/(file-|ftjob-|models\/).*?(?=\/|$)/, (_, kind) => (kind === 'models/' ? '/models/:id' : '/:id'))}`;
};

const untilAborted = (signal: AbortSignal) =>
	new Promise<Response>((_, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason), {once: true});
	});

type State = Omit<FaultProvider, 'fetch' | 'connection'>;

function routes(state: State): Hono {
	const app = new Hono().basePath('/v1');
	const missing = refuse(404, {message: 'No such object.', code: 'not_found'});
	app.post('/files', async c => {
		const file = (await c.req.formData()).get('file') as File;
		const id = `file-${state.files.size + 1}`;
		const content = Buffer.from(await file.arrayBuffer()).toString();
		state.files.set(id, {id, filename: file.name, content, bytes: file.size});
		return c.json(toFile(state.files.get(id)));
	});
	app.get('/files', c =>
		c.json({
			object: 'list',
			data: [...state.files.values()].map(toFile),
			has_more: false,
		}),
	);
	app.delete('/files/:id', c => {
		state.files.delete(c.req.param('id'));
		return c.json({id: c.req.param('id'), object: 'file', deleted: true});
	});
	app.post('/fine_tuning/jobs', async c => {
		const body = await c.req.json();
		state.bodies.push(body);
		const kept = {
			job: newJob(body, state.jobs.size, state.script.isClone),
			looks: 0,
			cancelled: false,
		};
		state.jobs.set(kept.job.id, kept);
		return c.json(kept.job);
	});
	app.get('/fine_tuning/jobs', c => {
		const wanted = state.script.isClone
			? undefined
			: c.req.query('metadata[job]');
		const data = [...state.jobs.values()]
			.map(kept => shown(kept, state.script.life))
			.filter(({metadata}) => wanted === undefined || metadata?.job === wanted);
		return c.json({object: 'list', data, has_more: false});
	});
	app.get('/fine_tuning/jobs/:id', c => {
		const kept = state.jobs.get(c.req.param('id'));
		return kept ? c.json(look(kept, state.script.life)) : missing();
	});
	app.post('/fine_tuning/jobs/:id/cancel', c => {
		const kept = state.jobs.get(c.req.param('id'));
		if (!kept) return missing();
		if (isEnded(kept, state.script.life))
			return refuse(400, {message: 'Job has already completed.', code: null})();
		kept.cancelled = true;
		return c.json({...kept.job, status: 'cancelled'});
	});
	for (const [way, paused] of [
		['pause', true],
		['resume', false],
	] as const)
		app.post(`/fine_tuning/jobs/:id/${way}`, c => {
			const kept = state.jobs.get(c.req.param('id'));
			if (!kept) return missing();
			kept.paused = paused;
			return c.json({...kept.job, status: paused ? 'paused' : 'running'});
		});
	app.get('/fine_tuning/model_limits', c =>
		state.script.limits ? c.json(state.script.limits) : missing(),
	);
	app.get('/fine_tuning/jobs/:id/events', c => {
		const kept = state.jobs.get(c.req.param('id'));
		return kept
			? c.json(page(eventsOf(kept, state.script.life).reverse(), c.req.query()))
			: missing();
	});
	app.get('/fine_tuning/jobs/:id/checkpoints', c => {
		const kept = state.jobs.get(c.req.param('id'));
		if (!kept) return missing();
		const data = checkpointsOf(kept, state.script.life);
		return c.json({object: 'list', data, has_more: false});
	});
	app.get('/models', c =>
		c.json({
			object: 'list',
			data: state.script.models.map(id => ({
				id,
				object: 'model',
				created: 1,
				owned_by: 'test',
				shutdown_date: state.script.shutdownDate,
			})),
		}),
	);
	app.delete('/models/:id', c => {
		const id = c.req.param('id');
		state.script.models = state.script.models.filter(model => model !== id);
		return c.json({id, object: 'model', deleted: true});
	});
	app.get('/models/:id', c =>
		c.json({
			id: c.req.param('id'),
			object: 'model',
			created: 1,
			owned_by: 'test',
			shutdown_date: state.script.shutdownDate,
		}),
	);
	app.post('/chat/completions', async c => {
		state.bodies.push(await c.req.json());
		return chatStream(state.script.chat, c.req.raw.signal);
	});
	return app;
}

const toFile = (file: KeptFile | undefined) => ({
	id: file?.id,
	object: 'file',
	bytes: file?.bytes,
	created_at: 1,
	filename: file?.filename,
	purpose: 'fine-tune',
	status: 'processed',
});
