import path from 'node:path';
import {Hono} from 'hono';
import {type Write, writeFile} from '../store/files.ts';
import {log} from '../store/log.ts';
import {type Elsewhere, nobodyElse} from './elsewhere.ts';
import type {Load} from './engine.ts';
import {answerError, refuse} from './errors.ts';
import {openFiles} from './files.ts';
import {openJobs} from './jobs.ts';
import {openModels} from './models.ts';
import {type ModelCalled, withNames} from './named-models.ts';
import {chatRoutes} from './routes/chat.ts';
import {fileRoutes} from './routes/files.ts';
import {jobRoutes} from './routes/jobs.ts';
import {modelRoutes} from './routes/models.ts';
import {moderationRoutes} from './routes/moderations.ts';
import {score} from './scorer/score.ts';
import {type Train, trainInThread} from './training-thread.ts';
import {openVoices} from './voice-thread.ts';

export type LocalOptions = {
	/** Where files, jobs and models are kept. */
	folder: string;
	load?: Load;
	train?: Train;
	write?: Write;
	/** Time budget of a training that names none; null for automatic. */
	minutes?: number | null;
	/** What its owner calls a model: who asks for that name gets the model. */
	modelCalled?: ModelCalled;
	/** Twins that answer here though their models are elsewhere. */
	elsewhere?: Elsewhere;
};

export type LocalApp = {
	app: Hono;
	/** Stops what is training, to go on in the next program, and writes what is to be written. */
	close(): Promise<void>;
};

/**
The OpenAI protocol, answered in this process: models, moderations, files, fine-tuning jobs and chat completions under `/v1`.
Jobs that an earlier program left unfinished go on.
*/
export function createLocalApp({
	folder,
	load,
	train = trainInThread,
	write = writeFile,
	minutes = null,
	modelCalled = async () => null,
	elsewhere = nobodyElse,
}: LocalOptions): LocalApp {
	const files = openFiles(path.join(folder, 'files'), write);
	const voices = openVoices();
	const models = withNames(
		openModels(path.join(folder, 'models'), write, load ?? voices.load),
		modelCalled,
	);
	const jobs = openJobs(path.join(folder, 'jobs'), {
		files,
		models,
		train,
		write,
	});
	const resumed = jobs
		.resume()
		.catch(error => log('Unfinished jobs could not be looked for.', error));
	const app = new Hono()
		.basePath('/v1')
		.route('/models', modelRoutes(models, elsewhere))
		.route('/moderations', moderationRoutes(score))
		.route('/files', fileRoutes(files))
		.route('/fine_tuning/jobs', jobRoutes(jobs, files, minutes))
		.route('/chat/completions', chatRoutes(models, elsewhere))
		.onError(answerError)
		.notFound(c =>
			refuse(
				404,
				'unknown_url',
				`The embedded provider does not know ${c.req.method} ${c.req.path}.`,
			),
		);
	return {
		app,
		async close() {
			await resumed;
			await jobs.close();
			await voices.close();
		},
	};
}
