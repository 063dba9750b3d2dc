import {expect, test} from 'vitest';
import {holdOutCount} from '../../source/dataset/holdout.ts';

test.each([
	[100, 0.1, 10],
	[14, 0.1, 1],
	[15, 0.1, 2],
	[10, 0.01, 1],
	[9, 0.01, 0],
	[4, 0.1, 0],
	[5, 0.1, 1],
	[100, 0, 0],
	[3, 0.9, 2],
	[1, 0.9, 0],
	[0, 0.5, 0],
])(
	'of %d examples and a share of %d, %d are held out',
	(examples, share, held) => {
		expect(holdOutCount(examples, share)).toBe(held);
	},
);
