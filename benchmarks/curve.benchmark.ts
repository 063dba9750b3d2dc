import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {makeData, withProgram} from './engine/program.ts';
import {record} from './record.ts';

/*
Bits per character of the owner's held-out messages: n-grams with the cache, then with more and more minutes of network.
`SETS="folder with exports:name of the owner, …" MINUTES=0,1,10 npm run benchmark -- curve`; without, the demo with none
and one. Runs the built program as a script does: dataset, train, evaluate.
*/

const sets = (process.env.SETS ?? 'fixtures/demo:Mika Sommer')
	.split(',')
	.map(set => {
		const [folder = '', me = ''] = set.trim().split(':');
		return {name: path.basename(folder), folder: path.resolve(folder), me};
	});
const minutes = (process.env.MINUTES ?? '0,1').split(',').map(Number);
/** Replies that are made; bits are counted over all held-out moments anyway. */
const replies = 20;

const times = (value: number): string =>
	value === 0 ? 'n-grams with the cache' : `with ${value} min of network`;

for (const {name, folder, me} of sets)
	test(
		`bits per character fall with the minutes: ${name}`,
		{
			timeout: 3_600_000,
		},
		() =>
			withProgram(async program => {
				const {data, heldOut} = await makeData(program, folder, me);
				const bits: number[] = [];
				for (const value of minutes) {
					const twin = `${value} minutes`;
					await program.run(
						...['train', data, '--validation', heldOut, '--name', twin],
						...['--minutes', String(value), '--seed', '1'],
					);
					const {bitsPerCharacter} = JSON.parse(
						await program.run(
							...['evaluate', '--twin', twin, '--validation', heldOut],
							...['--count', String(replies), '--json'],
						),
					) as {bitsPerCharacter: number};
					bits.push(bitsPerCharacter);
					console.log(
						`${name}, ${times(value)}: ${bitsPerCharacter.toFixed(3)} bits per character`,
					);
				}
				const [first = Number.NaN] = bits;
				record({
					what: `bits per character of held-out messages, ${name}`,
					measured: minutes
						.slice(1)
						.map((value, at) => `${bits[at + 1]?.toFixed(3)} ${times(value)}`)
						.join(', '),
					against: `${first.toFixed(3)} ${times(minutes[0] ?? 0)}`,
					ratio: ((bits.at(-1) ?? first) / first).toFixed(3),
				});
				for (const [at, value] of bits.slice(1).entries())
					expect(value).toBeLessThan(bits[at] ?? 0);
			}),
	);
