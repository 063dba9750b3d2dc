import {type PlaceholderKind, placeholderKinds} from '../chats/placeholders.ts';
import {defaults, isDate, optionProblems} from '../dataset/options.ts';
import type {DatasetOptions} from '../dataset/types.ts';
import {providers} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import {UsageError} from './io.ts';

/** For `node:util`'s parseArgs (design, sections 5 and 6). */
export const datasetFlags = {
	me: {type: 'string', multiple: true},
	'gap-hours': {type: 'string'},
	rollover: {type: 'string'},
	'separate-replies': {type: 'boolean'},
	'max-messages': {type: 'string'},
	openers: {type: 'string'},
	prefix: {type: 'string'},
	pairs: {type: 'boolean'},
	system: {type: 'string'},
	validation: {type: 'string'},
	since: {type: 'string'},
	'max-per-chat': {type: 'string'},
	'keep-placeholders': {type: 'string'},
	'no-anonymize': {type: 'boolean'},
	moderation: {type: 'string'},
	threshold: {type: 'string'},
	out: {type: 'string'},
	json: {type: 'boolean'},
} as const;

/** As parseArgs gives them. */
export type DatasetValues = {
	[flag: string]: string | boolean | (string | boolean)[] | undefined;
};

export type DatasetCommandOptions = {
	rules: DatasetOptions;
	/** Naming another provider than the embedded one is the consent to send the messages there. */
	moderation: ProviderName | 'off';
	/** A score above it drops a message, 0 to 1. */
	threshold: number;
	/** Null for the standard output. */
	out: string | null;
	json: boolean;
};

/** What the experiment ended up with. */
const defaultThreshold = 0.6;

/** @throws UsageError with a sentence that names the flag */
export function datasetOptions(values: DatasetValues): DatasetCommandOptions {
	const number = (flag: string, otherwise: number) =>
		numberOf(flag, values[flag], otherwise);
	const me = [values.me ?? []].flat().map(String);
	if (me.length === 0)
		throw new UsageError(
			'Say which name is yours with --me NAME (more than once where it changed). "twin-tui inspect" lists the names.',
		);
	const rules: DatasetOptions = {
		me,
		gapHours: number('gap-hours', defaults.gapHours),
		rollover: isOneOf(values.rollover, ['always', 'never'])
			? values.rollover
			: values.rollover === undefined
				? defaults.rollover
				: numberOf('rollover', values.rollover, 0, 'always, never or '),
		separateReplies: values['separate-replies'] === true,
		maxMessages: number('max-messages', defaults.maxMessages),
		openers: oneOf('openers', values.openers, ['keep', 'drop', 'nudge']),
		prefix: oneOf('prefix', values.prefix, ['group', 'always', 'none']),
		pairs: values.pairs === true,
		system: String(values.system ?? defaults.system),
		validation: number('validation', defaults.validation),
		since: dateOf(values.since),
		maxPerChat: number('max-per-chat', defaults.maxPerChat),
		keepPlaceholders: placeholdersOf(values['keep-placeholders']),
		anonymize: values['no-anonymize'] !== true,
	};
	const [problem] = optionProblems(rules);
	if (problem) throw new UsageError(problem);
	const threshold = number('threshold', defaultThreshold);
	if (threshold < 0 || threshold > 1)
		throw new UsageError('--threshold takes a number from 0 to 1.');
	const out = values.out === undefined ? null : String(values.out);
	if (out === '')
		throw new UsageError('--out takes the name of a file, or - for stdout.');
	return {
		rules,
		moderation: oneOf('moderation', values.moderation, moderators),
		threshold,
		out: out === '-' ? null : out,
		json: values.json === true,
	};
}

/** The embedded provider first, which is the default. */
const moderators = [
	...providers
		.filter(({can, models}) => can.moderate && models.moderation !== null)
		.map(({name}) => name),
	'off' as const,
];

const isOneOf = <Choice extends string>(
	value: unknown,
	choices: readonly Choice[],
): value is Choice => choices.some(choice => choice === value);

/** One of the choices; the first where the flag is not given. */
function oneOf<Choice extends string>(
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

function numberOf(
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

function dateOf(value: unknown): string {
	if (value === undefined) return defaults.since;
	if (typeof value === 'string' && isDate(value)) return value;
	throw new UsageError(
		`--since takes a day such as 2021-03-01, and not "${value}".`,
	);
}

/** Kinds with commas between them; `all` for every kind. */
function placeholdersOf(value: unknown): readonly PlaceholderKind[] {
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
