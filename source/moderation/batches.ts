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
	/** The text's last piece: with its scores the text is done. */
	last: boolean;
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
	const pieces: Piece[] = [];
	let start = 0;
	for (;;) {
		const end = endOfPart(text, start);
		const last = end >= text.length;
		const part = text.slice(start, end);
		pieces.push({text, part, last, tokens: estimateTokens(part)});
		if (last) return pieces;
		start = onCharacter(text, end - overlap);
	}
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
