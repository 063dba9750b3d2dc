import path from 'node:path';
import type {OpenAI} from 'openai';
import type {Write} from '../store/files.ts';
import {openRecords} from '../store/records.ts';
import {newId, newLowerCaseId} from './ids.ts';
import {openHalt} from './jobs/halt.ts';
import {
	type Checkpoint,
	type JobEvent,
	type JobLog,
	openJobLog,
} from './jobs/log.ts';
import {isEnd, type KeptJob, stageOf, toJob} from './jobs/record.ts';
import type {Run} from './jobs/run.ts';
import {openTrainer} from './jobs/trainer.ts';
import {baseModel} from './models.ts';

type FineTuningJob = OpenAI.FineTuning.FineTuningJob;

export type JobRequest = Omit<KeptJob, 'id' | 'createdAt' | 'modelName'> & {
	suffix: string;
};

/** The jobs of the embedded provider. Every one of them survives a kill of the program at any moment. */
export type Jobs = {
	create(request: JobRequest): Promise<FineTuningJob>;
	/** A job that no program trains any more is taken over by asking for it. */
	get(id: string): Promise<FineTuningJob | null>;
	/** Newest first. */
	list(): Promise<FineTuningJob[]>;
	/** The job as it is then: cancelled, or as it ended before. */
	cancel(id: string): Promise<FineTuningJob | null>;
	/** Stops the training until `unpause`, through any number of programs; nothing where it has ended. */
	pause(id: string): Promise<FineTuningJob | null>;
	unpause(id: string): Promise<FineTuningJob | null>;
	/** Oldest first. */
	events(id: string): Promise<JobEvent[]>;
	/** Oldest first. */
	checkpoints(id: string): Promise<Checkpoint[]>;
	/** Takes over what other programs left unfinished. */
	resume(): Promise<void>;
	/** Stops the training of this program; its jobs go on in the next one that asks. */
	close(): Promise<void>;
};

export function openJobs(
	folder: string,
	{write, ...tools}: Pick<Run, 'files' | 'models' | 'train'> & {write: Write},
): Jobs {
	const records = openRecords<KeptJob>(folder);
	const logs = new Map<string, JobLog>();
	const folderOf = (id: string) => path.join(folder, id);
	const logOf = (id: string) => {
		const log = logs.get(id) ?? openJobLog(folderOf(id));
		logs.set(id, log);
		return log;
	};
	const haltOf = (id: string) => openHalt(folderOf(id), write);
	const trainer = openTrainer(tools, folderOf, logOf, haltOf);
	const find = async (id: string) =>
		/^ftjob-\w{1,60}$/.test(id) ? await records.get(id) : null;
	const isUnfinished = async (kept: KeptJob) =>
		!isEnd(stageOf(await logOf(kept.id).stages(), kept));
	const show = async (kept: KeptJob) =>
		toJob(
			kept,
			await logOf(kept.id).stages(),
			trainer.estimatedFinish(kept.id),
			await haltOf(kept.id).isPaused(),
		);

	return {
		async create({suffix, ...request}) {
			const kept: KeptJob = {
				...request,
				id: newId('ftjob-'),
				createdAt: new Date().toISOString(),
				modelName: `ft:${baseModel}:local:${toSlug(suffix)}:${newLowerCaseId(8)}`,
			};
			await records.save(kept);
			trainer.begin(kept);
			return show(kept);
		},
		async get(id) {
			const kept = await find(id);
			if (!kept) return null;
			if (await isUnfinished(kept)) trainer.begin(kept);
			return show(kept);
		},
		list: async () => Promise.all((await records.list()).map(show)),
		async cancel(id) {
			const kept = await find(id);
			if (!kept) return null;
			const log = logOf(id);
			if (await isUnfinished(kept)) {
				await log.enter({status: 'cancelled'});
				log.say('warn', 'Fine tuning process stopping due to job cancellation');
				await log.flush();
			}
			await trainer.stop(id);
			await haltOf(id).save(null);
			return show(kept);
		},
		async pause(id) {
			const kept = await find(id);
			if (!kept) return null;
			if ((await isUnfinished(kept)) && !(await haltOf(id).isPaused())) {
				await haltOf(id).pause();
				logOf(id).note('Fine-tuning job paused');
				await logOf(id).flush();
				await trainer.stop(id);
			}
			return show(kept);
		},
		async unpause(id) {
			const kept = await find(id);
			if (!kept) return null;
			if (await haltOf(id).isPaused()) {
				await haltOf(id).resume();
				logOf(id).note('Fine-tuning job resumed');
			}
			if (await isUnfinished(kept)) trainer.begin(kept);
			return show(kept);
		},
		events: async id => ((await find(id)) ? logOf(id).events() : []),
		checkpoints: async id => ((await find(id)) ? logOf(id).checkpoints() : []),
		async resume() {
			for (const kept of await records.list())
				if (await isUnfinished(kept)) trainer.begin(kept);
		},
		close: trainer.close,
	};
}

/** Only what is safe in a file name and a URL: accents go, and whatever else is no letter or digit becomes a hyphen. */
const toSlug = (suffix: string): string =>
	suffix
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-|-$/g, '');
