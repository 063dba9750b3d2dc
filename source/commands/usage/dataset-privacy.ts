import type {Option} from './types.ts';

/** What is replaced, and what stays out. */
export const privacyOptions: readonly Option[] = [
	{
		name: 'no-anonymize',
		does: 'keep names, phone numbers, addresses, links, bank data and codes',
	},
	{
		name: 'replace-name',
		value: 'NAME',
		does: 'replace a name that is also a word, or anybody’s; again for each (with a capital only where it has one: Will, not will)',
	},
	{
		name: 'keep-name',
		value: 'NAME',
		does: 'leave a name where it stands alone; again for each',
	},
	{
		name: 'report',
		does: 'say what was replaced and what still looks like a name (quotes your chats)',
	},
	{
		name: 'report-file',
		value: 'FILE',
		path: 'file',
		does: 'write that to FILE',
	},
	{
		name: 'moderation',
		value: 'WHERE',
		offers: ['local', 'openai', 'custom', 'off'],
		usual: 'local',
		does: 'local, another provider (the texts go there as they are written), or off: who scores the messages; what was kept or dropped by hand on the screen stays so',
	},
	{
		name: 'threshold',
		value: 'SCORE',
		usual: '0.6',
		does: 'drop what scores higher in any category',
	},
	{
		name: 'thresholds',
		value: 'LIST',
		does: 'thresholds of their own for categories: hate=0.3,violence=0.8,sexual=off',
	},
	{
		name: 'strict',
		does: 'drop what the scorer flags, and 0.5 in the categories that OpenAI refuses files for',
	},
];
