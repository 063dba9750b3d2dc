import type {Usage} from './types.ts';

/** What is in exports. */
export const inspect: Usage = {
	form: 'inspect PATH… [--json | --messages] [--date-order ORDER]',
	does: 'says what is in exports: people, dates, kinds, and what became of every line',
	more: [
		'PATH is a .txt or .zip as "Export chat" in WhatsApp makes it, or a folder that has some. A file that cannot be read is named with the reason, the others go on, and the exit code is 1.',
	],
	options: [
		{name: 'json', does: 'one JSON object per chat'},
		{name: 'messages', does: 'one JSON object per message'},
		{
			name: 'date-order',
			value: 'ORDER',
			offers: ['dmy', 'mdy', 'ymd'],
			does: 'dmy, mdy or ymd: where the exports do not tell, and you know',
		},
	],
	examples: [
		['twin-tui inspect chats/', 'a table of all chats in a folder'],
		[
			`twin-tui inspect chat.zip --messages | jq -r 'select(.kind == "text").text'`,
			'the texts, for other programs',
		],
	],
	takes: 'paths',
};
