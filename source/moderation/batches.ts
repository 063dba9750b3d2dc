/**
Sizes that the endpoint takes well: more items, or long non-Latin inputs, have
been answered with 429 and 500, and small accounts have 10,000 tokens a minute.
*/
const maxItems = 32;
const maxTokens = 2500;
const maxCharacters = 8000;
/** What two pieces of a long text share, so that nothing is cut in two unseen. */
const overlap = 200;

/** A text to be scored, or a part of a long one. */
export type Piece = {
	/** Text key of the whole. */
	text: string;
	part: string;
	/** How many pieces the text is in: with the scores of all the text is done. */
	parts: number;
	/** Estimated, rather too many than too few. */
	tokens: number;
};

/** Groups pieces, in order, into requests of at most 32 items and about 2,500 tokens. */
export function* batches(texts: Iterable<string>): Generator<Piece[]> {
	let batch: Piece[] = [];
	let tokens = 0;
	for (const text of texts) {
		for (const piece of cut(text)) {
			const full =
				batch.length >= maxItems || tokens + piece.tokens > maxTokens;
			if (full && batch.length > 0) {
				yield batch;
				batch = [];
				tokens = 0;
			}
			batch.push(piece);
			tokens += piece.tokens;
		}
	}
	if (batch.length > 0) yield batch;
}

/** A text whole, or in overlapping parts where it is too long for one item. */
function cut(text: string): Piece[] {
	const parts: string[] = [];
	let start = 0;
	for (;;) {
		const end = endOfPart(text, start);
		parts.push(text.slice(start, end));
		if (end >= text.length) break;
		start = onCharacter(text, end - overlap);
	}
	return parts.map(part => ({
		text,
		part,
		parts: parts.length,
		tokens: estimateTokens(part),
	}));
}

function endOfPart(text: string, start: number): number {
	let tokens = 0;
	const furthest = Math.min(text.length, start + maxCharacters);
	for (let end = start; end < furthest; end++) {
		tokens += tokensOf(text.charCodeAt(end));
		if (tokens > maxTokens) return onCharacter(text, end);
	}
	return onCharacter(text, furthest);
}

/** The same place, or one before it where it lies inside a surrogate pair. */
function onCharacter(text: string, index: number): number {
	const code = text.charCodeAt(index);
	return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}

/** Rather too many than too few: four ASCII letters a token, one of any other script. */
function estimateTokens(text: string): number {
	let tokens = 0;
	for (let index = 0; index < text.length; index++)
		tokens += tokensOf(text.charCodeAt(index));
	return Math.max(1, Math.ceil(tokens));
}

const tokensOf = (code: number): number => (code < 0x80 ? 0.25 : 1);

export const tokensIn = (batch: readonly Piece[]): number =>
	batch.reduce((sum, {tokens}) => sum + tokens, 0);
