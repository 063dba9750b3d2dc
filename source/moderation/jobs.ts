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
	/** Makes one with no more than so many tokens the next, of what the next has or of the batch after it. @returns false where none can be made */
	fit(tokens: number): boolean;
	/** Of all texts together. */
	tokens: number;
	requests: number;
};

/** Batches that wait for room, at most. */
const mostInFront = 8;

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
	/** Takes what fits out of the next one, as a job of its own before it. */
	const split = ({batch, tries}: Job, most: number): boolean => {
		let left = most;
		const fitting = new Set<Piece>();
		for (const piece of batch) {
			if (piece.tokens > left) continue;
			left -= piece.tokens;
			fitting.add(piece);
		}
		if (fitting.size === 0 || fitting.size === batch.length) return false;
		front.pop();
		put(
			batch.filter(piece => !fitting.has(piece)),
			tries,
		);
		put([...fitting], tries);
		return true;
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
		fit(most) {
			if (most <= 0) return false;
			for (let tries = 0; tries < 2; tries++) {
				const job = next();
				if (!job || job.tokens <= most) return false;
				if (split(job, most)) return true;
				const {value} = front.length < mostInFront ? fresh.next() : {};
				if (!value) return false;
				put(value, 0);
				if (tokensIn(value) <= most) return true;
			}
			return false;
		},
		halve({batch}) {
			const half = Math.ceil(batch.length / 2);
			put(batch.slice(half), 0);
			put(batch.slice(0, half), 0);
		},
	};
}
