import {privacyOptions} from './dataset-privacy.ts';
import {ruleOptions} from './dataset-rules.ts';
import type {Usage} from './types.ts';

/** Training examples out of exports. */
export const dataset: Usage = {
	form: 'dataset PATH… --me NAME [--me ALIAS…] [options]',
	does: 'makes training examples (JSONL) out of exports',
	more: [
		'Conversations are split at pauses, unanswered messages go over to the next conversation, turns are grouped, and what the moderation scores above a threshold stays out. Names and numbers of others are replaced unless you say otherwise; what it replaced, and what still looks like a name, --report tells.',
		'The same input and options give the same bytes; exchanges that you excluded in the chat stay out. Nothing leaves this machine unless --moderation names another provider.',
	],
	options: [
		{
			name: 'me',
			value: 'NAME',
			does: 'your name as it stands in the exports; again for each alias',
		},
		{
			name: 'out',
			value: 'FILE',
			path: 'file',
			does: 'write to FILE instead of the standard output',
		},
		{name: 'json', does: 'a summary as JSON'},
		{
			name: 'format',
			value: 'FORMAT',
			offers: ['openai', 'alternating', 'sharegpt'],
			usual: 'openai',
			does: 'openai, alternating (user, assistant, user…) or sharegpt',
		},
		{
			name: 'recipe',
			value: 'ENGINE',
			offers: ['mlx-lm', 'llama-factory', 'axolotl', 'unsloth', 'trl'],
			does: 'mlx-lm, llama-factory, axolotl, unsloth or trl: the data, the configuration and a README.md for training there, into the folder named by --out',
		},
		{
			name: 'sources',
			does: 'say on each line which chat and people it is from, and when (for this machine only)',
		},
		{
			name: 'ignore-excluded',
			does: 'take exchanges that you excluded in the chat, too',
		},
		{
			name: 'free-tokens',
			value: 'N',
			usual: '0',
			does: 'billed tokens that your account need not pay for',
		},
		...ruleOptions,
		...privacyOptions,
	],
	examples: [
		[
			'twin-tui dataset chats/ --me "Mika Sommer" --out data.jsonl',
			'data.jsonl to train on, data.validation.jsonl to measure with',
		],
		[
			'twin-tui dataset chats/ --me Mika --pairs --since 2021-03-01 | wc -l',
			'how many message/reply pairs there are since then',
		],
		[
			'twin-tui dataset chats/ --me Mika --recipe axolotl --out engine/',
			'everything to train with axolotl elsewhere',
		],
	],
	takes: 'paths',
};
