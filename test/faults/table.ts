import {writeFileSync} from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import type {Reporter, TestCase, TestModule} from 'vitest/node';

/** Prints the cases as a table of case, promise and result; `WRITE=1` puts it into docs/faults.md. */
export default class FaultTable implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const rows = modules.flatMap(module =>
			[...module.children.allTests()].map(rowOf),
		);
		const table = [
			'| Case | Promise | Result |',
			'| --- | --- | --- |',
			...rows,
		].join('\n');
		console.log(`\n${table}\n`);
		if (process.env.WRITE) writeFileSync('docs/faults.md', page(table));
	}
}

function rowOf(test: TestCase): string {
	const {promise = '', seen} = test.meta();
	const result = test.result();
	const told = {
		passed: seen ? `kept: ${seen}` : 'kept',
		skipped: `not tried: ${('note' in result && result.note) || 'not possible here'}`,
		failed: `**broken**: ${'errors' in result ? result.errors?.[0]?.message.split('\n')[0] : ''}`,
		pending: 'not run',
	}[result.state];
	return `| ${[test.fullName.replaceAll(' > ', ': '), promise, told].map(cell).join(' | ')} |`;
}

const cell = (text: string): string =>
	text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const page = (
	table: string,
): string => `# What may go wrong, and what happens then

Made by \`WRITE=1 npm run test:faults\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.version}, ${os.type()} ${os.arch()}, ${os.cpus().length} cores. Every row is a test in \`test/faults/\` that runs the built program.

${table}
`;
