import {existsSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import type {Reporter, TestModule} from 'vitest/node';
import type {Measured} from './record.ts';

/** Prints what the benchmarks have recorded as one table, with the machine and the date. */
export default class BenchmarkTable implements Reporter {
	onTestRunStart(): void {
		rmSync(fileOfTable(), {force: true});
	}

	onTestRunEnd(modules: readonly TestModule[]): void {
		const file = fileOfTable();
		if (!existsSync(file)) return;
		const lines = readFileSync(file, 'utf8')
			.trim()
			.split('\n')
			.map(line => JSON.parse(line) as Measured);
		const [cpu] = os.cpus();
		const failed = modules.filter(module => module.state() === 'failed').length;
		console.log(
			[
				'',
				`${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${os.type()} ${os.arch()}, ${os.cpus().length} × ${cpu?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB; load when it ended ${os.loadavg()[0]?.toFixed(1)}${failed ? `; ${failed} benchmarks failed` : ''}`,
				'',
				'| What | Measured | Against (same run) | Ratio |',
				'| --- | --- | --- | --- |',
				...lines.map(
					({what, measured, against, ratio}) =>
						`| ${what} | ${measured} | ${against} | ${ratio} |`,
				),
				'',
			].join('\n'),
		);
		rmSync(file);
	}
}

/** Where the processes of the run put their lines. */
function fileOfTable(): string {
	return process.env.BENCHMARK_TABLE ?? '';
}
