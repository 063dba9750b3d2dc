import {type Context, Hono} from 'hono';
import type {OpenAI} from 'openai';
import {readBody} from '../checks.ts';
import {refuse} from '../errors.ts';
import type {Files} from '../files.ts';
import {isEnd} from '../jobs/record.ts';
import type {Jobs} from '../jobs.ts';
import {pageOf} from '../paging.ts';
import {readJobRequest} from './job-request.ts';

/** OpenAI shows the last three. */
const mostCheckpoints = 3;

/**
`/v1/fine_tuning/jobs`.
@param minutes time budget of a training that names none; null for automatic
*/
export function jobRoutes(
	jobs: Jobs,
	files: Files,
	minutes: number | null,
): Hono {
	const find = async (c: Context) =>
		(await jobs.get(c.req.param('id') ?? '')) ?? noSuchJob(c);
	return new Hono()
		.post('/', async c => {
			const request = await readJobRequest(await readBody(c), files);
			return c.json(
				await jobs.create({...request, minutes: request.minutes ?? minutes}),
			);
		})
		.get('/', async c => {
			const wanted = metadataFilter(c.req.query());
			const all = (await jobs.list()).filter(job => matches(job, wanted));
			return c.json({object: 'list', ...pageOf(all, c.req.query(), 20)});
		})
		.get('/:id', async c => c.json(await find(c)))
		.post('/:id/cancel', async c => {
			const {id, status} = await find(c);
			refuseEnded(id, status, 'cancelled');
			return c.json((await jobs.cancel(id)) ?? noSuchJob(c));
		})
		.post('/:id/pause', async c => {
			const {id, status} = await find(c);
			refuseEnded(id, status, 'paused');
			return c.json((await jobs.pause(id)) ?? noSuchJob(c));
		})
		.post('/:id/resume', async c => {
			const {id, status} = await find(c);
			refuseEnded(id, status, 'resumed');
			return c.json((await jobs.unpause(id)) ?? noSuchJob(c));
		})
		.get('/:id/events', async c => {
			const {id} = await find(c);
			const newestFirst = (await jobs.events(id)).reverse();
			return c.json({
				object: 'list',
				...pageOf(newestFirst, c.req.query(), 20),
			});
		})
		.get('/:id/checkpoints', async c => {
			const {id} = await find(c);
			const newest = (await jobs.checkpoints(id)).slice(-mostCheckpoints);
			const page = pageOf(newest.reverse(), c.req.query(), 10);
			return c.json({
				object: 'list',
				...page,
				first_id: page.data[0]?.id ?? null,
				last_id: page.data.at(-1)?.id ?? null,
			});
		});
}

function refuseEnded(
	id: string,
	status: OpenAI.FineTuning.FineTuningJob['status'],
	what: string,
): void {
	if (isEnd({status}))
		refuse(
			400,
			'job_ended',
			`The job "${id}" has ended already (${status}), so it cannot be ${what}.`,
		);
}

const noSuchJob = (c: Context): never =>
	refuse(
		404,
		'fine_tune_not_found',
		`There is no fine-tuning job "${c.req.param('id')}" here. GET /v1/fine_tuning/jobs lists those that are.`,
		'fine_tuning_job_id',
	);

/** `metadata[key]=value`, any number of them; `metadata=null` asks for jobs without any. */
function metadataFilter(
	query: Record<string, string>,
): [string, string][] | null {
	if (query.metadata === 'null') return null;
	return Object.entries(query).flatMap(([key, value]) => {
		const name = /^metadata\[(.+)\]$/.exec(key)?.[1];
		return name ? [[name, value] as [string, string]] : [];
	});
}

function matches(
	{metadata}: OpenAI.FineTuning.FineTuningJob,
	wanted: [string, string][] | null,
): boolean {
	const has = metadata ?? {};
	return wanted === null
		? Object.keys(has).length === 0
		: wanted.every(([key, value]) => has[key] === value);
}
