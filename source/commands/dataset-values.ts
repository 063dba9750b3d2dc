import {UsageError} from './io.ts';

/** As parseArgs gives them. */
export type DatasetValues = {
	[flag: string]: string | boolean | (string | boolean)[] | undefined;
};

export const isOneOf = <Choice extends string>(
	value: unknown,
	choices: readonly Choice[],
): value is Choice => choices.some(choice => choice === value);

/** One of the choices; the first where the flag is not given. @throws UsageError */
export function oneOf<Choice extends string>(
	flag: string,
	value: unknown,
	choices: readonly Choice[],
): Choice {
	const chosen = value ?? choices[0];
	if (isOneOf(chosen, choices)) return chosen;
	throw new UsageError(
		`--${flag} takes ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}, and not "${value}".`,
	);
}

/** @param choices words that are taken too, for the sentence @throws UsageError */
export function numberOf(
	flag: string,
	value: unknown,
	otherwise: number,
	choices = '',
): number {
	if (value === undefined) return otherwise;
	if (typeof value === 'string' && /^\s*(\d+\.?\d*|\.\d+)\s*$/.test(value))
		return Number(value);
	throw new UsageError(
		`--${flag} takes ${choices}a number, and not "${value}".`,
	);
}
