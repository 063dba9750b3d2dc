import {parseJsonl} from '../dataset/parse.ts';
import type {Example} from '../dataset/types.ts';
import {momentsOf} from '../likeness/moments.ts';
import {type Connection, connect} from '../provider/client.ts';
import {explain} from '../provider/errors.ts';
import {findProvider} from '../provider/providers.ts';
import {datasetFiles} from '../store/datasets.ts';
import {readIfThere} from '../store/files.ts';
import {findHome, type Home} from '../store/home.ts';
import {openStore} from '../store/store.ts';
import type {Twin} from '../store/types.ts';
import {findTwin} from '../twin/find.ts';
import {openPast} from '../twin/past.ts';
import {accessFor} from './access.ts';
import {evaluationTable} from './evaluate-table.ts';
import {evaluateTwin} from './evaluate-twin.ts';
import {exit, type Io, UsageError} from './io.ts';

/** For `node:util`'s parseArgs. */
export const evaluateFlags = {
	twin: {type: 'string'},
	validation: {type: 'string'},
	count: {type: 'string'},
	recall: {type: 'string'},
	temperature: {type: 'string'},
	'top-p': {type: 'string'},
	show: {type: 'string'},
	json: {type: 'boolean'},
} as const;

type Flags = Partial<Record<keyof typeof evaluateFlags, unknown>>;

export type EvaluateOptions = {
	/** Name or id; the newest twin when not given. */
	twin: string;
	/** Held-out examples; what was kept out of the twin's own data when not given. */
	validation: string | null;
	/** Most moments that the twin answers. */
	count: number;
	/** Instead of the twin's own. */
	recall: number | null;
	temperature: number | null;
	topP: number | null;
	/** So many of the replies are shown. */
	show: number;
	json: boolean;
};

/** @throws UsageError */
export function evaluateOptions(flags: Flags): EvaluateOptions {
	const number = (name: keyof Flags, most: number): number | null => {
		const given = flags[name];
		if (given === undefined) return null;
		const value = Number(given);
		if (given === '' || !(value >= 0 && value <= most))
			throw new UsageError(
				`--${name} has to be a number from 0 to ${most}, not "${given}".`,
			);
		return value;
	};
	return {
		twin: (flags.twin as string | undefined) ?? '',
		validation: (flags.validation as string | undefined) ?? null,
		count: Math.max(2, Math.round(number('count', 10_000) ?? 200)),
		recall: number('recall', 1),
		temperature: number('temperature', 2),
		topP: number('top-p', 1),
		show: Math.round(number('show', 1000) ?? 0),
		json: flags.json === true,
	};
}

/**
`twin-tui evaluate`: how much a twin is like its owner, on moments that it never learnt, beside baselines and the real
replies (design, section 6).
@returns the exit code; what went wrong is one sentence on stderr
*/
export async function evaluate(
	options: EvaluateOptions,
	io: Io,
	signal: AbortSignal,
): Promise<number> {
	const home = findHome(io.environment);
	const twins = await openStore(home).twins.list();
	const twin = findTwin(twins, options.twin);
	if (typeof twin === 'string') return fail(io, twin);
	let connection: Connection | null = null;
	try {
		const moments = momentsOf(
			await readHeldOut(options.validation, twin, home),
		);
		if (moments.length < 2)
			return fail(
				io,
				'There are fewer than two moments to evaluate on: name a file with --validation, or train with held-out examples.',
			);
		connection = await connect(twin.provider, {
			home,
			baseURL: twin.baseURL,
			environment: await accessFor(twin.provider, io, home),
		});
		const past = await openPast(twin, home);
		const evaluation = await evaluateTwin(
			{connection, twin, moments, past, options, stderr: io.stderr},
			signal,
		);
		io.stdout.write(
			options.json
				? `${JSON.stringify(evaluation, null, '\t')}\n`
				: evaluationTable(evaluation, twin.name),
		);
		return exit.success;
	} catch (error) {
		if (signal.aborted) return exit.interrupted;
		return fail(io, explain(error, findProvider(twin.provider)));
	} finally {
		await connection?.close();
	}
}

async function readHeldOut(
	file: string | null,
	twin: Twin,
	home: Home,
): Promise<Example[]> {
	const path =
		file ?? (twin.past ? datasetFiles(home, twin.past).validation : null);
	const text = path === null ? null : await readIfThere(path);
	if (text === null && file !== null)
		throw new Error(`There is no file ${file}.`);
	return parseJsonl(text ?? '');
}

function fail({stderr}: Io, sentence: string): number {
	stderr.write(`${sentence}\n`);
	return exit.failure;
}
