import {checkJsonl} from '../dataset/parse.ts';
import {datasetFiles} from '../store/datasets.ts';
import {readIfThere} from '../store/files.ts';
import type {Home} from '../store/home.ts';
import type {Twin} from '../store/types.ts';
import {type Exchange, exchangesOf} from './past/exchanges.ts';
import {type Finder, indexExchanges} from './past/nearest.ts';

export type {Exchange} from './past/exchanges.ts';
export {exchangeKey} from './past/exchanges.ts';

/** What a twin was made of: every exchange, in the order of the data set, held-out ones behind, and a way to find the nearest. */
export type Past = Finder & {
	exchanges: readonly Exchange[];
	/** Seconds between the owner's messages within a burst. */
	pauses: readonly number[];
};

/**
Opens the data set that a twin was made of, as it is kept in the home.
@returns null where none is kept (a twin that was made elsewhere), or it was deleted
@throws the system's error where it cannot be read
*/
export async function openPast(
	{past}: Pick<Twin, 'past'>,
	home: Home,
): Promise<Past | null> {
	if (past === null) return null;
	const files = datasetFiles(home, past);
	const [training, validation] = await Promise.all([
		readIfThere(files.training),
		readIfThere(files.validation),
	]);
	if (training === null) return null;
	const {examples} = checkJsonl(training);
	const exchanges = [
		...exchangesOf(examples, false),
		...exchangesOf(checkJsonl(validation ?? '').examples, true),
	];
	const pauses = examples.flatMap(({source}) => source?.pauses ?? []);
	return {exchanges, pauses, ...(await indexExchanges(exchanges))};
}
