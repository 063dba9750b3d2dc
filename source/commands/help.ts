import {programOptions} from './usage/program.ts';
import type {Option} from './usage/types.ts';
import {type CommandName, usages} from './usage.ts';

const width = 80;

/** The help: of a command, as its manual page, or of the program. */
export function help(name?: string): string {
	return name !== undefined && Object.hasOwn(usages, name)
		? commandHelp(name as CommandName)
		: programHelp();
}

function commandHelp(name: CommandName): string {
	const {form, does, more, options, examples} = usages[name];
	return [
		wrap(`twin-tui ${name} ${does}.`, ''),
		section('Usage', [wrap(`twin-tui ${form}`)]),
		...more.map(paragraph => wrap(paragraph, '')),
		section('Options', [...options, helpOption].flatMap(describe)),
		section('Examples', examples.flatMap(example)),
		'Files, environment and exit codes: twin-tui --help',
	].join('\n\n');
}

function programHelp(): string {
	const commands = Object.entries(usages);
	return [
		'twin-tui makes a digital twin out of your exported WhatsApp chats and lets you\ntalk to it.',
		section('Usage', [
			'  twin-tui [PATH…]          look for exports in files, zips or folders',
			'                            (else here and in Downloads)',
			'  twin-tui --chat [TWIN]    straight to the chat',
			'  twin-tui COMMAND …        without a screen',
		]),
		section(
			'Commands',
			commands.flatMap(([name, {does}]) => columns(`  ${name}`, does, 16)),
		),
		section('Options', [
			...programOptions.flatMap(describe),
			...describe(helpOption),
			...describe({name: 'version', does: 'the version'}),
		]),
		section('Examples', [
			...example(['twin-tui --demo', 'try it']),
			...example(['twin-tui chats/ chat.zip', 'with your own chats']),
			...example([
				'twin-tui --chat Mika --provider custom --base-url http://127.0.0.1:8080/v1 --model mika',
				'with a model on your own server, kept as Mika',
			]),
		]),
		...common,
		'Everything stays on this machine unless you name another provider.\ntwin-tui COMMAND --help tells more of a command.',
	].join('\n\n');
}

const helpOption: Option = {name: 'help', does: 'this text'};

const files: [string, string][] = [
	['twins/, jobs/', 'what was trained, and how'],
	['datasets/', 'what a twin was trained on'],
	['local/', 'models and jobs of the embedded provider'],
	['scores/', 'moderation: hashes of texts and numbers, no texts'],
	['sessions/', 'conversations with twins'],
	['settings.json', 'small choices; a key only where you agreed to it'],
	['twin-tui.log', 'details of what went wrong; no chat text, no key'],
];

const variables: [string, string][] = [
	['TWIN_TUI_HOME', 'a folder for every file that the program writes'],
	[
		'OPENAI_API_KEY, AZURE_OPENAI_API_KEY, NEBIUS_API_KEY, CUSTOM_API_KEY',
		'keys of providers; read when you name one, never kept',
	],
	[
		'AZURE_OPENAI_ENDPOINT, CUSTOM_BASE_URL',
		'where those are whose address is yours',
	],
	[
		'TWIN_TUI_MINUTES',
		'how long the embedded provider trains a network; 0 for none',
	],
	['NO_COLOR', 'no colours'],
	['REDUCE_MOTION', 'nothing that moves by itself'],
	['INK_SCREEN_READER=true', 'for screen readers: words instead of pictures'],
];

const codes: [string, string][] = [
	['0', 'it worked'],
	['1', 'it did not; one sentence on the standard error says why'],
	['2', 'wrong usage'],
	['130', 'interrupted (Ctrl+C)'],
];

const common = [
	section('Files (in TWIN_TUI_HOME, else where your system keeps such files)', [
		...files.flatMap(([name, does]) => columns(`  ${name}`, does, 18)),
	]),
	section('Environment', [
		...variables.flatMap(([name, does]) => columns(`  ${name}`, does, 26)),
	]),
	section(
		'Exit codes',
		codes.flatMap(([code, means]) => columns(`  ${code}`, means, 8)),
	),
];

function section(title: string, lines: readonly string[]): string {
	return [title, ...lines].join('\n');
}

function describe({name, value, usual, does}: Option): string[] {
	const flag = `  --${name}${value ? ` ${value}` : ''}`;
	return columns(flag, does + (usual ? ` (default: ${usual})` : ''), 28);
}

const example = ([line, does]: readonly [string, string]): string[] => [
	`  ${line}`,
	wrap(does, '      '),
];

/** A word, and beside it or below it what it means. */
function columns(left: string, right: string, column: number): string[] {
	const lines = wrap(right, ' '.repeat(column)).split('\n');
	if (left.length > column - 2) return [left, ...lines];
	const [first = '', ...rest] = lines;
	return [left + first.slice(left.length), ...rest];
}

/** Lines of at most `width` columns, each with the indent in front. */
function wrap(text: string, indent = '  '): string {
	const lines: string[] = [];
	let line = indent;
	for (const word of text.split(' ')) {
		const isFirst = line === indent;
		if (!isFirst && line.length + 1 + word.length > width) {
			lines.push(line);
			line = indent + word;
		} else line += isFirst ? word : ` ${word}`;
	}
	return [...lines, line].join('\n');
}
