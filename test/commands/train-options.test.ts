import {expect, test} from 'vitest';
import {UsageError} from '../../source/commands/io.ts';
import {
	type TrainValues,
	trainOptions,
} from '../../source/commands/train-options.ts';

test.each<[TrainValues, RegExp]>([
	[{provider: 'gemini'}, /"gemini".*local, openai/],
	[{epochs: '0'}, /--epochs takes "auto" or a whole number, 1 to 50/],
	[{epochs: '2.5'}, /--epochs/],
	[{'batch-size': '1000'}, /--batch-size/],
	[{'learning-rate-multiplier': ''}, /--learning-rate-multiplier/],
	[{'learning-rate-multiplier': 'Infinity'}, /a number above 0/],
	[{minutes: '0.05'}, /--minutes takes "auto" or minutes, 0.1 to 1440/],
	[{minutes: '5', provider: 'openai'}, /--minutes is for the embedded engine/],
	[{seed: '-1'}, /--seed/],
	[
		{'learning-rate-multiplier': '0.5', provider: 'nebius'},
		/means nothing to Nebius.*leave it out/,
	],
	[{prompted: true}, /is trained, not prompted/],
])('wrong usage: %o', (values, says) => {
	expect(() => trainOptions(values)).toThrow(UsageError);
	expect(() => trainOptions(values)).toThrow(says);
});

test('options become what a job needs', () => {
	expect(
		trainOptions({
			epochs: '3',
			'batch-size': 'auto',
			'learning-rate-multiplier': '0.5',
			seed: '7',
			minutes: '2.5',
			name: ' Mia ',
		}),
	).toEqual({
		validation: null,
		provider: 'local',
		baseURL: null,
		model: null,
		hyperparameters: {
			epochs: 3,
			batchSize: 'auto',
			learningRateMultiplier: 0.5,
			seed: 7,
			minutes: 2.5,
		},
		prompted: false,
		suffix: '',
		name: 'Mia',
		json: false,
	});
});
