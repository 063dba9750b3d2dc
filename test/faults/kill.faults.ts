import process from 'node:process';
import {describe} from 'vitest';
import {
	killDataset,
	killJourney,
	killReply,
	killTraining,
	moments,
} from './killing.ts';
import {promise} from './promise.ts';

/** 100 in all; `ROUNDS=10 npm run test:faults` for fewer. */
const rounds = Number(process.env.ROUNDS ?? 100);
const share = (part: number) => Math.max(1, Math.round(rounds * part));
const moment = moments(Number(process.env.SEED ?? Date.now() % 100_000));

describe('kill -9 at random moments', () => {
	promise(
		`${share(0.3)} × dataset`,
		'the file of before is as it was, or the new one is whole; nothing unfinished stays behind',
		() => killDataset(share(0.3), moment),
	);
	promise(
		`${share(0.35)} × train`,
		'the same command goes on with it; one twin comes of it, and it answers',
		() => killTraining(share(0.35), moment),
	);
	promise(`${share(0.1)} × reply`, 'the next one answers', () =>
		killReply(share(0.1), moment),
	);
	promise(
		`${share(0.25)} × the program on its way from chats to chat`,
		'every record stays whole, the next start comes up, the whole way works at last',
		() => killJourney(share(0.25), moment),
	);
});
