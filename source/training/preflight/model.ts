import {plural} from '../../format.ts';
import {daysBetween, knownModel} from '../../provider/catalogue.ts';
import type {Connection} from '../../provider/client.ts';
import {explain} from '../../provider/errors.ts';
import {readTrouble} from '../../provider/trouble.ts';
import {type Check, check, type PreflightOptions} from './types.ts';

/** Until when the model can be trained and answers: as the provider says, else by the table. */
export async function checkModel(
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
			`The twin stops to answer on ${shutdownDate}, in ${plural(days, 'day')}${source}.`,
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
