import {expect, test} from 'vitest';
import {
	automatic,
	readSetting,
	timeHere,
} from '../../source/training/hyperparameters.ts';

test.each([
	['0', 0],
	['0.1', 0.1],
	['0.05', null],
	['-1', null],
	['1441', null],
	['auto', 'auto'],
])('minutes may be 0 for no network, else a tenth to a day: %s', (text, is) => {
	expect(readSetting('minutes', text)).toBe(is);
});

test.each([
	[{}, 'about a minute'],
	[{minutes: 0}, 'seconds, without a network'],
	[{minutes: 1}, 'up to 1 minute'],
	[{minutes: 20, epochs: 3}, 'up to 20 minutes'],
	[{epochs: 3}, null],
] as const)('what %j takes here', (chosen, says) => {
	expect(timeHere({...automatic, ...chosen})).toBe(says);
});
