#!/usr/bin/env node
import {existsSync} from 'node:fs';
import process from 'node:process';
import packageJson from '../package.json' with {type: 'json'};

/** Nothing but flags and the look at the terminal: what is asked for is loaded then, so that `--version` costs no more than Node. */
async function main(args: readonly string[]): Promise<number> {
	const [first] = args;
	if (first === '--version' || first === '-v')
		return print(packageJson.version);
	if (first === '--help' || first === '-h' || first === 'help') {
		const {help} = await import('./commands/help.ts');
		return print(help(args[1]));
	}
	const {isCommand, runCommand} = await import('./commands/registry.ts');
	return isCommand(first) ? runCommand(first, args.slice(1)) : openTui(args);
}

async function openTui(args: readonly string[]): Promise<number> {
	const {tuiOptions} = await import('./commands/tui-options.ts');
	const options = tuiOptions(args);
	if (typeof options === 'string') return complain(options, 2);
	const misspelt = await misspeltCommand(options.paths);
	if (misspelt) return complain(misspelt, 2);
	const refused = terminalProblem();
	if (refused) return complain(refused, 1);
	// Ink heeds no NO_COLOR, only this, and only if it is set before Ink is loaded.
	if (process.env.NO_COLOR) process.env.FORCE_COLOR = '0';
	// Keys are the program's from here on: one that is hit while it loads is no echo, no line break and no signal.
	process.stdin.setRawMode(true);
	try {
		const {runTui} = await import('./tui.tsx');
		return await runTui(options);
	} finally {
		process.stdin.setRawMode(false);
	}
}

/** A sentence where the first path is no file but nearly a command; null elsewhere. */
async function misspeltCommand([first]: readonly string[]): Promise<
	string | null
> {
	if (first === undefined || first.length < 4 || existsSync(first)) return null;
	const [{meant}, {usages}] = await Promise.all([
		import('./commands/names.ts'),
		import('./commands/usage.ts'),
	]);
	const command = meant(first, Object.keys(usages));
	return (
		command &&
		`There is no file and no command "${first}". Did you mean: twin-tui ${command}?`
	);
}

/** Why no full screen can be drawn here; null where it can. */
function terminalProblem(): string | null {
	const without =
		'Without a screen: twin-tui inspect, dataset, train, evaluate, reply, serve (twin-tui --help).';
	if (!process.stdin.isTTY || !process.stdout.isTTY)
		return `twin-tui needs a terminal to draw on and to read keys from. ${without}`;
	if (process.env.TERM === 'dumb')
		return `This terminal (TERM=dumb) cannot draw a screen. ${without}`;
	return null;
}

function print(text: string): number {
	process.stdout.write(`${text}\n`);
	return 0;
}

function complain(sentence: string, code: number): number {
	process.stderr.write(`${sentence}\n`);
	return code;
}

/** Whatever was not foreseen: a sentence here, the rest in the log. */
async function stop(error: unknown): Promise<number> {
	const {log, logPath} = await import('./store/log.ts');
	log('twin-tui stopped', error);
	const message = error instanceof Error ? error.message : String(error);
	return complain(
		`twin-tui had to stop: ${message.split('\n')[0]}\nWhat was saved is still there; details are in ${logPath()}`,
		1,
	);
}

process.exitCode = await main(process.argv.slice(2)).catch(stop);
