import type {Job} from './jobs.ts';
import {pulseOf} from './pulse.ts';
import {type Answer, request} from './request.ts';
import type {Scan} from './scan-state.ts';
import type {ScanEvent, Scores} from './types.ts';

/** A request that is back. */
export type Landing = {job: Job; sentAt: number; answer: Answer};

/** A 500 may pass, or be the fault of one text: after so many tries it is the fault of one of the batch, or of the one. */
const triesOf = ({batch}: Job): number => (batch.length > 1 ? 2 : 4);
/** After so many refusals without a score between them, a text that nobody refuses tells whether the texts are at fault or the provider. */
const maxRefusedInRow = 8;
const harmless = 'Hello';

/** What an answer means for its texts and for the scan. */
export async function* land(
	scan: Scan,
	landing: Landing,
): AsyncGenerator<ScanEvent> {
	const {job, answer, sentAt} = landing;
	if (answer.type === 'scores' || answer.type === 'refuse') {
		scan.asked.requests++;
		scan.asked.tokens += job.tokens;
		scan.asked.milliseconds += scan.clock.now() - sentAt;
	}
	switch (answer.type) {
		case 'scores':
			yield* take(scan, job, answer.scores);
			return;
		case 'stop':
			scan.stopped ??= new Error(answer.message);
			return;
		case 'refuse':
			if (answer.final || job.tries + 1 >= triesOf(job))
				yield* refuse(scan, job, answer.reason);
			else
				hold(
					scan,
					job,
					2 ** job.tries,
					`${scan.label} is not well (${answer.reason}).`,
				);
			return;
		case 'wait': {
			const now = scan.clock.now();
			const seconds = scan.patience.fail(answer, sentAt, now);
			hold(scan, job, seconds, answer.reason);
		}
	}
}

function* take(
	scan: Scan,
	job: Job,
	answers: readonly Scores[],
): Generator<ScanEvent> {
	scan.patience.succeed();
	scan.refusedInRow = 0;
	scan.tokens += job.tokens;
	const scores = scan.parts.take(job.batch, answers);
	scan.done += scores.size;
	if (scores.size > 0) yield scored(scan, scores);
}

/** The batch comes back, and nothing is asked for meanwhile; null seconds are the end of patience. */
function hold(
	scan: Scan,
	job: Job,
	seconds: number | null,
	reason: string,
): void {
	scan.jobs.retry(job);
	if (seconds === null)
		scan.stopped ??= new Error(
			`${reason} Gave up after ${scan.patience.count()} tries. What is scored stays scored: scan again later, or use the embedded scorer.`,
		);
	else {
		const until = scan.clock.now() + seconds * 1000;
		scan.held = {until: Math.max(until, scan.held?.until ?? 0), reason};
	}
}

/** A batch that is not taken is halved until the one text is found. */
async function* refuse(
	scan: Scan,
	job: Job,
	reason: string,
): AsyncGenerator<ScanEvent> {
	const [piece] = job.batch;
	if (job.batch.length > 1 || !piece) {
		scan.jobs.halve(job);
		return;
	}
	scan.tokens += job.tokens;
	scan.refusedInRow++;
	const {text} = piece;
	if (scan.parts.refuse(text)) {
		scan.done++;
		yield {type: 'refused', text, reason, pulse: pulseOf(scan)};
	}
	if (scan.refusedInRow < maxRefusedInRow) return;
	scan.refusedInRow = 0;
	const probe = await request(scan, [harmless], scan.signal);
	if (probe.type === 'refuse')
		scan.stopped ??= new Error(
			`${scan.label} refuses every text (${reason}). Check the model "${scan.model}" and scan again, or use the embedded scorer.`,
		);
}

export const scored = (
	scan: Scan,
	scores: ReadonlyMap<string, Scores>,
): ScanEvent => ({type: 'scored', scores, pulse: pulseOf(scan)});
