import {daysInMonth} from '../chats/calendar.ts';
import {placeholderKinds} from '../chats/placeholders.ts';
import type {DatasetOptions} from './types.ts';

/** The published experiment's rules (design, sections 1 and 5). */
export const defaults: Omit<DatasetOptions, 'me'> = {
	gapHours: 6,
	rollover: 'always',
	separateReplies: false,
	maxMessages: 50,
	openers: 'keep',
	prefix: 'group',
	pairs: false,
	system: '',
	since: '',
	maxPerChat: 0,
	keepPlaceholders: [],
	validation: 0.1,
	anonymize: true,
	replaceNames: [],
	keepNames: [],
	regions: [],
};

/** How examples are made; the other options are who the owner is and what becomes of names. */
export type RuleOptions = Omit<
	DatasetOptions,
	'me' | 'system' | 'anonymize' | 'replaceNames' | 'keepNames' | 'regions'
>;

/** What is wrong with options, a sentence each; none where all is well. Screens and commands ask before they build. */
export function optionProblems(options: DatasetOptions): string[] {
	const problems = options.me.some(name => name.trim())
		? []
		: ['Say which name is yours: no name was given.'];
	return [...problems, ...ruleProblems(options)];
}

/** The same of the rules alone, whoever the owner is. */
export function ruleProblems(options: RuleOptions): string[] {
	const {gapHours, rollover, maxMessages, validation} = options;
	const problems: string[] = [];
	if (!(gapHours > 0))
		problems.push('The gap must be a number of hours above 0, such as 6.');
	if (typeof rollover === 'number' && !(rollover >= 0))
		problems.push('The roll-over must be always, never or a number of hours.');
	if (!(Number.isInteger(maxMessages) && maxMessages >= 1))
		problems.push('The size must be a whole number of messages from 1.');
	if (!(validation >= 0 && validation < 1))
		problems.push('The hold-out must be a share from 0 to less than 1.');
	if (options.since !== '' && !isDate(options.since))
		problems.push('The oldest date must be a day such as 2021-03-01.');
	if (!(Number.isInteger(options.maxPerChat) && options.maxPerChat >= 0))
		problems.push(
			'The most examples per chat must be a whole number (0 for no limit).',
		);
	if (!options.keepPlaceholders.every(kind => placeholderKinds.includes(kind)))
		problems.push(
			`Placeholders are of these kinds: ${placeholderKinds.join(', ')}.`,
		);
	return problems;
}

/** Whether a text is a day of the calendar, 'YYYY-MM-DD'. */
export function isDate(text: string): boolean {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
	return (
		Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
	);
}
