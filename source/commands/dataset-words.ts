import {sparkline} from '../components/sparkline.ts';
import type {Distribution} from '../dataset/distribution.ts';
import {pricesAsOf} from '../dataset/prices.ts';
import type {Dropped} from '../dataset/types.ts';
import type {DatasetSummary} from './dataset-summary.ts';

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
		`Turns per example   ${describeSpread(summary.turns)}`,
		`Tokens per example  ${describeSpread(summary.tokensPerExample)}`,
		...(summary.overLimit > 0
			? [
					`${summary.overLimit} examples are longer than OpenAI trains on, and cut at their end (--max-messages).`,
				]
			: []),
		describeCost(summary),
		`${summary.readiness.replies} replies of yours. ${summary.readiness.words}`,
	];
	return `${lines.join('\n')}\n`;
}

const describeSpread = ({
	histogram,
	min,
	median,
	p95,
	max,
}: Distribution): string =>
	`${sparkline(histogram)}  ${min} to ${max}, half up to ${median}, 95 of 100 up to ${p95}`;

function describeCost(summary: DatasetSummary): string {
	const {tokens, epochs, billedTokens, freeTokens, costs} = summary;
	const free = freeTokens > 0 ? `, ${freeTokens} of them free` : '';
	const prices = Object.entries(costs).map(
		([model, dollars]) =>
			`${model.replace(/-\d{4}-\d\d-\d\d$/, '')} $${dollars.toFixed(2)}`,
	);
	return `${tokens} tokens × ${epochs} epochs = ${billedTokens} billed tokens${free}. At OpenAI (prices of ${pricesAsOf}): ${prices.join(', ')}. Here: nothing.`;
}
