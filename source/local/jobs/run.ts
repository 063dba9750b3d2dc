import type {OpenAI} from 'openai';
import {fewestExamples} from '../../dataset/readiness.ts';
import {plural} from '../../format.ts';
import {log as writeToLog} from '../../store/log.ts';
import type {EngineEvent} from '../engine/types.ts';
import {explainDisk} from '../errors.ts';
import {checkExamples} from '../examples.ts';
import type {Files} from '../files.ts';
import {newId, nowInSeconds} from '../ids.ts';
import type {Models} from '../models.ts';
import type {Train, TrainingInput} from '../training-thread.ts';
import type {Halt} from './halt.ts';
import {type JobLog, type Metrics, toMetrics} from './log.ts';
import {type KeptJob, stageOf} from './record.ts';
import {toResults} from './results.ts';

/** What a run needs. An abort without a reason of its own means: go on another time, or the job was cancelled. */
export type Run = {
	kept: KeptJob;
	log: JobLog;
	files: Files;
	models: Pick<Models, 'get' | 'save' | 'remove'>;
	train: Train;
	/** What the training saved last is kept there, to go on from. */
	halt: Pick<Halt, 'readSaved' | 'save'>;
	/** Waits until no other job trains in this program, or until the abort. */
	inTurn: (work: () => Promise<void>, signal: AbortSignal) => Promise<void>;
	onStep: (step: number, totalSteps: number) => void;
	signal: AbortSignal;
};

/** OpenAI keeps as many. */
const mostCheckpoints = 3;

/**
Takes a job from wherever it is to its end: validating_files → queued → running → succeeded or failed.
A job that was interrupted is trained again from its seed, the network from where it was saved last; what was said and kept before is not said and kept twice.
Never throws: a failure ends the job with a sentence.
*/
export async function runJob(run: Run): Promise<void> {
	const {kept, log, models, signal, inTurn} = run;
	try {
		await log.recall();
		log.say('info', `Created fine-tuning job: ${kept.id}`);
		if (!(await models.get(kept.modelName))) {
			const data = await readData(run);
			log.say('info', 'Files validated, moving job to queued state');
			await log.enter({status: 'queued'});
			await inTurn(() => trainModel(run, data), signal);
		}
		await finish(run);
	} catch (error) {
		if (!isStop(signal)) await fail(run, error);
	}
	await log.flush().catch(error => writeToLog('Job events got lost.', error));
}

const isStop = ({aborted, reason}: AbortSignal) =>
	aborted && (reason as Error)?.name === 'AbortError';

type Data = Pick<TrainingInput, 'training' | 'validation'>;

async function readData({kept, log, files}: Run): Promise<Data> {
	const {trainingFile, validationFile} = kept;
	const and = validationFile ? ` and validation file: ${validationFile}` : '';
	log.say('info', `Validating training file: ${trainingFile}${and}`);
	const read = async (id: string, param: string, fewest: number) => {
		const refuse = (message: string): never => {
			throw new Error(`The job failed due to an invalid file. ${message}`, {
				cause: {code: `invalid_${param}`, param},
			});
		};
		const content = await files.content(id);
		if (!content) return refuse(`${id} was deleted before it was read.`);
		const {count, problem} = await checkExamples(content);
		if (problem !== null) return refuse(`${problem} (${id})`);
		if (count < fewest)
			return refuse(
				`${id} has ${plural(count, 'example')}; it needs at least ${fewest}.`,
			);
		return content;
	};
	return {
		training: await read(trainingFile, 'training_file', fewestExamples),
		validation: validationFile
			? await read(validationFile, 'validation_file', 1)
			: null,
	};
}

async function trainModel(run: Run, data: Data): Promise<void> {
	const {kept, log, models, train, signal, onStep} = run;
	const {hyperparameters, seed, modelName, minutes = null} = kept;
	const saved = await run.halt.readSaved();
	await log.enter({status: 'running'});
	log.say('info', 'Fine-tuning job started');
	let metrics: Metrics | undefined;
	for await (const event of train(
		{...data, hyperparameters, minutes, seed, saved},
		signal,
	)) {
		signal.throwIfAborted();
		if (event.type === 'message') log.say('info', event.message);
		else if (event.type === 'step') {
			metrics = toMetrics(event);
			log.step(event);
			onStep(event.step, event.totalSteps);
		} else if (event.type === 'checkpoint')
			await keepCheckpoint(run, event, metrics);
		else if (event.type === 'saved') await run.halt.save(event.state);
		else {
			const {tokens, model} = event;
			const job = kept.id;
			await models.save({id: modelName, job, trainedTokens: tokens}, model);
			await run.halt.save(null);
			return;
		}
	}
	signal.throwIfAborted();
	throw new Error('The training ended without a model.');
}

async function keepCheckpoint(
	{kept, log, models}: Run,
	{step, model}: Extract<EngineEvent, {type: 'checkpoint'}>,
	metrics: Metrics | undefined,
): Promise<void> {
	const before = await log.checkpoints();
	if (before.some(({step_number}) => step_number === step)) return;
	const name = `${kept.modelName}:ckpt-step-${step}`;
	await models.save({id: name, job: kept.id, trainedTokens: null}, model);
	const {total_steps: _, ...shown} = {total_steps: 0, ...metrics};
	await log.addCheckpoint({
		object: 'fine_tuning.job.checkpoint',
		id: newId('ftckpt_'),
		created_at: nowInSeconds(),
		fine_tuned_model_checkpoint: name,
		fine_tuning_job_id: kept.id,
		step_number: step,
		metrics: {...shown, step},
	} satisfies OpenAI.FineTuning.Jobs.FineTuningJobCheckpoint);
	log.say('info', `Checkpoint created at step ${step}`);
	const old = before.at(-mostCheckpoints);
	if (old) await models.remove(old.fine_tuned_model_checkpoint);
}

async function finish({kept, log, files, models}: Run): Promise<void> {
	const model = await models.get(kept.modelName);
	const {id} = await files.add({
		// The same name again where an earlier run was killed at this point.
		id: kept.id.replace('ftjob-', 'file-'),
		filename: 'step_metrics.csv',
		purpose: 'fine-tune-results',
		content: toResults(await log.events()),
	});
	log.say('info', `New fine-tuned model created: ${kept.modelName}`);
	log.say('info', 'The job has successfully completed');
	await log.flush();
	await log.enter({
		status: 'succeeded',
		resultFiles: [id],
		...(model?.trainedTokens && {trainedTokens: model.trainedTokens}),
	});
	const {status} = stageOf(await log.stages(), kept);
	// Cancelled by another program at the last moment.
	if (status === 'cancelled') await models.remove(kept.modelName);
}

async function fail({log, signal}: Run, thrown: unknown): Promise<void> {
	const error = signal.aborted ? signal.reason : thrown;
	const {cause, message} = error as Error;
	const known = (cause as {code?: string; param?: string} | undefined) ?? {};
	const disk = explainDisk(error);
	if (!known.code) writeToLog('A training failed.', error);
	const text =
		disk?.message ?? (known.code ? message : `The training failed: ${message}`);
	log.say('error', text);
	await log.enter({
		status: 'failed',
		error: {
			code: disk?.code ?? known.code ?? 'training_failed',
			message: text,
			param: known.param ?? null,
		},
	});
}
