import {expect, test} from 'vitest';
import {proofs, prove} from '../test/moderation/proof.ts';

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
			overLimit <= (proof.unforeseeable ?? 0) &&
			used >= (proof.leastUsed ?? 0.95);
		if (!isGood) bad.push(name);
	}
	expect(bad).toEqual([]);
});
