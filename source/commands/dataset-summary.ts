import {type Distribution, distributionOf} from '../dataset/distribution.ts';
import {cost, costs, defaultModel, pricesAsOf} from '../dataset/prices.ts';
import {type Readiness, readiness} from '../dataset/readiness.ts';
import {billable, billedTokens, epochs, tokenLimit} from '../dataset/tokens.ts';
import type {Dataset, Dropped, Example} from '../dataset/types.ts';
import {findProvider} from '../provider/providers.ts';

/** What `--json` prints (design, section 6); the first ten are scripted against. */
export type DatasetSummary = {
	chats: number;
	messages: number;
	kept: number;
	dropped: Dropped;
	examples: number;
	validationExamples: number;
	tokens: number;
	epochs: number;
	billedTokens: number;
	/** US dollars for `model`, at the prices of `pricesAsOf`, after the free tokens. */
	cost: number | null;
	model: string;
	pricesAsOf: string;
	/** The allowance that was named. */
	freeTokens: number;
	/** US dollars by model, like `cost`. */
	costs: Record<string, number>;
	/** Entries of an example, the system message not counted. */
	turns: Distribution;
	tokensPerExample: Distribution;
	/** Examples that are longer than OpenAI trains on. */
	overLimit: number;
	readiness: Readiness;
	conversations: number;
	rolledOver: number;
	oldestRolloverHours: number;
	sizeSplits: number;
	oversized: number;
	nudges: number;
	/** For a decision: names that are words, and were left in texts. */
	ambiguousNames: string[];
};

/**
Everything about a data set in numbers.
@param perExample tokens of each example to train on
@param freeTokens billed tokens that need not be paid for
*/
export function summarize(
	{examples, counts, ambiguousNames}: Dataset,
	perExample: readonly number[],
	freeTokens: number,
): DatasetSummary {
	const tokens = billable(perExample);
	const times = epochs(examples.length);
	const billed = billedTokens(tokens, times);
	return {
		chats: counts.chats,
		messages: counts.messages,
		kept: counts.kept,
		dropped: counts.dropped,
		examples: counts.examples,
		validationExamples: counts.validationExamples,
		tokens,
		epochs: times,
		billedTokens: billed,
		cost: cost(billed, defaultModel, freeTokens),
		model: defaultModel,
		pricesAsOf,
		freeTokens,
		costs: costs(billed, freeTokens),
		turns: distributionOf(examples.map(countTurns)),
		tokensPerExample: distributionOf(perExample),
		overLimit: perExample.filter(count => count > tokenLimit).length,
		readiness: readiness(
			examples.length,
			countReplies(examples),
			findProvider('openai').fewestExamples,
		),
		conversations: counts.conversations,
		rolledOver: counts.rolledOver,
		oldestRolloverHours: Math.round(counts.oldestRollover / 360) / 10,
		sizeSplits: counts.sizeSplits,
		oversized: counts.oversized,
		nudges: counts.nudges,
		ambiguousNames,
	};
}

const countTurns = ({messages}: Example): number =>
	messages.filter(({role}) => role !== 'system').length;

const countReplies = (examples: readonly Example[]): number =>
	examples.reduce(
		(sum, {messages}) =>
			sum + messages.filter(({role}) => role === 'assistant').length,
		0,
	);
