import type OpenAI from 'openai';
import {batches, type Piece} from './batches.ts';
import {secondsUntilRoom} from './pace.ts';
import {type Clock, type Door, pause, request, systemClock} from './request.ts';
import {textKey} from './selection/texts.ts';
import type {ScanEvent, Scores} from './types.ts';

export type ScanOptions = {
	client: OpenAI;
	/** Name of the moderation model. */
	model: string;
	/** Scores by text key that need no request. */
	known: ReadonlyMap<string, Scores>;
	/** What the provider is called in sentences; else its host. */
	label?: string;
	clock?: Clock;
};

/** A scan under way. */
type Scan = Door & {
	signal: AbortSignal;
	texts: number;
	done: number;
	/** Highest scores so far of long texts that are scored in parts. */
	parts: Map<string, Scores>;
	refused: Set<string>;
	/** Texts refused since the last one that was not. */
	refusedInRow: number;
	/** Of the last answer: how much room is left. */
	headers: Headers | null;
};

/** So many refusals without a score between them are the provider's fault, not the texts'. */
const maxRefusedInRow = 8;

/**
Scores every distinct text once, over any provider that moderates through the
OpenAI protocol, as fast as its limits allow. Blank texts are left out.
@throws a sentence with what to do where the provider wants no more (no quota,
no access, no such model, gone for minutes), the signal's reason after an
abort. What was yielded before stays usable.
*/
export async function* scanTexts(
	texts: Iterable<string>,
	options: ScanOptions,
	signal: AbortSignal,
): AsyncGenerator<ScanEvent> {
	const {client, model, known, clock = systemClock} = options;
	signal.throwIfAborted();
	const ready = new Map<string, Scores>();
	const open = new Set<string>();
	for (const text of texts) {
		const key = textKey(text);
		const scores = known.get(key);
		if (scores && key) ready.set(key, scores);
		else if (key) open.add(key);
	}
	const scan: Scan = {
		client,
		model,
		label: options.label ?? hostOf(client),
		clock,
		signal,
		texts: ready.size + open.size,
		done: ready.size,
		parts: new Map(),
		refused: new Set(),
		refusedInRow: 0,
		headers: null,
	};
	yield {type: 'started', texts: scan.texts, known: ready.size};
	if (ready.size > 0) yield scored(scan, ready);
	for (const batch of batches(open)) yield* scoreBatch(scan, batch);
}

/** Scores a batch; one that is refused is halved until the text is found. */
async function* scoreBatch(
	scan: Scan,
	batch: readonly Piece[],
): AsyncGenerator<ScanEvent> {
	const tokens = batch.reduce((sum, piece) => sum + piece.tokens, 0);
	const seconds = secondsUntilRoom(scan.headers, tokens);
	// The room is known until the next request only, whatever becomes of it.
	scan.headers = null;
	if (seconds > 0) {
		const reason = `${scan.label} has a rate limit.`;
		yield* pause(scan.clock, seconds, reason, scan.signal);
	}
	const answer = yield* request(scan, batch, scan.signal);
	if (answer.type === 'scores') {
		scan.headers = answer.headers;
		scan.refusedInRow = 0;
		const scores = take(scan, batch, answer.scores);
		if (scores.size > 0) yield scored(scan, scores);
		return;
	}
	const [piece] = batch;
	if (batch.length === 1 && piece) {
		yield* refuse(scan, piece.text, answer.reason);
		return;
	}
	const half = Math.ceil(batch.length / 2);
	yield* scoreBatch(scan, batch.slice(0, half));
	yield* scoreBatch(scan, batch.slice(half));
}

/** The texts that are done with these scores; a text in parts has the highest of each category. */
function take(
	scan: Scan,
	batch: readonly Piece[],
	answers: readonly Scores[],
): Map<string, Scores> {
	const done = new Map<string, Scores>();
	for (const [index, {text, last}] of batch.entries()) {
		if (scan.refused.has(text)) continue;
		const before = scan.parts.get(text);
		const scores = (answers[index] ?? []).map((score, category) =>
			Math.max(score, before?.[category] ?? 0),
		);
		if (last) {
			scan.parts.delete(text);
			done.set(text, scores);
		} else scan.parts.set(text, scores);
	}
	scan.done += done.size;
	return done;
}

function* refuse(
	scan: Scan,
	text: string,
	reason: string,
): Generator<ScanEvent> {
	scan.refusedInRow++;
	scan.parts.delete(text);
	if (!scan.refused.has(text)) {
		scan.refused.add(text);
		scan.done++;
		yield {type: 'refused', text, reason};
	}
	if (scan.refusedInRow >= maxRefusedInRow)
		throw new Error(
			`${scan.label} refuses every text (${reason}). Check the model "${scan.model}" and scan again, or use the embedded scorer.`,
		);
}

const hostOf = ({baseURL}: OpenAI): string =>
	URL.canParse(baseURL) ? new URL(baseURL).host : baseURL;

const scored = (
	{done, texts}: Scan,
	scores: ReadonlyMap<string, Scores>,
): ScanEvent => ({type: 'scored', done, texts, scores});
