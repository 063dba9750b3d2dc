import type {Example} from './types.ts';

/** Longer examples are cut at the end by OpenAI, and not billed beyond (gpt-4o, gpt-4.1 and their minis). */
export const tokenLimit = 65_536;
/** Around each message: its two marks, the separator and the role's name. */
export const perEntry = 4;
/** The published estimate's share for each example, so that the count is never too low. */
export const perExample = 3;
/** A run without a space costs the tokenizer quadratic time; long ones are cut, at a token each at most. */
const longestRun = 512;
const longRun = new RegExp(`\\S{${longestRun + 1}}`);
const slices = new RegExp(`[^]{1,${longestRun}}`, 'gu');

/** The number of tokens of a text, in the vocabulary of gpt-4o and gpt-4.1. */
export type CountText = (text: string) => number;

/** The vocabulary is heavy (54 MB, 0.2 s), so it is loaded when first asked for. */
export async function loadTokenizer(): Promise<CountText> {
	const o200k = await import('gpt-tokenizer/encoding/o200k_base');
	// Marks like <|endoftext|> that somebody typed are text.
	const asText = {disallowedSpecial: new Set<string>()};
	const count: CountText = text => o200k.countTokens(text, asText);
	return text =>
		longRun.test(text)
			? (text.match(slices) ?? []).reduce((sum, part) => sum + count(part), 0)
			: count(text);
}

/**
Tokens that one epoch over an example is billed for, before the limit: an upper estimate
(reference: openai-api.md, section 2.7).
*/
export const tokensOf = ({messages}: Example, count: CountText): number =>
	messages.reduce(
		(sum, {content}) => sum + perEntry + count(content),
		perExample,
	);

/** What is billed for one epoch: each example's tokens, up to the limit. */
export function billable(perExample: Iterable<number>): number {
	let total = 0;
	for (const tokens of perExample) total += Math.min(tokens, tokenLimit);
	return total;
}

/** How often OpenAI goes through so many examples under `auto`: as often as it takes for 100, never over 25,000 in all. */
export function epochs(examples: number): number {
	if (examples <= 0) return 0;
	if (examples * 3 < 100) return Math.min(25, Math.floor(100 / examples));
	if (examples * 3 > 25_000) return Math.max(1, Math.floor(25_000 / examples));
	return 3;
}

/** Tokens that a training is billed for: those of one epoch, times the epochs. */
export const billedTokens = (tokens: number, times: number): number =>
	tokens * times;
