import {plural} from '../format.ts';
import {knownModel} from '../provider/catalogue.ts';
import {type Connection, connect} from '../provider/client.ts';
import {explain} from '../provider/errors.ts';
import {findProvider} from '../provider/providers.ts';
import {leavesMachine} from '../provider/reach.ts';
import {findHome} from '../store/home.ts';
import {openStore, type Store} from '../store/store.ts';
import type {Job, Twin} from '../store/types.ts';
import {leftoverOf} from '../training/leftover.ts';
import {type NewJob, prepareJob} from '../training/prepare.ts';
import {runJob} from '../training/run.ts';
import {findSame} from '../training/unfinished.ts';
import {recalledCount} from '../twin/recall.ts';
import {accessFor} from './access.ts';
import {exit, type Io} from './io.ts';
import {safeJson} from './safe-text.ts';
import type {TrainOptions} from './train-options.ts';
import {planTraining, readTrainData} from './train-plan.ts';
import {trainReport} from './train-report.ts';

/**
`twin-tui train DATA.jsonl`: trains a twin, or goes on with an unfinished training of the same file and options.
With `json`, events go to stdout as JSON lines, the last one `{"twin": {…}}` (design, section 6); else the twin's name.
@returns the exit code; what went wrong is one sentence on stderr
*/
export async function train(
	dataFile: string,
	options: TrainOptions,
	io: Io,
	signal: AbortSignal,
): Promise<number> {
	const store = openStore(findHome(io.environment));
	let connection: Connection | null = null;
	try {
		const prepared = await prepare(dataFile, options, io, store);
		connection = prepared.connection;
		const {job} = prepared;
		const {json} = options;
		return job === null
			? exit.success
			: await watch(job, {connection, store, io, json}, signal);
	} catch (error) {
		io.stderr.write(`${explain(error, findProvider(options.provider))}\n`);
		return exit.failure;
	} finally {
		await connection?.close();
	}
}

/**
The job, or null where a twin was made at once. Apart from the rest, so that the text of the data set is let go before
anything is trained.
*/
async function prepare(
	dataFile: string,
	options: TrainOptions,
	io: Io,
	store: Store,
): Promise<{connection: Connection; job: Job | null}> {
	// Before anything is asked of a provider: a bad line is found at once.
	const data = await readTrainData(dataFile, options);
	planTraining(data, options, findProvider(options.provider));
	const connection = await connect(options.provider, {
		home: store.home,
		baseURL: options.baseURL,
		environment: await accessFor(options.provider, io, store.home),
	});
	try {
		const plan = planTraining(data, options, connection.provider);
		if (!options.prompted)
			return {connection, job: await jobFor(plan, store, connection, io)};
		const {json} = options;
		await prompted(plan, dataFile, {connection, store, io, json});
		return {connection, job: null};
	} catch (error) {
		await connection.close();
		throw error;
	}
}

/** A twin that is made at once; its data set goes nowhere before somebody talks to it. */
async function prompted(
	plan: NewJob,
	dataFile: string,
	{connection: {provider}, store, io, json}: Watch,
): Promise<void> {
	const {makePrompted} = await import('../twin/prompted.ts');
	const known = knownModel(provider.name, plan.model);
	const shutdownDate = known?.shutdown ?? null;
	const twin = await makePrompted({...plan, shutdownDate}, store);
	if (leavesMachine(provider.name, provider.baseURL))
		io.stderr.write(
			`With each message to ${twin.name}, up to ${recalledCount} past exchanges, as they stand in ${dataFile}, go to ${provider.label}.\n`,
		);
	io.stdout.write(json ? `${safeJson({twin})}\n` : `${twin.name}\n`);
}

async function jobFor(
	plan: NewJob,
	store: Store,
	{provider}: Connection,
	io: Io,
): Promise<Job> {
	const begun = await findSame(plan, store);
	if (begun) {
		io.stderr.write('Going on with the training that was begun before.\n');
		return begun;
	}
	if (provider.baseURL)
		io.stderr.write(
			`${describeSending(plan, provider.label, provider.baseURL)}\n`,
		);
	return prepareJob(plan, store);
}

/** Naming a provider is the consent; this says what it means. */
function describeSending(plan: NewJob, label: string, baseURL: string): string {
	const bytes = Buffer.byteLength(plan.training + (plan.validation ?? ''));
	const size = `${Math.ceil(bytes / 1000)} kB`;
	const held = plan.validation ? ', with the held-out ones' : '';
	return `Sending ${plan.dataset.examples} examples${held} (${size}) to ${label} (${new URL(baseURL).host}), to train ${plan.model}.`;
}

type Watch = {connection: Connection; store: Store; io: Io; json: boolean};

async function watch(
	job: Job,
	{connection, store, io, json}: Watch,
	signal: AbortSignal,
): Promise<number> {
	const report = trainReport(io);
	const print = (value: object) => {
		if (json) io.stdout.write(`${safeJson(value)}\n`);
	};
	let twin: Twin | null = null;
	let problem: string | null = null;
	for await (const event of runJob(job, {connection, store}, signal)) {
		report(event);
		if (event.type !== 'twin') print(event);
		if (event.type === 'twin') twin = event.twin;
		if (event.type === 'failed') problem = event.reason;
		if (event.type === 'cancelled')
			problem = 'The training was cancelled at the provider.';
	}
	if (twin) {
		if (json) print({twin});
		else io.stdout.write(`${twin.name}\n`);
		io.stderr.write(await describeLeftover(job.id, connection, store));
		return exit.success;
	}
	if (problem === null) {
		io.stderr.write(`${describeLeaving(connection)}\n`);
		return exit.interrupted;
	}
	io.stderr.write(`${problem}\n`);
	return exit.failure;
}

/** What still lies at the provider, and how it is removed; empty where nothing does. */
async function describeLeftover(
	id: string,
	{provider}: Connection,
	store: Store,
): Promise<string> {
	const job = await store.jobs.get(id);
	const left = job ? leftoverOf(job) : [];
	if (left.length === 0) return '';
	return `${plural(left.length, 'uploaded file')} with your examples still ${left.length === 1 ? 'lies' : 'lie'} at ${provider.label} (${left.join(', ')}): to delete ${left.length === 1 ? 'it' : 'them'}, start twin-tui and press X.\n`;
}

const describeLeaving = ({provider}: Connection): string =>
	provider.name === 'local'
		? 'The training has stopped. The same command begins it again.'
		: `What has begun at ${provider.label} goes on there. The same command comes back to it.`;
