export type CommandName = 'inspect' | 'dataset' | 'train' | 'reply' | 'serve';

type Usage = {
	/** The command and what follows it. */
	form: string;
	/** What it does, in a line. */
	does: string;
	/** Lines of options. */
	options: string;
};

export const usages: Record<CommandName, Usage> = {
	inspect: {
		form: 'inspect PATH… [--json | --messages] [--date-order ORDER]',
		does: 'says what is in exports: people, dates, kinds, and what became of every line',
		options: `  --json             one JSON object per chat
  --messages         one JSON object per message
  --date-order dmy   dmy | mdy | ymd: where the exports do not tell, and you know`,
	},
	dataset: {
		form: 'dataset PATH… --me NAME [--me ALIAS…] [options]',
		does: 'makes training examples (JSONL) out of exports',
		options: `  --me NAME                 your name as it stands in the exports; again for each alias
  --out FILE                write to FILE instead of the standard output
  --json                    a summary as JSON
  --format openai           openai | alternating (user, assistant, user…) | sharegpt
  --recipe ENGINE           mlx-lm | llama-factory | axolotl | unsloth | trl: the data, the configuration
                            and a README.md for training there, into the folder named by --out
  --sources                 say on each line which chat and people it is from, and when (for this machine only)
  --free-tokens 0           billed tokens that your account need not pay for
  --gap-hours 6             a longer pause begins a new conversation
  --rollover always         always | never | HOURS: unanswered messages go to the next conversation
  --separate-replies        keep your consecutive messages apart
  --max-messages 50         most entries per example
  --openers keep            keep | drop | nudge: conversations that you begin (nudge where turns must alternate)
  --prefix group            group | always | none: who wrote what stands in front
  --pairs                   each exchange its own example
  --system TEXT             stands first in every example
  --since YYYY-MM-DD        leave out what is older
  --max-per-chat N          most examples of one chat, its newest: so that one friend does not become the whole voice
  --keep-placeholders KINDS photo,video,audio,sticker,gif,document,contact,location,poll,media or all: stay as [photo]…
  --validation 0.1          newest share of each chat, kept out; written beside --out FILE only (0: none)
  --no-anonymize            keep names, phone numbers, addresses, links, bank data and codes
  --replace-name NAME       replace a name that is also a word, or anybody's; again for each
                            (with a capital only where it has one: Will, not will)
  --keep-name NAME          leave a name where it stands alone; again for each
  --report                  say what was replaced and what still looks like a name (quotes your chats)
  --report-file FILE        write that to FILE
  --moderation local        local | a provider | off
  --threshold 0.6           drop what scores higher in any category`,
	},
	train: {
		form: 'train DATA.jsonl [options]',
		does: 'trains a twin on a data set, here or at a provider',
		options: `  --validation FILE              held-out examples, to measure with
  --provider local               local | openai | azure | nebius | custom: anything but local sends the data there
  --base-url URL                 of a custom provider
  --model NAME                   base model
  --epochs auto                  auto or 1 to 50
  --batch-size auto              auto or 1 to 256
  --learning-rate-multiplier auto
  --suffix TEXT                  part of the model's name
  --name TWIN                    what to call the twin
  --json                         events as JSON lines, the twin last`,
	},
	reply: {
		form: 'reply [--twin TWIN] < message',
		does: 'reads a message, writes the twin’s reply: for mail and scripts',
		options: '  --twin TWIN   name or id; the newest one when not given',
	},
	serve: {
		form: 'serve [--port 8787] [--key KEY]',
		does: 'lets any OpenAI client on this machine talk to your twins',
		options: `  --port 8787   port on 127.0.0.1
  --key KEY     key that clients must send; made up and shown when not given`,
	},
};

const overview = `twin-tui makes a digital twin out of your exported WhatsApp chats and lets you talk to it.

Usage
  twin-tui [PATH…]          look for exports in files, zips or folders (else here and in Downloads)
  twin-tui --demo           try it with chats made for this
  twin-tui --chat [TWIN]    straight to the chat
  twin-tui --chat NAME --provider custom --base-url URL --model MODEL [--system TEXT]
                            with a model on your own server (llama.cpp, vLLM, mlx…), kept as NAME
  twin-tui --provider P     offer another provider first: openai, azure, nebius, custom

Without a screen
${Object.entries(usages)
	.map(([name, {does}]) => `  twin-tui ${name.padEnd(16)} ${does}`)
	.join('\n')}

  twin-tui COMMAND --help   its options
  twin-tui --version

Everything stays on this machine unless you name another provider. Files are kept where your
system keeps such files; TWIN_TUI_HOME moves them.`;

/** The help: of a command, or of the program. */
export function usage(name?: string): string {
	if (name === undefined || !Object.hasOwn(usages, name)) return overview;
	const {form, does, options} = usages[name as CommandName];
	return `twin-tui ${name} ${does}.\n\nUsage\n  twin-tui ${form}\n\nOptions\n${options}`;
}
