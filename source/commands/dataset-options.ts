import {regionsOf} from '../dataset/anonymize/regions.ts';
import {defaults, optionProblems} from '../dataset/options.ts';
import type {DatasetOptions} from '../dataset/types.ts';
import type {SelectionSettings} from '../moderation/selection/settings.ts';
import {providers} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import {selectionOf} from './dataset-selection.ts';
import {openersOf, type Target, targetOf} from './dataset-target.ts';
import {
	type DatasetValues,
	dateOf,
	isOneOf,
	numberOf,
	oneOf,
	placeholdersOf,
} from './dataset-values.ts';
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
	'replace-name': {type: 'string', multiple: true},
	'keep-name': {type: 'string', multiple: true},
	report: {type: 'boolean'},
	'report-file': {type: 'string'},
	moderation: {type: 'string'},
	threshold: {type: 'string'},
	thresholds: {type: 'string'},
	strict: {type: 'boolean'},
	format: {type: 'string'},
	recipe: {type: 'string'},
	sources: {type: 'boolean'},
	'ignore-excluded': {type: 'boolean'},
	'free-tokens': {type: 'string'},
	out: {type: 'string'},
	json: {type: 'boolean'},
} as const;

export type DatasetCommandOptions = Target & {
	rules: DatasetOptions;
	/** Naming another provider than the embedded one is the consent to send the messages there. */
	moderation: ProviderName | 'off';
	/** A score above it drops a message, 0 to 1. */
	threshold: number;
	/** What goes with it: categories, their own thresholds, flagged texts. */
	selection: SelectionSettings;
	/** Billed tokens that the owner's account need not pay for. */
	freeTokens: number;
	json: boolean;
	/** Takes exchanges that the owner excluded in the chat, too. */
	ignoreExcluded: boolean;
	/** What anonymisation did: on stderr or in the JSON, and in a file of its own. */
	report: boolean;
	reportFile: string | null;
};

/** @throws UsageError with a sentence that names the flag */
export function datasetOptions(values: DatasetValues): DatasetCommandOptions {
	checkAnonymize(values);
	const number = (flag: string, otherwise: number) =>
		numberOf(flag, values[flag], otherwise);
	const me = list(values.me);
	if (me.length === 0)
		throw new UsageError(
			'Say which name is yours with --me NAME (more than once where it changed). "twin-tui inspect" lists the names.',
		);
	const target = targetOf(values);
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
		openers: openersOf(values, target),
		prefix: oneOf('prefix', values.prefix, ['group', 'always', 'none']),
		pairs: values.pairs === true,
		system: String(values.system ?? defaults.system),
		validation: number('validation', defaults.validation),
		since: dateOf(values.since),
		maxPerChat: number('max-per-chat', defaults.maxPerChat),
		keepPlaceholders: placeholdersOf(values['keep-placeholders']),
		anonymize: values['no-anonymize'] !== true,
		replaceNames: names('replace-name', values),
		keepNames: names('keep-name', values),
		regions: regionsOf([Intl.DateTimeFormat().resolvedOptions().locale]),
	};
	const [problem] = optionProblems(rules);
	if (problem) throw new UsageError(problem);
	const {threshold, selection} = selectionOf(values);
	const freeTokens = number('free-tokens', 0);
	if (!Number.isInteger(freeTokens))
		throw new UsageError('--free-tokens takes a whole number of tokens.');
	return {
		...target,
		rules,
		moderation: oneOf('moderation', values.moderation, moderators),
		threshold,
		selection,
		freeTokens,
		json: values.json === true,
		ignoreExcluded: values['ignore-excluded'] === true,
		report: values.report === true,
		reportFile: fileOf('report-file', values['report-file']),
	};
}

const list = (value: DatasetValues[string]): string[] =>
	[value ?? []].flat().map(String);

function names(flag: string, values: DatasetValues): string[] {
	const given = list(values[flag]);
	if (given.some(name => !name.trim()))
		throw new UsageError(`--${flag} takes a name.`);
	return given;
}

function fileOf(flag: string, value: DatasetValues[string]): string | null {
	if (value === undefined) return null;
	if (value === '' || value === '-')
		throw new UsageError(`--${flag} takes the name of a file.`);
	return String(value);
}

/** @throws UsageError for flags that say nothing without anonymisation */
function checkAnonymize(values: DatasetValues): void {
	if (values['no-anonymize'] !== true) return;
	for (const flag of ['replace-name', 'keep-name', 'report', 'report-file'])
		if (values[flag] !== undefined)
			throw new UsageError(
				`--${flag} is about anonymisation, which --no-anonymize turns off: leave one of them out.`,
			);
}

/** The embedded provider first, which is the default. */
const moderators = [
	...providers
		.filter(({can, models}) => can.moderate && models.moderation !== null)
		.map(({name}) => name),
	'off' as const,
];
