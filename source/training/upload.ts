import {readFile} from 'node:fs/promises';
import {setImmediate} from 'node:timers/promises';
import type {OpenAI} from 'openai';
import {onlyMessages} from '../dataset/jsonl.ts';
import {readJsonl} from '../dataset/parse.ts';
import {isPassing} from '../provider/errors.ts';
import type {Provider} from '../provider/types.ts';
import {tellingSent} from '../provider/uploads.ts';
import {log} from '../store/log.ts';
import type {Job} from '../store/types.ts';
import type {TrainingEvent} from './events.ts';
import {uploadsOf} from './leftover.ts';
import {patiently, type Run, TrainingFailure, update} from './run-state.ts';

const kinds = ['training', 'validation'] as const;

/** How often a request is tried before the job exists at the provider: nothing is lost by giving up. */
export const triesBefore = 4;

/** Ten minutes for a file, in milliseconds. */
const timeout = 600_000;

/** Sends what has not been sent yet; each file's id is saved before the next one goes. */
export async function* upload(run: Run): AsyncGenerator<TrainingEvent, void> {
	if (run.job.phase !== 'prepared') return;
	yield {type: 'stage', stage: 'upload'};
	for (const kind of kinds) {
		const file = fileOf(run.job, kind);
		if (!file || run.job.uploaded[kind]) continue;
		const content = await readDataset(file);
		await checkDataset(content, kind);
		const sent = asSent(content, run.provider);
		const name = `${run.job.id}.${kind}.jsonl`;
		const id = yield* patiently(run, triesBefore, tell =>
			tellingSent(
				share => tell({type: 'sent', file: kind, share}),
				() => uploadOne(run, name, sent),
			),
		);
		yield* update(run, {uploaded: {...run.job.uploaded, [kind]: id}});
	}
	yield* update(run, {phase: 'uploaded'});
}

const fileOf = (job: Job, kind: (typeof kinds)[number]) =>
	kind === 'training' ? job.trainingFile : job.validationFile;

async function readDataset(file: string): Promise<Buffer> {
	try {
		return await readFile(file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		throw new TrainingFailure(
			`The data set of this training is gone (${file}): start a new training.`,
		);
	}
}

/** OpenAI's published checks, before anything leaves: a provider may take minutes to find a bad line, or never name it. Other work gets its turn in between. */
async function checkDataset(
	content: Buffer,
	kind: (typeof kinds)[number],
): Promise<void> {
	let count = 0;
	for (const read of readJsonl(content.toString())) {
		if (++count % 200 === 0) await setImmediate();
		if ('reason' in read)
			throw new TrainingFailure(
				`The ${kind} data cannot be sent, line ${read.line} is wrong: ${read.reason} Start a new training.`,
			);
	}
}

/** The embedded provider gets what is known of where the examples come from; whatever leaves the machine is `messages` alone. */
function asSent(content: Buffer, {name, quirks}: Provider): Buffer {
	if (name === 'local') return content;
	const mark = quirks.byteOrderMark ? '\uFEFF' : '';
	return Buffer.from(mark + onlyMessages(content.toString()));
}

/** A file that an interrupted try has brought there already is taken instead of a second copy. */
async function uploadOne(
	run: Run,
	name: string,
	bytes: Buffer,
): Promise<string> {
	const {client, signal} = run;
	const there = await findUploaded(run, name, bytes.length);
	if (there) return there;
	const {toFile} = await import('openai');
	// `toFile` sends a length, which a stream would not: some servers insist on one.
	const file = await toFile(bytes, name, {type: 'application/jsonl'});
	const options = {signal, timeout, maxRetries: 0};
	const answer = await client.files.create(
		{file, purpose: 'fine-tune'},
		options,
	);
	return idOf(answer, run);
}

async function findUploaded(
	{client, provider, signal}: Run,
	name: string,
	bytes: number,
): Promise<string | null> {
	try {
		const page = await client.files.list(
			{purpose: 'fine-tune', limit: 100},
			{signal, maxRetries: 0},
		);
		const found = page.data?.find(
			file =>
				file.filename === name &&
				file.bytes === bytes &&
				file.status !== 'error',
		);
		return found?.id ?? null;
	} catch (error) {
		// A server that keeps no list: the upload itself says whether anything is wrong.
		if (signal.aborted || isPassing(error, provider)) throw error;
		return null;
	}
}

/** @throws Error where a proxy or a login page has answered instead of the provider */
export function idOf(answer: unknown, {provider}: Run): string {
	const id = (answer as {id?: unknown} | null)?.id;
	if (typeof id === 'string' && id) return id;
	throw new Error(
		`${provider.label} answered with something else than was asked for: check the base URL, and whether a proxy or a login page is in between.`,
	);
}

/**
Deletes what was uploaded for a job that will not be.
@returns a sentence about what became of the files; empty where there are none
*/
export async function discardUploads(
	client: OpenAI,
	job: Job,
	label: string,
): Promise<string> {
	if (uploadsOf(job).length === 0) return '';
	return toldOf(await deleteUploads(client, job), label);
}

/** What became of uploaded files, in a sentence. @param left ids of those that could not be deleted */
export const toldOf = (left: readonly string[], label: string): string =>
	left.length === 0
		? `The files that were uploaded are deleted at ${label}.`
		: `Not everything that was uploaded could be deleted: remove ${left.join(' and ')} at ${label} by hand.`;

/**
Deletes what was uploaded for a job; what is gone already is fine.
@returns ids of files that could not be deleted; why is in the log
*/
export async function deleteUploads(
	client: OpenAI,
	job: Job,
): Promise<string[]> {
	const left: string[] = [];
	for (const id of uploadsOf(job)) {
		try {
			await client.files.delete(id, {maxRetries: 1});
		} catch (error) {
			if ((error as {status?: number}).status === 404) continue;
			log(`could not delete ${id}`, error);
			left.push(id);
		}
	}
	return left;
}
