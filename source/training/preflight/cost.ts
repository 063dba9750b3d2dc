import {formatCount} from '../../format.ts';
import {
	knownModel,
	pricePerReply,
	trainingPriceAt,
} from '../../provider/catalogue.ts';
import {leaves, type Target} from '../target.ts';
import {type Check, check, type Load} from './types.ts';

/** US dollars of a training; null where it is not known, and where nothing is trained. */
export function priceOf(
	{provider, model, way}: Target,
	{tokens, epochs}: Load,
) {
	if (way === 'prompted' || tokens === null) return null;
	const price = trainingPriceAt(provider, model);
	return price === null ? null : (tokens * epochs * price) / 1_000_000;
}

export function checkPrice(
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

/** How long a training takes; null for the embedded engine, which takes what it is given (see `timeHere`). */
export function checkTime(
	{provider, way}: Target,
	{tokens, epochs}: Load,
): Check | null {
	if (way === 'prompted')
		return check('time', 'good', 'Made in seconds: nothing is trained.');
	if (provider === 'local') return null;
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
		`Roughly ${minutes < 100 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`} plus the queue; the laptop may close.`,
	);
}

/** What the published checks say of the examples; null where they were not made. */
export function checkFormat({examples, problem}: Load): Check | null {
	if (problem === undefined) return null;
	return problem === null
		? check(
				'format',
				'good',
				`All ${formatCount(examples)} examples pass the published checks.`,
			)
		: check('format', 'bad', problem);
}
