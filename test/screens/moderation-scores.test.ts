import {expect, test} from 'vitest';
import {scoreText} from '../../source/screens/moderation-row.tsx';

test.each<[score: number, threshold: number, text: string]>([
	[0.71, 0.6, '0.71'],
	[0.6, 0.6, '0.60'],
	[0.604, 0.6, '0.604'],
	[0.5961, 0.6, '0.596'],
	[0.6001, 0.6, '0.6001'],
	[0.5999, 0.6, '0.5999'],
	[0.604, 0.8, '0.60'],
])('shows %d next to a threshold of %d as %s', (score, threshold, text) => {
	expect(scoreText(score, threshold)).toBe(text);
});
