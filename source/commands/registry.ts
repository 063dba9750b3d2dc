import process from 'node:process';
import {type ParseArgsConfig, parseArgs} from 'node:util';
import {help} from './help.ts';
import {exit, type Io, processIo, UsageError} from './io.ts';
import {wrongUsage} from './tui-options.ts';
import {type CommandName, usages} from './usage.ts';

type Values = Record<
	string,
	string | boolean | (string | boolean)[] | undefined
>;

/** A command as loaded: its flags for parseArgs, and what it does with them. It throws UsageError where they make no sense. */
type Command = {
	flags: NonNullable<ParseArgsConfig['options']>;
	run(
		values: Values,
		positionals: string[],
		io: Io,
		signal: AbortSignal,
	): Promise<number>;
};

export const commands: Record<CommandName, () => Promise<Command>> = {
	async inspect() {
		const {inspect, inspectFlags, inspectOptions} = await import(
			'./inspect.ts'
		);
		return {
			flags: inspectFlags,
			run: (values, paths, io) =>
				inspect(some(paths, 'inspect'), inspectOptions(values), io),
		};
	},
	async dataset() {
		const {dataset, datasetFlags, datasetOptions} = await import(
			'./dataset.ts'
		);
		return {
			flags: datasetFlags,
			run: (values, paths, io, signal) =>
				dataset(some(paths, 'dataset'), datasetOptions(values), io, signal),
		};
	},
	async train() {
		const [{train}, {trainFlags, trainOptions}] = await Promise.all([
			import('./train.ts'),
			import('./train-options.ts'),
		]);
		return {
			flags: trainFlags,
			run: (values, files, io, signal) =>
				train(one(files, 'train'), trainOptions(values), io, signal),
		};
	},
	async evaluate() {
		const {evaluate, evaluateFlags, evaluateOptions} = await import(
			'./evaluate.ts'
		);
		return {
			flags: evaluateFlags,
			run: (values, extra, io, signal) =>
				evaluate(
					{...none(extra, 'evaluate'), ...evaluateOptions(values)},
					io,
					signal,
				),
		};
	},
	async reply() {
		const {reply, replyFlags} = await import('./reply.ts');
		return {
			flags: replyFlags,
			run: (values, extra, io, signal) =>
				reply({...none(extra, 'reply'), ...values}, io, signal),
		};
	},
	async serve() {
		const {serve, serveFlags, serveOptions} = await import('./serve.ts');
		return {
			flags: serveFlags,
			run: (values, extra, io, signal) =>
				serve({...none(extra, 'serve'), ...serveOptions(values)}, io, signal),
		};
	},
	async completion() {
		const {completion, completionFlags} = await import('./completion.ts');
		return {
			flags: completionFlags,
			run: async (_, [shell = '', ...extra], io) =>
				completion(shell, {...none(extra, 'completion'), ...io}),
		};
	},
};

export const isCommand = (name: string | undefined): name is CommandName =>
	name !== undefined && Object.hasOwn(commands, name);

/** Runs a command by its name; Ctrl+C ends it through the signal. @returns the exit code */
export async function runCommand(
	name: CommandName,
	args: readonly string[],
): Promise<number> {
	if (args.includes('--help') || args.includes('-h')) {
		processIo.stdout.write(`${help(name)}\n`);
		return exit.success;
	}
	const command = await commands[name]();
	const interrupted = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => interrupted.abort());
	try {
		const {values, positionals} = parse(name, args, command.flags);
		return await command.run(
			values as Values,
			positionals,
			processIo,
			interrupted.signal,
		);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		processIo.stderr.write(`${error.message}\n`);
		return exit.usage;
	}
}

function parse(
	name: CommandName,
	args: readonly string[],
	options: Command['flags'],
) {
	try {
		return parseArgs({args: [...args], allowPositionals: true, options});
	} catch (error) {
		throw new UsageError(wrongUsage(error, name));
	}
}

const shortUsage = (name: CommandName) =>
	`Usage: twin-tui ${usages[name].form}`;

function some(paths: string[], name: CommandName): string[] {
	if (paths.length === 0)
		throw new UsageError(`Which exports? ${shortUsage(name)}`);
	return paths;
}

function one(files: string[], name: CommandName): string {
	const [file, ...more] = files;
	if (file === undefined || more.length > 0)
		throw new UsageError(
			`One file is needed, not ${files.length}. ${shortUsage(name)}`,
		);
	return file;
}

function none(extra: string[], name: CommandName): Record<string, never> {
	if (extra.length > 0)
		throw new UsageError(
			`"${extra[0]}" is not expected here. ${shortUsage(name)}`,
		);
	return {};
}
