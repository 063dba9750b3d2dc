import {expect, test} from 'vitest';
import type {Train} from '../../source/local/training-thread.ts';
import {findProvider} from '../../source/provider/providers.ts';
import type {TrainingEvent} from '../../source/training/events.ts';
import {holdJob} from '../../source/training/pause.ts';
import {runJob} from '../../source/training/run.ts';
import {openLocal} from '../local/local.ts';
import {step} from '../local/trainings.ts';
import {collect, ofType, prepared, temporaryStore} from './home.ts';

/** Keeps a checkpoint, saves, and stands still, unless it goes on from what was saved. */
const halting: Train = async function* ({saved}, signal) {
	yield step(1, 2);
	if (!saved) {
		yield {type: 'checkpoint', step: 1, model: Uint8Array.of(1)};
		yield {type: 'saved', state: Uint8Array.of(1)};
		await new Promise((_, reject) => {
			signal.addEventListener('abort', () => reject(signal.reason));
		});
	}

	yield step(2, 2);
	yield {type: 'trained', tokens: 1, model: Uint8Array.of(9)};
};

const provider = findProvider('local');

const options = async (store: Awaited<ReturnType<typeof temporaryStore>>) => {
	const local = await openLocal({train: halting});
	const connection = {client: local.client, provider};
	return {local, connection, watching: {connection, store, pace: quick}};
};

const quick = {shortest: 5, longest: 5};

const isPaused = (event: TrainingEvent) =>
	event.type === 'paused' && event.paused;

test('a training held here says so, wherever it is looked at, and goes on', async () => {
	const store = await temporaryStore();
	const job = await prepared(store, {provider: 'local', model: 'twin-base'});
	const {local, connection, watching} = await options(store);
	const {signal} = new AbortController();
	const events: TrainingEvent[] = [];
	for await (const event of runJob(job, watching, signal)) {
		events.push(event);
		if (event.type === 'checkpoint') {
			const kept = await store.jobs.get(job.id);
			if (kept) await holdJob(kept, true, connection);
		}
		if (isPaused(event)) break;
	}
	// It stays in the stage that it was in.
	expect(ofType(events, 'stage').at(-1)?.stage).toBe('train');
	await local.close();

	// The next program: paused at once, the checkpoint at hand, and it goes on.
	const next = await openLocal({folder: local.folder, train: halting});
	const again = {
		...watching,
		connection: {client: next.client, provider},
	};
	const kept = await store.jobs.get(job.id);
	if (!kept) throw new Error('The job is gone.');
	const seen = await collect(
		runJob(kept, again, signal),
		({type}) => type === 'checkpoint',
	);
	expect(seen.filter(isPaused)).toHaveLength(1);
	expect(ofType(seen, 'stage')).not.toContainEqual(
		expect.objectContaining({stage: 'queue'}),
	);
	await holdJob(kept, false, again.connection);
	const rest = await collect(runJob(kept, again, signal));
	expect(rest.at(-1)).toMatchObject({
		type: 'twin',
		twin: {sampling: provider.quirks.sampling},
	});
});
