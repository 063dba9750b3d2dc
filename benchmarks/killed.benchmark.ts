import {expect, test} from 'vitest';
import {askedTwice, killAndGoOn} from '../test/moderation/killed.ts';
import {record} from './record.ts';

/*
40,000 messages scored by the built program, which is killed (SIGKILL) fifty times at random moments: at its start, and
around the requests. Against it, the requests that one undisturbed run needs.
*/
test('killed fifty times', async () => {
	const {lives, texts, kept} = await killAndGoOn({
		kills: 50,
		messages: 40_000,
		requestsPerLife: 40,
	});
	const asked = lives.flatMap(({requests}) => requests.flat());
	const killed = lives.filter(({code}) => code === null).length;
	const again = asked.length - new Set(asked).size;
	const requests = lives.reduce((sum, life) => sum + life.requests.length, 0);
	console.log(
		`${killed} kills, ${requests} requests for ${texts.size} texts; ${kept} kept, ${again} asked for again, all of them of the batch in flight`,
	);
	record({
		what: 'moderation: 40,000 messages, the program killed (SIGKILL) at random moments',
		measured: `${killed} kills, ${kept} of ${texts.size} texts kept`,
		against: 'one undisturbed run',
		ratio: `${again} texts asked for again, of batches in flight`,
	});
	expect(killed).toBe(50);
	expect(askedTwice(lives, texts)).toEqual([]);
	expect(kept).toBe(texts.size);
	expect(lives.at(-1)).toEqual({requests: [], code: 0});
});
