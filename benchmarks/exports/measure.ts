import {execFile} from 'node:child_process';
import process from 'node:process';
import {promisify} from 'node:util';

/** Prints, when a process ends, the most memory that it ever had; in MB. */
const REPORT = `data:text/javascript,${encodeURIComponent(
	"process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS / 1024)))",
)}`;

export type Run = {milliseconds: number; megabytes: number; stdout: string};

/** Runs Node once: the time from its start to its end, and its peak memory. */
export async function run(args: readonly string[]): Promise<Run> {
	const begun = performance.now();
	const {stdout, stderr} = await promisify(execFile)(
		process.execPath,
		['--import', REPORT, ...args],
		{maxBuffer: 2 ** 28},
	);
	return {
		milliseconds: performance.now() - begun,
		megabytes: Number(stderr),
		stdout,
	};
}

export const median = (values: readonly number[]): number =>
	[...values].sort((one, other) => one - other)[
		Math.floor(values.length / 2)
	] ?? Number.NaN;

/** The slope of the least squares line through the logarithms. */
export function exponent(
	points: readonly {messages: number; milliseconds: number}[],
): number {
	const logs = points.map(({messages, milliseconds}) => ({
		x: Math.log(messages),
		y: Math.log(milliseconds),
	}));
	const mean = (of: 'x' | 'y') =>
		logs.reduce((sum, log) => sum + log[of], 0) / logs.length;
	const [x, y] = [mean('x'), mean('y')];
	const over = logs.reduce((sum, log) => sum + (log.x - x) * (log.y - y), 0);
	return over / logs.reduce((sum, log) => sum + (log.x - x) ** 2, 0);
}
