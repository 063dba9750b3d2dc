import {randomBytes} from 'node:crypto';
import {checkJsonl} from '../dataset/parse.ts';
import {findProvider} from '../provider/providers.ts';
import {datasetFiles} from '../store/datasets.ts';
import {writeFile} from '../store/files.ts';
import type {Store} from '../store/store.ts';
import type {Twin} from '../store/types.ts';
import {hashOf, type NewJob} from '../training/prepare.ts';
import {exchangesOf} from './past/exchanges.ts';
import {styleOf} from './prompt/style.ts';

export type NewPrompted = Pick<
	NewJob,
	| 'name'
	| 'provider'
	| 'baseURL'
	| 'model'
	| 'training'
	| 'validation'
	| 'systemPrompt'
	| 'dataset'
	| 'me'
> & {shutdownDate: string | null};

/**
Makes a twin that needs no training: a chat model, the style card of the data set, and the data set itself, of which the
nearest exchanges go into each prompt. Nobody is asked for anything yet.
@throws the system's error, `ENOSPC` for a full disk among them; then there is no twin
*/
export async function makePrompted(
	{training, validation, dataset, shutdownDate, ...plan}: NewPrompted,
	store: Store,
): Promise<Twin> {
	const id = `twin-${randomBytes(6).toString('hex')}`;
	const files = datasetFiles(store.home, id);
	const exchanges = exchangesOf(checkJsonl(training).examples, false);
	await writeFile(files.training, training);
	if (validation?.trim()) await writeFile(files.validation, validation);
	const twin: Twin = {
		...plan,
		id,
		made: 'prompted',
		sampling: findProvider(plan.provider).quirks.sampling,
		dataset: {...dataset, hash: hashOf(training, validation)},
		past: id,
		retrieval: true,
		style: styleOf(exchanges, plan.me),
		shutdownDate,
		createdAt: new Date().toISOString(),
	};
	await store.twins.save(twin);
	return twin;
}
