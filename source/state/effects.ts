import type {Effect} from '../dataset/desk.ts';
import type {DatasetCounts, Dropped} from '../dataset/types.ts';
import {formatCount, plural} from '../format.ts';
import {figuresOf, type Pricing} from './figures.ts';
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
export function effectsOf(effect: Effect, pricing: Pricing): string[] {
	const {counts} = effect;
	const {kept, messages, examples, validationExamples} = counts;
	const [tokens = '', ...others] = figuresOf(effect, pricing).map(
		({name, text}) => `${name.padEnd(nameWidth)}${text}`,
	);
	return [
		`${plural(examples, 'example')}, ${formatCount(validationExamples)} held out`,
		tokens,
		...rulesDid(counts),
		`${formatCount(kept)} of ${plural(messages, 'message')} kept${listDropped(counts)}`,
		...others,
	];
}

/** Of a figure's name. */
const nameWidth = 13;

function listDropped({dropped}: DatasetCounts): string {
	const out = (Object.entries(dropped) as [keyof Dropped, number][])
		.filter(([, count]) => count > 0)
		.sort(([, one], [, other]) => other - one)
		.map(([reason, count]) => `${formatCount(count)} ${reasons[reason]}`);
	return out.length > 0 ? `; out: ${out.join(', ')}` : '';
}

function rulesDid(counts: DatasetCounts): string[] {
	const {oversized, nudges, rolledOver, oldestRollover} = counts;
	return [
		`${plural(counts.conversations, 'conversation')}, ${plural(counts.sizeSplits, 'split')} by size`,
		rolledOver > 0
			? `${formatCount(rolledOver)} rolled over, oldest ${formatSpan(oldestRollover)}`
			: 'nothing rolled over',
		...(nudges > 0 ? [plural(nudges, 'nudge')] : []),
		...(oversized > 0
			? [`${formatCount(oversized)} larger than the size`]
			: []),
	];
}
