/*
What the command line takes, once: the help (`help.ts`) and the completion of shells (`completion.ts`) are made of this
table, and a test holds it against the flags that are parsed. It imports nothing, so that `--help` is there at once.
*/

export type CommandName =
	| 'inspect'
	| 'dataset'
	| 'train'
	| 'evaluate'
	| 'reply'
	| 'serve'
	| 'completion';

export type Option = {
	/** Without the dashes. */
	name: string;
	/** What stands behind it; a switch has nothing. */
	value?: string;
	/** What shells offer for the value; `all` where it takes nothing else. */
	offers?: readonly string[];
	path?: 'file' | 'folder';
	/** What goes where it is not given. */
	usual?: string;
	does: string;
};

export type Usage = {
	/** What follows the program's name. */
	form: string;
	/** What it does, in a line that goes on from its name. */
	does: string;
	/** What else there is to know, by paragraph. */
	more: readonly string[];
	options: readonly Option[];
	/** Lines to type, and what they do. */
	examples: readonly (readonly [line: string, does: string])[];
	/** What its arguments are: paths, one of these words, or none. */
	takes: 'paths' | readonly string[] | null;
};

const providers = ['local', 'openai', 'azure', 'nebius', 'custom'];

/** The flags of the program itself. */
export const programOptions: readonly Option[] = [
	{name: 'demo', does: 'try it with chats made for this'},
	{
		name: 'chat',
		does: 'straight to the chat, with the twin that is named behind it; else with the newest',
	},
	{
		name: 'provider',
		value: 'P',
		offers: providers,
		usual: 'local',
		does: 'offer another provider first',
	},
	{
		name: 'base-url',
		value: 'URL',
		does: 'of a server of your own (llama.cpp, vLLM, mlx…), with --chat NAME --provider custom --model',
	},
	{name: 'model', value: 'MODEL', does: 'what that server calls the model'},
	{
		name: 'system',
		value: 'TEXT',
		does: 'the system prompt that it was trained under',
	},
];

export const usages: Record<CommandName, Usage> = {
	inspect: {
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
	},
	dataset: {
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
	},
	train: {
		form: 'train DATA.jsonl [options]',
		does: 'trains a twin on a data set, here or at a provider',
		more: [
			'The embedded provider trains on this machine, without a key. Naming another one is the consent to send the data set there; its key is read from the environment.',
			'A training that was interrupted, in whatever way, goes on when the same command is given again.',
		],
		options: [
			{
				name: 'validation',
				value: 'FILE',
				path: 'file',
				does: 'held-out examples, to measure with',
			},
			{
				name: 'provider',
				value: 'P',
				offers: providers,
				usual: 'local',
				does: 'local, openai, azure, nebius or custom: anything but local sends the data there',
			},
			{name: 'base-url', value: 'URL', does: 'of a custom provider'},
			{
				name: 'model',
				value: 'NAME',
				usual: 'what the provider offers first',
				does: 'base model',
			},
			{
				name: 'epochs',
				value: 'N',
				offers: ['auto'],
				usual: 'auto',
				does: 'auto, or 1 to 50',
			},
			{
				name: 'batch-size',
				value: 'N',
				offers: ['auto'],
				usual: 'auto',
				does: 'auto, or 1 to 256',
			},
			{
				name: 'learning-rate-multiplier',
				value: 'X',
				offers: ['auto'],
				usual: 'auto',
				does: 'auto, or a number above 0',
			},
			{
				name: 'seed',
				value: 'N',
				offers: ['auto'],
				usual: 'auto',
				does: 'the same number, the same training, where the provider can',
			},
			{
				name: 'minutes',
				value: 'N',
				offers: ['auto'],
				usual: 'auto',
				does: 'how long the embedded engine’s network may learn; 0 for no network, a minute under auto',
			},
			{
				name: 'prompted',
				does: 'no training: a chat model of the provider that is shown how you write and your nearest past exchanges, with every message',
			},
			{name: 'suffix', value: 'TEXT', does: 'part of the model’s name'},
			{
				name: 'name',
				value: 'TWIN',
				usual: 'the file’s name',
				does: 'what to call the twin',
			},
			{name: 'json', does: 'events as JSON lines, the twin last'},
		],
		examples: [
			[
				'twin-tui train data.jsonl --validation data.validation.jsonl --name Mika',
				'trains here, in about a minute',
			],
			[
				'OPENAI_API_KEY=… twin-tui train data.jsonl --provider openai --json',
				'trains at OpenAI, and tells what happens as JSON lines',
			],
		],
		takes: 'paths',
	},
	evaluate: {
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
	},
	reply: {
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
	},
	serve: {
		form: 'serve [--port PORT] [--key KEY]',
		does: 'lets any OpenAI client on this machine talk to your twins',
		more: [
			'It answers on 127.0.0.1 only, to whoever sends the key and calls it by a name of this machine. The base URL goes to the standard output, the key and the twins to the standard error. It runs until it is stopped (Ctrl+C).',
		],
		options: [
			{
				name: 'port',
				value: 'PORT',
				usual: '8787',
				does: 'port on 127.0.0.1; 0 for any free one',
			},
			{
				name: 'key',
				value: 'KEY',
				usual: 'one that is made up and shown',
				does: 'key that clients must send; others on this machine may see it in the list of processes',
			},
		],
		examples: [
			['twin-tui serve', 'base URL http://127.0.0.1:8787/v1, and a key'],
		],
		takes: null,
	},
	completion: {
		form: 'completion bash|zsh|fish',
		does: 'writes a script that lets the shell complete commands and options',
		more: [],
		options: [],
		examples: [
			['source <(twin-tui completion bash)', 'in ~/.bashrc'],
			['source <(twin-tui completion zsh)', 'in ~/.zshrc, behind compinit'],
			['twin-tui completion fish | source', 'in ~/.config/fish/config.fish'],
		],
		takes: ['bash', 'zsh', 'fish'],
	},
};
