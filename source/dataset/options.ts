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
	validation: 0.1,
	anonymize: true,
	replaceNames: [],
	keepNames: [],
	regions: [],
};

/** What is wrong with options, a sentence each; none where all is well. Screens and commands ask before they build. */
export function optionProblems(options: DatasetOptions): string[] {
	const {me, gapHours, rollover, maxMessages, validation} = options;
	const problems: string[] = [];
	if (!me.some(name => name.trim()))
		problems.push('Say which name is yours: no name was given.');
	if (!(gapHours > 0))
		problems.push('The gap must be a number of hours above 0, such as 6.');
	if (typeof rollover === 'number' && !(rollover >= 0))
		problems.push('The roll-over must be always, never or a number of hours.');
	if (!(Number.isInteger(maxMessages) && maxMessages >= 1))
		problems.push('The size must be a whole number of messages from 1.');
	if (!(validation >= 0 && validation < 1))
		problems.push('The hold-out must be a share from 0 to less than 1.');
	return problems;
}
