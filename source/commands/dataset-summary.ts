import {cost, defaultModel, pricesAsOf} from '../dataset/prices.ts';
import {billedTokens, countTokens, epochs} from '../dataset/tokens.ts';
import type {Dataset, Dropped} from '../dataset/types.ts';

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
	/** US dollars for `model`, at the prices of `pricesAsOf`. */
	cost: number | null;
	model: string;
	pricesAsOf: string;
	conversations: number;
	rolledOver: number;
	oldestRolloverHours: number;
	sizeSplits: number;
	oversized: number;
	nudges: number;
	/** For a decision: names that are words, and were left in texts. */
	ambiguousNames: string[];
};

/** Everything about a data set in numbers. */
export async function summarize({
	examples,
	counts,
	ambiguousNames,
}: Dataset): Promise<DatasetSummary> {
	const tokens = await countTokens(examples);
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
		cost: cost(billed),
		model: defaultModel,
		pricesAsOf,
		conversations: counts.conversations,
		rolledOver: counts.rolledOver,
		oldestRolloverHours: Math.round(counts.oldestRollover / 360) / 10,
		sizeSplits: counts.sizeSplits,
		oversized: counts.oversized,
		nudges: counts.nudges,
		ambiguousNames,
	};
}

/** What becomes of a message that is left out, in words, and what to change where it is too many. */
const reasons: Readonly<Record<keyof Dropped, string>> = {
	since: 'older than --since',
	moderation: 'above the threshold (raise --threshold)',
	media: 'media (--keep-placeholders)',
	system: 'notices',
	deleted: 'deleted',
	blank: 'blank',
	rolloverEnd: 'unanswered at the end of a chat',
	rolloverOld: 'too old to roll over (--rollover always)',
	openers: 'of yours before anybody wrote (--openers nudge)',
	invalid: 'in conversations of you alone (--openers nudge)',
	perChat: 'over --max-per-chat',
};

/** The drop counts as a list for a sentence, largest first. */
export const listDropped = (dropped: Dropped): string =>
	(Object.entries(dropped) as [keyof Dropped, number][])
		.filter(([, count]) => count > 0)
		.sort(([, a], [, b]) => b - a)
		.map(([reason, count]) => `${count} ${reasons[reason]}`)
		.join(', ');

/** The summary for people. */
export function describe(summary: DatasetSummary): string {
	const {kept, messages, chats, examples, validationExamples} = summary;
	const dropped = listDropped(summary.dropped);
	const lines = [
		`${examples} examples to train on and ${validationExamples} held out, of ${kept} of ${messages} messages in ${chats} chats.`,
		...(dropped ? [`Left out: ${dropped}.`] : []),
		`${summary.tokens} tokens × ${summary.epochs} epochs = ${summary.billedTokens} billed tokens${summary.cost === null ? '' : `, $${summary.cost.toFixed(2)} for ${summary.model} (prices of ${summary.pricesAsOf})`}.`,
		...(summary.ambiguousNames.length > 0
			? [
					`Names that are also words stay where they stand alone: ${summary.ambiguousNames.join(', ')}.`,
				]
			: []),
	];
	return `${lines.join('\n')}\n`;
}
