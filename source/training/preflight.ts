import {statfs} from 'node:fs/promises';
import path from 'node:path';
import {
	daysBetween,
	knownModel,
	pricePerReply,
	trainingPriceAt,
} from '../provider/catalogue.ts';
import type {Connection} from '../provider/client.ts';
import {explain} from '../provider/errors.ts';
import {readTrouble} from '../provider/trouble.ts';
import {ensureFolder} from '../store/files.ts';
import type {Store} from '../store/store.ts';
import {leaves, type Target} from './target.ts';

/** Something that was looked at before anything is sent: a sentence, and whether it stands in the way. */
export type Check = {
	name: 'allowed' | 'model' | 'price' | 'time' | 'space' | 'format';
	level: 'good' | 'warning' | 'bad' | 'unknown';
	text: string;
};

export type Preflight = {
	checks: Check[];
	/** 'YYYY-MM-DD' on which the model stops to answer; null where nobody says. */
	shutdownDate: string | null;
	/** US dollars of the training; null where it is not known. */
	price: number | null;
};

/** How large what is to be trained on is. */
export type Load = {
	examples: number;
	bytes: number;
	/** What is billed for one epoch; null where it was not counted. */
	tokens: number | null;
	epochs: number;
	/** What is wrong with the lines, in a sentence; null for nothing. */
	problem: string | null;
};

export type PreflightOptions = {
	target: Target;
	load: Load;
	/** Null for the embedded provider, of which nothing needs to be asked. */
	connection: Pick<Connection, 'client' | 'provider'> | null;
	store: Store;
	/** 'YYYY-MM-DD'. */
	today: string;
};

/** Looks at everything that can be known before a file is sent or a cent spent. Never throws. */
export async function preflight(
	options: PreflightOptions,
	signal: AbortSignal,
): Promise<Preflight> {
	const {target, load, store} = options;
	const [allowed, model, space] = await Promise.all([
		checkAllowed(options, signal),
		checkModel(options, signal),
		checkSpace(store.home.data, load.bytes),
	]);
	const price = priceOf(target, load);
	const checks = [
		allowed,
		model.check,
		checkPrice(target, load, price),
		checkTime(target, load),
		checkFormat(load),
		space,
	].filter(check => check !== null);
	return {checks, shutdownDate: model.shutdownDate, price};
}

const check = (
	name: Check['name'],
	level: Check['level'],
	text: string,
): Check => ({name, level, text});

/** Whether the organisation may train: what it was told last, and, where the provider has such a thing, its limits. */
async function checkAllowed(
	{target, connection, store}: PreflightOptions,
	signal: AbortSignal,
): Promise<Check | null> {
	if (target.way === 'prompted' || target.provider === 'local' || !connection)
		return null;
	const {client, provider} = connection;
	const refused = (await store.jobs.list()).find(
		({provider, cause}) =>
			provider === target.provider && cause === 'not-allowed',
	);
	if (refused)
		return check(
			'allowed',
			'bad',
			`${provider.label} refused to train for this organisation on ${refused.createdAt.slice(0, 10)}; that does not depend on model or key.`,
		);
	if (!provider.quirks.limits)
		return check(
			'allowed',
			'unknown',
			`${provider.label} says only when it is asked to train.`,
		);
	try {
		// Neither the package nor the specification knows it, so nothing depends on its form (reference: openai-api.md, section 1.2).
		const answer: unknown = await client.get('/fine_tuning/model_limits', {
			signal,
			maxRetries: 0,
			timeout: 15_000,
		});
		return isEmpty(answer)
			? check(
					'allowed',
					'warning',
					`${provider.label} lists no model that this organisation may train: it will most likely refuse. Another provider, the embedded one or a prompted twin work.`,
				)
			: check(
					'allowed',
					'good',
					`${provider.label} lists models that this organisation may train; it decides when it is asked.`,
				);
	} catch (error) {
		const {status} = readTrouble(error, provider);
		return status !== null && status >= 400 && status < 500 && status !== 429
			? check(
					'allowed',
					'warning',
					status === 401
						? explain(error, provider)
						: `${provider.label} does not say that this organisation may train (${status}): it may refuse after the upload, which is then deleted again.`,
				)
			: check(
					'allowed',
					'unknown',
					`Whether this organisation may train could not be asked: ${explain(error, provider)}`,
				);
	}
}

function isEmpty(answer: unknown): boolean {
	if (typeof answer !== 'object' || answer === null) return !answer;
	const {data} = answer as {data?: unknown};
	const list = Array.isArray(data) ? data : Object.values(answer);
	return list.length === 0;
}

