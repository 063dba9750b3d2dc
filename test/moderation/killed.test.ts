import {expect, test} from 'vitest';
import {askedTwice, killAndGoOn} from './killed.ts';

/* Fifty kills and 40,000 messages are in `benchmarks/killed.benchmark.ts`. */
test('loses nothing to kill -9, and asks for nothing twice but the batch in flight', async () => {
	const {lives, texts, kept, summary} = await killAndGoOn({
		kills: 3,
		messages: 1000,
		requestsPerLife: 12,
	});
	expect(askedTwice(lives, texts)).toEqual([]);
	expect(kept).toBe(texts.size);
	expect(summary.messages).toBe(1000);
	expect(lives.slice(0, 3).some(({code}) => code === null)).toBe(true);
	const [finished, again] = lives.slice(-2);
	expect(finished?.code).toBe(0);
	expect(again).toEqual({requests: [], code: 0});
});
