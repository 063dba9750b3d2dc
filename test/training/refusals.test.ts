import {rm} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import {createFaultProvider} from '../helpers/fault-provider.ts';
import {noQuota, refuse, trainingNotAvailable} from '../helpers/faults.ts';
import {failingLife, unsafeData} from '../helpers/lives.ts';
import {collect, prepared, run, temporaryStore} from './home.ts';

const world = async () => ({
	provider: createFaultProvider(),
	store: await temporaryStore(),
});

describe('refusals', () => {
	test('an organisation that may not train: sentence, uploads deleted, record closed', async () => {
		const {provider, store} = await world();
		provider.fault('POST /fine_tuning/jobs', trainingNotAvailable);
		const job = await prepared(store);
		const events = await collect(run(job, {provider, store}));
		expect(events.at(-1)).toMatchObject({
			type: 'failed',
			reason: expect.stringMatching(/no longer lets.*train.*deleted at OpenAI/),
		});
		expect(provider.files.size).toBe(0);
		expect(await store.jobs.get(job.id)).toMatchObject({
			phase: 'failed',
			uploaded: {training: null, validation: null},
		});
	});

	test('files that cannot be deleted are named', async () => {
		const {provider, store} = await world();
		provider.fault('POST /fine_tuning/jobs', trainingNotAvailable);
		provider.fault(
			'DELETE /files/:id',
			refuse(403, {message: 'No.', code: null}),
		);
		const events = await collect(run(await prepared(store), {provider, store}));
		expect(events.at(-1)).toMatchObject({
			reason: expect.stringContaining('remove file-1 at OpenAI by hand'),
		});
	});

	test.each([
		{
			name: 'content',
			life: failingLife(unsafeData, 'invalid_training_file'),
			says: /\(hate, violence\): lower the threshold.*again\. The files that were uploaded are deleted at OpenAI\. OpenAI said: The job/,
		},
		{
			name: 'content at Azure',
			life: failingLife(
				'The job failed due to an unsafe training file.',
				'unsafe_file',
			),
			says: /for its content: lower the threshold/,
		},
		{
			name: 'too few',
			life: failingLife(
				'The file must have at least 10 examples.',
				'invalid_training_file',
			),
			says: /more examples.*pick more chats/,
		},
		{
			name: 'money',
			life: failingLife(
				'Billing hard limit has been reached.',
				'exceeded_quota',
			),
			says: /no credit left.*billing settings/,
		},
		{
			name: 'nothing but {}',
			life: [{status: 'failed' as const, error: {}}],
			says: /without giving a reason/,
		},
		{
			name: 'the reason in an event only',
			life: [
				{
					status: 'failed' as const,
					error: null,
					events: [{level: 'error' as const, message: 'Out of memory'}],
				},
			],
			says: /failed: Out of memory/,
		},
	])('a job that fails for $name', async ({life, says}) => {
		const {provider, store} = await world();
		provider.script.life = life;
		const job = await prepared(store);
		const events = await collect(run(job, {provider, store}));
		expect(events.at(-1)).toMatchObject({
			type: 'failed',
			reason: expect.stringMatching(says),
		});
		const kept = await store.jobs.get(job.id);
		expect(kept?.phase).toBe('failed');
		expect(kept?.error).toMatch(says);
		expect(await store.twins.list()).toEqual([]);
	});

	test('no credit leaves the record so that it can be gone on with', async () => {
		const {provider, store} = await world();
		provider.fault('POST /fine_tuning/jobs', noQuota);
		const job = await prepared(store);
		const first = await collect(run(job, {provider, store}));
		expect(first.at(-1)).toMatchObject({
			type: 'failed',
			reason: expect.stringContaining('no credit left'),
		});
		const kept = await store.jobs.get(job.id);
		expect(kept?.phase).toBe('uploaded');
		const second = await collect(run(kept ?? job, {provider, store}));
		expect(second.at(-1)?.type).toBe('twin');
		expect(provider.files.size).toBe(2);
	});

	test('a data set that is gone ends the job', async () => {
		const {provider, store} = await world();
		const job = await prepared(store);
		await rm(job.trainingFile);
		const events = await collect(run(job, {provider, store}));
		expect(events.at(-1)).toMatchObject({
			type: 'failed',
			reason: expect.stringContaining('is gone'),
		});
		expect((await store.jobs.get(job.id))?.phase).toBe('failed');
	});
});
