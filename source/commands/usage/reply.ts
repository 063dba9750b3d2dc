import type {Usage} from './types.ts';

/** One reply, for mail and scripts. */
export const reply: Usage = {
	form: 'reply [--twin TWIN] [--as PERSON] [--system TEXT] < message',
	does: 'reads a message, writes the twin’s reply: for mail and scripts',
	more: [
		'The message comes on the standard input. A reply that broke off is not written; the exit code is then 1.',
	],
	options: [
		{
			name: 'twin',
			value: 'TWIN',
			usual: 'the newest one',
			does: 'name or id of the twin',
		},
		{
			name: 'as',
			value: 'PERSON',
			does: 'who writes, as the chats call them: what was said to that person comes first',
		},
		{
			name: 'system',
			value: 'TEXT',
			does: 'who the twin is, instead of what it was made with',
		},
	],
	examples: [
		[
			'echo "are you coming tonight?" | twin-tui reply --twin Mika',
			'what Mika would say',
		],
		[
			'twin-tui reply --as Ada --system "Mika is on holiday." < mail.txt',
			'an answer to a mail of Ada’s',
		],
	],
	takes: null,
};
