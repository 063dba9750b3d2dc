import type {Piece} from './batches.ts';
import type {Scores} from './types.ts';

/** Puts texts together that were asked for in several pieces, in whatever order these come. */
export type Parts = {
	/** The texts that are done with these scores (one per piece); each has the highest of its pieces, per category. */
	take(
		batch: readonly Piece[],
		answers: readonly Scores[],
	): Map<string, Scores>;
	/** A text of which no piece counts any more. @returns false where it was known before */
	refuse(text: string): boolean;
};

export function createParts(): Parts {
	const open = new Map<string, {scores: Scores; left: number}>();
	const refused = new Set<string>();
	return {
		take(batch, answers) {
			const done = new Map<string, Scores>();
			for (const [index, {text, parts}] of batch.entries()) {
				if (refused.has(text)) continue;
				const before = open.get(text);
				const scores = highest(answers[index] ?? [], before?.scores ?? []);
				const left = (before?.left ?? parts) - 1;
				if (left > 0) open.set(text, {scores, left});
				else {
					open.delete(text);
					done.set(text, scores);
				}
			}
			return done;
		},
		refuse(text) {
			open.delete(text);
			if (refused.has(text)) return false;
			refused.add(text);
			return true;
		},
	};
}

/** Of two scores the higher, per category; flagged where one of them is. */
const highest = (one: Scores, other: Scores): Scores =>
	Array.from({length: Math.max(one.length, other.length)}, (_, index) =>
		Math.max(one[index] ?? 0, other[index] ?? 0),
	);
