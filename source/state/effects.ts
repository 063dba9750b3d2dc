import {formatCount, plural} from '../components/format.ts';
import type {DatasetCounts, Dropped} from '../dataset/types.ts';
import {formatSpan} from './shown.ts';

/** Why messages stay out, in a word or two. */
const reasons: Readonly<Record<keyof Dropped, string>> = {
	since: 'too old',
	moderation: 'moderation',
	media: 'media',
	system: 'notices',
	deleted: 'deleted',
	blank: 'blank',
	rolloverEnd: 'unanswered at the end',
	rolloverOld: 'too old to roll over',
	openers: 'openers',
	invalid: 'you alone',
	perChat: 'over the cap',
};

/** What the rules do, in lines for the owner; the most important first. */
export function effectsOf(counts: DatasetCounts): string[] {
	const {kept, messages, examples, validationExamples, dropped} = counts;
	const out = (Object.entries(dropped) as [keyof Dropped, number][])
		.filter(([, count]) => count > 0)
		.sort(([, one], [, other]) => other - one)
		.map(([reason, count]) => `${formatCount(count)} ${reasons[reason]}`);
	const {oversized, nudges, rolledOver, oldestRollover} = counts;
	return [
		`${plural(examples, 'example')}, ${formatCount(validationExamples)} held out`,
		`${formatCount(kept)} of ${plural(messages, 'message')} kept`,
		`${plural(counts.conversations, 'conversation')}, ${plural(counts.sizeSplits, 'split')} by size`,
		rolledOver > 0
			? `${formatCount(rolledOver)} rolled over, oldest ${formatSpan(oldestRollover)}`
			: 'nothing rolled over',
		...(nudges > 0 ? [plural(nudges, 'nudge')] : []),
		...(oversized > 0
			? [`${formatCount(oversized)} larger than the size`]
			: []),
		...(out.length > 0 ? [`out: ${out.join(', ')}`] : []),
	];
}
