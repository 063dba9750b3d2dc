import {expect, test} from 'vitest';
import {findProvider} from '../../source/provider/providers.ts';
import {
	automatic,
	fittingTo,
	readSetting,
	settingsAt,
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

test('each provider is offered what it can be told, and nothing else is kept as set', () => {
	const common = ['epochs', 'batchSize', 'learningRateMultiplier', 'seed'];
	expect(settingsAt(findProvider('local'))).toEqual(['minutes', ...common]);
	for (const name of ['openai', 'azure', 'custom'] as const)
		expect(settingsAt(findProvider(name))).toEqual(common);
	// It would take the factor for the learning rate itself.
	const nebius = findProvider('nebius');
	expect(settingsAt(nebius)).toEqual(['epochs', 'batchSize', 'seed']);
	const set = {
		epochs: 3,
		batchSize: 8,
		learningRateMultiplier: 0.5,
		seed: 1,
		minutes: 5,
	};
	expect(fittingTo(set, nebius)).toEqual({
		...set,
		learningRateMultiplier: 'auto',
		minutes: 'auto',
	});
	expect(fittingTo(set, findProvider('local'))).toEqual(set);
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
