import {appendFileSync} from 'node:fs';
import process from 'node:process';

/** A line of the table that `npm run benchmark` prints at its end. */
export type Measured = {
	what: string;
	measured: string;
	/** What it is held against in the same run. */
	against: string;
	ratio: string;
};

/** Puts a line into that table. */
export function record(line: Measured): void {
	const file = process.env.BENCHMARK_TABLE;
	if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
}
