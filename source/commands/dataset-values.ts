import {type PlaceholderKind, placeholderKinds} from '../chats/placeholders.ts';
import {defaults, isDate} from '../dataset/options.ts';
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

/** A day of the calendar; the usual one where the flag is not given. */
export function dateOf(value: unknown): string {
	if (value === undefined) return defaults.since;
	if (typeof value === 'string' && isDate(value)) return value;
	throw new UsageError(
		`--since takes a day such as 2021-03-01, and not "${value}".`,
	);
}

/** Kinds with commas between them; `all` for every kind. */
export function placeholdersOf(value: unknown): readonly PlaceholderKind[] {
	if (value === undefined) return defaults.keepPlaceholders;
	if (value === 'all') return placeholderKinds;
	const kinds = String(value)
		.split(',')
		.map(kind => kind.trim());
	const wrong = kinds.find(kind => !isOneOf(kind, placeholderKinds));
	if (wrong !== undefined)
		throw new UsageError(
			`--keep-placeholders takes ${placeholderKinds.join(',')} or all, and not "${wrong}".`,
		);
	return placeholderKinds.filter(kind => kinds.includes(kind));
}
