import {expect, test} from 'vitest';
import {proofs, prove} from '../test/moderation/proof.ts';
import {record} from './record.ts';

/*
40,000 messages through the scan queue and the real package, against an endpoint that has the limits of a free account
(10,000 tokens and 250 requests a minute, 5,000 requests a day) and a time of its own, in every sort of trouble. Used is
the share of what the nearest limit let through, waits that were asked for not counted.
*/

const messages = 40_000;

const row = (...cells: (string | number)[]) =>
	console.log(
		cells
			.map((cell, at) =>
				at === 0 ? String(cell).padEnd(30) : String(cell).padStart(11),
			)
			.join(''),
	);

test('the scan queue', async () => {
	row(
		'trouble',
		'texts',
		'refused',
		'requests',
		'over limit',
		'used',
		'minutes',
		'ETA off',
	);
	const bad: string[] = [];
	const shares = new Map<string, number>();
	for (const [name, proof] of Object.entries(proofs)) {
		const proved = await prove(proof, messages);
		const {texts, refused, poisonous, requests, overLimit, used} = proved;
		row(
			name,
			texts,
			refused,
			requests,
			overLimit,
			`${(used * 100).toFixed(1)} %`,
			proved.minutes.toFixed(0),
			`${(proved.guessOff * 100).toFixed(1)} %`,
		);
		const isGood =
			proved.wrong.length === 0 &&
			proved.wronglyRefused.length === 0 &&
			refused === poisonous &&
			overLimit === 0 &&
			used >= 0.95;
		shares.set(name, used);
		if (!isGood) bad.push(name);
	}
	const least = [...shares].sort(([, one], [, other]) => one - other)[0];
	record({
		what: `moderation: 40,000 messages against a free key’s limits, in ${shares.size} sorts of trouble (virtual clock)`,
		measured: `${((shares.get('no fault') ?? 0) * 100).toFixed(0)} % of the permitted rate used without trouble, at least ${((least?.[1] ?? 0) * 100).toFixed(0)} % (${least?.[0]})`,
		against: 'what the limit lets through',
		ratio: bad.length === 0 ? 'each text scored once' : `${bad.length} failed`,
	});
	expect(bad).toEqual([]);
});
