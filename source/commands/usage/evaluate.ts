import type {Usage} from './types.ts';

/** How much a twin is like its owner. */
export const evaluate: Usage = {
	form: 'evaluate [--twin TWIN] [--validation FILE.jsonl] [options]',
	does: 'measures how much a twin is like you, on moments that it never learnt',
	more: [
		'The twin answers what was kept out of its training. Its replies are held against your real ones, beside a random past reply, the past reply to the message most like it, and what another person of the same chats wrote. Below about 50 moments the figures are mostly chance.',
		'With any provider but local each moment is sent there and costs what a reply costs.',
	],
	options: [
		{
			name: 'twin',
			value: 'TWIN',
			usual: 'the newest one',
			does: 'name or id of the twin',
		},
		{
			name: 'validation',
			value: 'FILE',
			path: 'file',
			usual: 'what was kept out when it was trained here',
			does: 'held-out examples (JSONL)',
		},
		{
			name: 'count',
			value: 'N',
			usual: '200',
			does: 'most moments, evenly spread',
		},
		{
			name: 'recall',
			value: '0…1',
			does: 'how much an embedded twin says again what you once said (0: never)',
		},
		{
			name: 'temperature',
			value: 'T',
			usual: 'the twin’s own',
			does: 'how freely it chooses words',
		},
		{
			name: 'top-p',
			value: 'P',
			usual: 'the twin’s own',
			does: 'how many of the likelier words it chooses from',
		},
		{
			name: 'show',
			value: 'N',
			usual: '0',
			does: 'show so many of the replies beside yours (quotes your chats)',
		},
		{name: 'json', does: 'the figures as JSON'},
	],
	examples: [
		[
			'twin-tui evaluate --twin Mika --recall 0.7 --show 20',
			'a table of figures, and twenty replies beside the real ones',
		],
	],
	takes: null,
};
