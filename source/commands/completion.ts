import type {Io} from './io.ts';
import {exit, UsageError} from './io.ts';
import {programOptions} from './usage/program.ts';
import type {Option, Usage} from './usage/types.ts';
import {usages} from './usage.ts';

export const completionFlags = {} as const;

const shells = {bash, zsh, fish} as const;

/**
`twin-tui completion SHELL`: a script that completes commands, options and their values, made of the table of usage.
@throws UsageError for another shell
*/
export function completion(
	shell: string,
	{stdout}: Pick<Io, 'stdout'>,
): number {
	if (!Object.hasOwn(shells, shell))
		throw new UsageError(
			shell === ''
				? `For which shell? There is completion for ${Object.keys(shells).join(', ')}.`
				: `There is completion for ${Object.keys(shells).join(', ')}, not for "${shell}".`,
		);
	stdout.write(`${shells[shell as keyof typeof shells]()}\n`);
	return exit.success;
}

/** The program's own options stand under no name. */
const tables: [name: string, options: readonly Option[]][] = [
	['', withHelp(programOptions)],
	...Object.entries(usages).map(([name, {options}]): [string, Option[]] => [
		name,
		withHelp(options),
	]),
];

function withHelp(options: readonly Option[]): Option[] {
	return [...options, {name: 'help', does: 'what there is to know of it'}];
}

const names = Object.keys(usages);

const wordsOf = ({takes}: Usage): readonly string[] =>
	Array.isArray(takes) ? takes : [];

function bash(): string {
	const values = tables.flatMap(([command, options]) =>
		options
			.filter(({value, path}) => value && !path)
			.map(
				({name, offers = []}) =>
					`		"${command} --${name}") COMPREPLY=($(compgen -W "${offers.join(' ')}" -- "$word")); return ;;`,
			),
	);
	const flags = tables.map(
		([command, options]) =>
			`			"${command}") COMPREPLY=($(compgen -W "${options.map(({name}) => `--${name}`).join(' ')}" -- "$word")) ;;`,
	);
	const words = Object.entries(usages).flatMap(([command, usage]) =>
		wordsOf(usage).length > 0
			? [
					`		"${command}") COMPREPLY=($(compgen -W "${wordsOf(usage).join(' ')}" -- "$word")) ;;`,
				]
			: [],
	);
	return `# twin-tui completion for bash: source <(twin-tui completion bash)
_twin_tui() {
	local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" command=""
	COMPREPLY=()
	if ((COMP_CWORD > 1)); then
		case "\${COMP_WORDS[1]}" in ${names.join('|')}) command="\${COMP_WORDS[1]}" ;; esac
	fi
	case "$command $before" in
${values.join('\n')}
	esac
	if [[ "$word" == -* ]]; then
		case "$command" in
${flags.join('\n')}
		esac
		return
	fi
	case "$command" in
		"") ((COMP_CWORD == 1)) && COMPREPLY=($(compgen -W "${names.join(' ')}" -- "$word")) ;;
${words.join('\n')}
	esac
}
# Where this offers nothing, files are.
complete -o default -o bashdefault -F _twin_tui twin-tui`;
}

function zsh(): string {
	const quote = (text: string) => text.replaceAll("'", "'\\''");
	const plain = (text: string) =>
		quote(text).replaceAll(/[[\]:\\]/g, sign => `\\${sign}`);
	const spec = ({name, value, offers, path, does}: Option) => {
		const action =
			path === 'file' ? '_files' : offers ? `(${offers.join(' ')})` : ' ';
		return `'*--${name}[${plain(does)}]${value ? `:${plain(value)}:${action}` : ''}'`;
	};
	const rest = (usage: Usage | undefined) =>
		!usage || usage.takes === 'paths'
			? ` '*:path:_files'`
			: wordsOf(usage).length > 0
				? ` '1:shell:(${wordsOf(usage).join(' ')})'`
				: '';
	const cases = tables.map(
		([command, options]) =>
			`		${command || '*'}) _arguments ${options.map(spec).join(' ')}${rest(usages[command as keyof typeof usages])} ;;`,
	);
	// The program's own options come where no command stands.
	const ordered = [...cases.slice(1), ...cases.slice(0, 1)];
	return `#compdef twin-tui
# twin-tui completion for zsh: source <(twin-tui completion zsh)
_twin_tui() {
	local -a commands
	commands=(${Object.entries(usages)
		.map(([name, {does}]) => `'${name}:${plain(does)}'`)
		.join(' ')})
	local command=$words[2]
	if ((CURRENT == 2)); then
		command=
		[[ $words[2] == -* ]] || _describe command commands
	fi
	case $command in
		${names.join('|')}) shift words; ((CURRENT--)) ;;
	esac
	case $command in
${ordered.join('\n')}
	esac
}
if [[ $funcstack[1] == _twin_tui ]]; then _twin_tui "$@"; else compdef _twin_tui twin-tui; fi`;
}

function fish(): string {
	const quote = (text: string) =>
		`'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
	const none = `not __fish_seen_subcommand_from ${names.join(' ')}`;
	const when = (command: string) =>
		command === '' ? none : `__fish_seen_subcommand_from ${command}`;
	const commands = Object.entries(usages).map(
		([name, {does}]) =>
			`complete -c twin-tui -n ${quote(none)} -a ${name} -d ${quote(does)}`,
	);
	const options = tables.flatMap(([command, options]) =>
		options.map(({name, value, offers, path, does}) =>
			[
				`complete -c twin-tui -n ${quote(when(command))} -l ${name}`,
				value ? (path ? ' -r' : ' -x') : '',
				offers ? ` -a ${quote(offers.join(' '))}` : '',
				` -d ${quote(does)}`,
			].join(''),
		),
	);
	const words = Object.entries(usages).flatMap(([name, usage]) =>
		usage.takes === 'paths'
			? []
			: [
					`complete -c twin-tui -n ${quote(when(name))} -f${wordsOf(usage).length > 0 ? ` -a ${quote(wordsOf(usage).join(' '))}` : ''}`,
				],
	);
	return `# twin-tui completion for fish: twin-tui completion fish | source
${[...commands, ...words, ...options].join('\n')}`;
}