/** Until when the model can be trained and answers: as the provider says, else by the table. */
async function checkModel(
	{target, connection, today}: PreflightOptions,
	signal: AbortSignal,
): Promise<{check: Check | null; shutdownDate: string | null}> {
	if (target.provider === 'local') return {check: null, shutdownDate: null};
	const known = knownModel(target.provider, target.model);
	const told = connection && (await askModel(connection, target.model, signal));
	const shutdownDate = told?.shutdownDate ?? known?.shutdown ?? null;
	const source = told?.shutdownDate ? '' : ' (as of this program’s table)';
	if (told?.problem)
		return {check: check('model', 'bad', told.problem), shutdownDate};
	if (
		target.way === 'fine-tuned' &&
		known?.trainsUntil &&
		known.trainsUntil <= today
	)
		return {
			check: check(
				'model',
				'bad',
				`${target.model} cannot be trained any more, since ${known.trainsUntil}: choose another model or provider.`,
			),
			shutdownDate,
		};
	if (shutdownDate === null)
		return {
			check: check(
				'model',
				'unknown',
				`Nobody says how long ${target.model} will answer.`,
			),
			shutdownDate,
		};
	const days = daysBetween(today, shutdownDate);
	if (days <= 0)
		return {
			check: check(
				'model',
				'bad',
				`${target.model} was shut down on ${shutdownDate}${source}: choose another model.`,
			),
			shutdownDate,
		};
	return {
		check: check(
			'model',
			days <= 90 ? 'warning' : 'good',
			`The twin stops to answer on ${shutdownDate}, in ${days} ${days === 1 ? 'day' : 'days'}${source}.`,
		),
		shutdownDate,
	};
}

/** What a provider says of a model; null where it does not answer such a question. */
async function askModel(
	{client, provider}: Pick<Connection, 'client' | 'provider'>,
	model: string,
	signal: AbortSignal,
): Promise<{shutdownDate: string | null; problem: string | null} | null> {
	try {
		const {shutdown_date} = await client.models.retrieve(model, {
			signal,
			maxRetries: 0,
			timeout: 15_000,
		});
		return {shutdownDate: shutdown_date ?? null, problem: null};
	} catch (error) {
		const {status, code} = readTrouble(error, provider);
		const isTold =
			status === 401 ||
			(status === 404 &&
				code === 'model_not_found' &&
				provider.name === 'openai');
		return isTold
			? {shutdownDate: null, problem: explain(error, provider)}
			: null;
	}
}

function priceOf({provider, model, way}: Target, {tokens, epochs}: Load) {
	if (way === 'prompted' || tokens === null) return null;
	const price = trainingPriceAt(provider, model);
	return price === null ? null : (tokens * epochs * price) / 1_000_000;
}

function checkPrice(
	{provider, model, way, baseURL}: Target,
	{tokens, epochs}: Load,
	price: number | null,
): Check {
	if (!leaves({provider, baseURL}))
		return check('price', 'good', 'Nothing but electricity.');
	if (way === 'prompted') {
		const known = knownModel(provider, model);
		const each = known && pricePerReply(known);
		return each === null
			? check(
					'price',
					'unknown',
					'No training to pay; what a reply costs is not known here.',
				)
			: check(
					'price',
					'good',
					`No training to pay; a reply costs about $${each.toFixed(4)}.`,
				);
	}
	if (price === null)
		return check(
			'price',
			'unknown',
			`What ${model} costs there is not known here: look it up before you agree.`,
		);
	const billed = Math.round(((tokens ?? 0) * epochs) / 1000);
	return check(
		'price',
		'good',
		`About ${dollars(price)}: ${billed.toLocaleString('en')} thousand tokens (${epochs} epochs under auto) at $${trainingPriceAt(provider, model)} a million.`,
	);
}

/** '$6.50'; very little is said to be so. */
export const dollars = (amount: number): string =>
	amount > 0 && amount < 0.01 ? 'less than $0.01' : `$${amount.toFixed(2)}`;

/** Billed tokens an hour in the published experiment: 4,161,888 in about two hours. */
const tokensPerHour = 2_000_000;

function checkTime({provider, way}: Target, {tokens, epochs}: Load): Check {
	if (way === 'prompted')
		return check('time', 'good', 'Made in seconds: nothing is trained.');
	if (provider === 'local')
		return check(
			'time',
			'good',
			'A minute or a few on this machine; you can leave and come back.',
		);
	if (tokens === null)
		return check(
			'time',
			'unknown',
			'How long it takes is not known beforehand.',
		);
	const minutes = Math.max(
		10,
		Math.round((tokens * epochs * 60) / tokensPerHour),
	);
	return check(
		'time',
		'unknown',
		`Roughly ${minutes < 100 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`}, and the queue before it; you can close the laptop meanwhile.`,
	);
}

function checkFormat({examples, problem}: Load): Check {
	return problem === null
		? check(
				'format',
				'good',
				`All ${examples.toLocaleString('en')} examples pass the published checks.`,
			)
		: check('format', 'bad', problem);
}

/** Data set, model and checkpoints are written here: this many times the data set has to be free. */
const spaceNeeded = 6;
const leastSpace = 50_000_000;

async function checkSpace(folder: string, bytes: number): Promise<Check> {
	const needed = Math.max(bytes * spaceNeeded, leastSpace);
	const free = await freeSpace(folder);
	if (free === null)
		return check(
			'space',
			'unknown',
			'How much room the disk has could not be found out.',
		);
	const megabytes = (size: number) =>
		`${Math.round(size / 1_000_000).toLocaleString('en')} MB`;
	return free >= needed
		? check('space', 'good', `${megabytes(free)} are free on the disk.`)
		: check(
				'space',
				'bad',
				`Only ${megabytes(free)} are free on the disk, and ${megabytes(needed)} may be needed: free some space first.`,
			);
}

async function freeSpace(folder: string): Promise<number | null> {
	try {
		await ensureFolder(folder);
		const {bavail, bsize} = await statfs(path.resolve(folder));
		return bavail * bsize;
	} catch {
		return null;
	}
}
