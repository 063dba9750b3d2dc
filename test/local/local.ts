import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import OpenAI, {toFile} from 'openai';
import {expect, onTestFinished} from 'vitest';
import type {LocalOptions} from '../../source/local/app.ts';
import {createLocalFetch} from '../../source/local/fetch.ts';
import {differencesFrom} from '../helpers/schema.ts';

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'twin-local-'));
	onTestFinished(() => rm(folder, {recursive: true, force: true}));
	return folder;
}

/** The embedded provider behind the SDK, as the program uses it; every JSON response is held against OpenAI's schema. */
export async function openLocal(options: Partial<LocalOptions> = {}) {
	const folder = options.folder ?? (await temporaryFolder());
	const local = createLocalFetch({folder, ...options});
	onTestFinished(() => local.close());
	const fetch = checked(local.fetch);
	const client = new OpenAI({
		apiKey: 'local',
		baseURL: 'http://twin.invalid/v1',
		fetch,
		maxRetries: 0,
	});
	return {client, folder, fetch, close: local.close};
}

/** The schema of each answer, by what was asked. */
const schemas: readonly [RegExp, string][] = [
	[/^GET \/v1\/models$/, 'ListModelsResponse'],
	[/^GET \/v1\/models\/[^/]+$/, 'Model'],
	[/^POST \/v1\/moderations$/, 'CreateModerationResponse'],
	[/^GET \/v1\/files$/, 'ListFilesResponse'],
	[/^(POST \/v1\/files|GET \/v1\/files\/[^/]+)$/, 'OpenAIFile'],
	[/^DELETE \/v1\/files\/[^/]+$/, 'DeleteFileResponse'],
	[/^GET \/v1\/fine_tuning\/jobs$/, 'ListPaginatedFineTuningJobsResponse'],
	[/^GET .*\/events$/, 'ListFineTuningJobEventsResponse'],
	[/^GET .*\/checkpoints$/, 'ListFineTuningJobCheckpointsResponse'],
	[/^(GET|POST) \/v1\/fine_tuning\/jobs(\/\w|$)/, 'FineTuningJob'],
	[/^POST \/v1\/chat\/completions$/, 'CreateChatCompletionResponse'],
];

const checked =
	(fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
	async (input, init) => {
		const response = await fetch(input, init);
		if (!response.headers.get('content-type')?.includes('application/json'))
			return response;
		const {pathname} = new URL(String(input));
		const asked = `${init?.method ?? 'GET'} ${pathname}`;
		const name = response.ok
			? schemas.find(([pattern]) => pattern.test(asked))?.[1]
			: 'ErrorResponse';
		// The published document has no schema for a deleted model.
		if (name)
			expect(
				differencesFrom(name, await response.clone().json()),
				`${asked} is no ${name}`,
			).toEqual([]);
		else expect(asked).toMatch(/^DELETE \/v1\/models\//);
		return response;
	};

/** So many examples of a chat that a voice can be learnt from. */
export const examples = (count: number): string =>
	Array.from({length: count}, (_, index) =>
		JSON.stringify({
			messages: [
				{role: 'user', content: `are you coming at ${index}?`},
				{role: 'assistant', content: `yep, ${index} it is\nsee you`},
			],
		}),
	).join('\n');

export async function upload(
	client: OpenAI,
	content: string,
	name = 'data.jsonl',
): Promise<string> {
	const file = await toFile(Buffer.from(content), name);
	return (await client.files.create({file, purpose: 'fine-tune'})).id;
}

export async function startJob(
	client: OpenAI,
	body: Partial<OpenAI.FineTuning.JobCreateParams> = {},
) {
	return client.fineTuning.jobs.create({
		model: 'twin-base',
		training_file: await upload(client, examples(12)),
		...body,
	});
}

/** Waits for the end of a job as a client does: by asking. */
export async function untilEnded(client: OpenAI, id: string) {
	for (;;) {
		const job = await client.fineTuning.jobs.retrieve(id);
		if (job.finished_at !== null) return job;
		await new Promise(resolve => setTimeout(resolve, 5));
	}
}

/** Messages of all events, oldest first. */
export async function messagesOf(client: OpenAI, id: string) {
	const messages: string[] = [];
	for await (const {message} of client.fineTuning.jobs.listEvents(id))
		messages.unshift(message);
	return messages;
}
