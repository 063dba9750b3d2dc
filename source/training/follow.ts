import type {OpenAI} from 'openai';
import {readTrouble} from '../provider/trouble.ts';
import type {TrainingEvent} from './events.ts';
import {explainFailure} from './failure.ts';
import {
	patiently,
	pause,
	type Run,
	TrainingFailure,
	update,
} from './run-state.ts';
import {ended, nothingTold, type Told, tell, triesOf} from './tell.ts';
import {saveTwin} from './twin.ts';
import {discardUploads} from './upload.ts';

type RemoteJob = OpenAI.FineTuning.FineTuningJob;

/**
Watches a created job to its end.
@returns false where the embedded provider does not know the job any more, so that it has to begin again
@throws TrainingFailure when it ends without a twin
*/
export async function* follow(
	run: Run,
): AsyncGenerator<TrainingEvent, boolean> {
	const told = nothingTold();
	for (let quiet = 0; ; quiet++) {
		const remote = yield* retrieve(run);
		if (!remote) return false;
		const isNews = yield* tell(run, remote, told);
		if (ended.includes(remote.status)) {
			yield* finish(run, remote, told);
			return true;
		}
		if (isNews) quiet = 0;
		await pause(run, quiet);
	}
}

async function* retrieve(
	run: Run,
): AsyncGenerator<TrainingEvent, RemoteJob | null> {
	const {client, job, provider, signal} = run;
	try {
		return yield* patiently(run, triesOf(run), () =>
			client.fineTuning.jobs.retrieve(job.remoteId ?? '', {
				signal,
				maxRetries: 0,
			}),
		);
	} catch (error) {
		if (readTrouble(error, provider).status !== 404) throw error;
		if (provider.name === 'local') return null;
		throw new TrainingFailure(
			`${provider.label} does not know this training any more (${job.remoteId}): start a new one.`,
		);
	}
}

async function* finish(
	run: Run,
	remote: RemoteJob,
	told: Told,
): AsyncGenerator<TrainingEvent, void> {
	if (remote.status === 'cancelled') {
		await discardUploads(run.client, run.job, run.provider.label);
		yield* update(run, {phase: 'cancelled'});
		yield {type: 'cancelled'};
		return;
	}
	if (remote.status === 'failed') {
		const failure = explainFailure(
			remote.error,
			told.lastError,
			run.provider,
			told.failedChecks,
		);
		throw new TrainingFailure(failure);
	}
	yield {type: 'stage', stage: 'finish'};
	if (remote.trained_tokens)
		yield {type: 'trained', tokens: remote.trained_tokens};
	yield* saveTwin(run, remote);
}
