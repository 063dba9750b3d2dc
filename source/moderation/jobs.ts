import {batches, type Piece, tokensIn} from './batches.ts';

/** A batch to be asked for, and how often it failed so far. */
export type Job = {batch: readonly Piece[]; tokens: number; tries: number};

/** What is still to be asked for: new batches in the order of the texts, and before them those that come back. */
export type Jobs = {
	next(): Job | undefined;
	/** Takes the next one off. */
	take(): Job | undefined;
	/** Puts one back in front: as it is, or in halves. */
	retry(job: Job): void;
	halve(job: Job): void;
	/** Of all texts together. */
	tokens: number;
	requests: number;
};

export function createJobs(texts: ReadonlySet<string>): Jobs {
	const fresh = batches(texts);
	const front: Job[] = [];
	let tokens = 0;
	let requests = 0;
	for (const batch of batches(texts)) {
		tokens += tokensIn(batch);
		requests++;
	}
	const put = (batch: readonly Piece[], tries: number) =>
		front.push({batch, tokens: tokensIn(batch), tries});
	const next = () => {
		if (front.length === 0) {
			const {value} = fresh.next();
			if (value) put(value, 0);
		}
		return front.at(-1);
	};
	return {
		tokens,
		requests,
		next,
		take() {
			next();
			return front.pop();
		},
		retry: ({batch, tries}) => put(batch, tries + 1),
		halve({batch}) {
			const half = Math.ceil(batch.length / 2);
			put(batch.slice(half), 0);
			put(batch.slice(0, half), 0);
		},
	};
}
