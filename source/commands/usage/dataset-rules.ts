import type {Option} from './types.ts';

/** How messages become examples. */
export const ruleOptions: readonly Option[] = [
	{
		name: 'gap-hours',
		value: 'HOURS',
		usual: '6',
		does: 'a longer pause begins a new conversation',
	},
	{
		name: 'rollover',
		value: 'WHEN',
		offers: ['always', 'never'],
		usual: 'always',
		does: 'always, never or a number of hours: unanswered messages go to the next conversation',
	},
	{
		name: 'separate-replies',
		does: 'keep your consecutive messages apart',
	},
	{
		name: 'max-messages',
		value: 'N',
		usual: '50',
		does: 'most entries per example',
	},
	{
		name: 'openers',
		value: 'HOW',
		offers: ['keep', 'drop', 'nudge'],
		usual: 'keep; nudge where turns must alternate',
		does: 'keep, drop or nudge: conversations that you begin',
	},
	{
		name: 'prefix',
		value: 'WHERE',
		offers: ['group', 'always', 'none'],
		usual: 'group',
		does: 'group, always or none: who wrote what stands in front',
	},
	{name: 'pairs', does: 'each exchange its own example'},
	{
		name: 'system',
		value: 'TEXT',
		does: 'stands first in every example',
	},
	{
		name: 'since',
		value: 'YYYY-MM-DD',
		does: 'leave out what is older',
	},
	{
		name: 'max-per-chat',
		value: 'N',
		does: 'most examples of one chat, its newest: so that one friend does not become the whole voice',
	},
	{
		name: 'keep-placeholders',
		value: 'KINDS',
		does: 'all, or some of photo, video, audio, sticker, gif, document, contact, location, poll, media (with commas between): stay as [photo]…',
	},
	{
		name: 'validation',
		value: 'SHARE',
		usual: '0.1',
		does: 'newest share of each chat, kept out; written beside --out FILE only (0: none)',
	},
];
