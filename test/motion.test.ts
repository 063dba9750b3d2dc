import {expect, test} from 'vitest';
import {isStill} from '../source/motion.ts';

test.each([
	[{}, false],
	[{REDUCE_MOTION: ''}, false],
	[{REDUCE_MOTION: '1'}, true],
	[{INK_SCREEN_READER: 'true'}, true],
	[{INK_SCREEN_READER: 'false'}, false],
])('%j', (environment, expected) => {
	expect(isStill(environment)).toBe(expected);
});
