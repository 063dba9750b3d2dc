import {expect, test} from 'vitest';
import {makeData, withProgram} from './engine/program.ts';
import {record} from './record.ts';

/*
The recall dial on the demo's held-out moments, as `evaluate` measures it: how many replies say a real one again, how well
they fit, how well a judge tells them from the owner's, how many of the longer ones stand in what was learnt.
*/

const dial = [0, 0.25, 0.5, 0.7, 1];

type Row = {name: string; auc: number; relevance: number; copied: number};

test(
	'quotations rise evenly with recall; replies fit, are like the owner’s, and are new where they shall be',
	{
		timeout: 1_200_000,
	},
	() =>
		withProgram(async program => {
			const {data, heldOut} = await makeData(
				program,
				'fixtures/demo',
				'Mika Sommer',
			);
			await program.run(
				...['train', data, '--validation', heldOut, '--name', 'Mika'],
				...['--minutes', '1', '--seed', '1'],
			);
			const told = [];
			for (const recall of dial) {
				const {quoted, rows} = JSON.parse(
					await program.run(
						...['evaluate', '--validation', heldOut, '--json'],
						...['--recall', String(recall), '--count', '100'],
					),
				) as {quoted: number; rows: Row[]};
				const row = (name: string) =>
					rows.find(one => one.name.startsWith(name)) as Row;
				const [twin, other] = [row('the twin'), row('another person')];
				told.push({recall, quoted, twin, other});
				const tell = (value: number) => value.toFixed(2);
				record({
					what: `replies at recall ${recall}, demo`,
					measured: `${Math.round(100 * quoted)} % quotations, told apart ${tell(twin.auc)}, relevance ${tell(twin.relevance)}, copied ${tell(twin.copied)} of the longer`,
					against: `another person told apart ${tell(other.auc)}, relevance ${tell(other.relevance)}`,
					ratio: tell(twin.auc / other.auc),
				});
			}
			for (const {recall, quoted, twin, other} of told) {
				expect(Math.abs(quoted - recall)).toBeLessThan(0.2);
				expect(twin.auc).toBeLessThan(0.9 * other.auc);
				if (recall === 0) expect(twin.copied).toBeLessThan(0.05);
				if (recall !== 0.7) continue;
				expect(twin.relevance).toBeGreaterThanOrEqual(0.85);
				expect(twin.auc).toBeLessThanOrEqual(0.72);
			}
		}),
);
