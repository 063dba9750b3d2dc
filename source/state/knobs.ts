import type {PlaceholderKind} from '../chats/placeholders.ts';
import {defaultRules, type Rules} from '../dataset/rules.ts';
import {formatCount} from '../format.ts';
import {type Knob, neighbour, type Surroundings, through} from './knob.ts';
import {toggled} from './list.ts';

const hours = (count: number): string =>
	count >= 48 && count % 24 === 0 ? `${count / 24} days` : `${count} h`;

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

/** Every rule that can be turned, from top to bottom; kinds of placeholder follow, as far as there are any. */
const fixed: readonly Knob[] = [
	through(
		'gap',
		'a longer silence begins a new conversation',
		'gapHours',
		[0.5, 1, 2, 3, 4, 5, 6, 8, 10, 12, 18, 24, 48, 72, 168],
		value => `over ${hours(value)}`,
	),
	through(
		'roll-over',
		'how long unanswered messages wait for your next reply',
		'rollover',
		['never', 6, 12, 24, 48, 72, 168, 336, 720, 'always'],
		value => (typeof value === 'number' ? `up to ${hours(value)}` : value),
	),
	through(
		'size',
		'longer conversations become several examples',
		'maxMessages',
		[2, 4, 6, 8, 10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200],
		value => `${value} entries`,
	),
	through(
		'pairs',
		'each example is one message to you and your reply',
		'pairs',
		[false, true],
		yesNo,
	),
	through(
		'separate replies',
		'each message of yours is a reply, not all in a row as one',
		'separateReplies',
		[false, true],
		yesNo,
	),
	through(
		'openers',
		'what becomes of conversations that you began',
		'openers',
		['drop', 'keep', 'nudge'],
		value => value,
	),
	through(
		'prefix',
		'names in front of what the others write',
		'prefix',
		['none', 'group', 'always'],
		value => ({none: 'none', group: 'in groups', always: 'always'})[value],
	),
	{
		name: 'system prompt',
		about: 'who the twin is told to be, in every example',
		show: ({system}) =>
			system === null ? 'usual' : system === '' ? 'none' : 'your own',
		turn(rules, by, {ownPrompt}) {
			const choices = [null, '', ...(ownPrompt ? [ownPrompt] : [])];
			const system = choices[neighbour(choices, rules.system, by)] ?? null;
			return {...rules, system};
		},
	},
	{
		name: 'oldest date',
		about: 'what was written before it stays out',
		show: ({since}) => since || 'all',
		turn: (rules, by, {months}) => ({
			...rules,
			since: laterMonth(rules.since, by, months),
		}),
	},
	through(
		'cap per chat',
		'the most examples that one chat may give',
		'maxPerChat',
		[10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 0],
		value => (value === 0 ? 'no cap' : `${formatCount(value)} examples`),
	),
	through(
		'hold-out',
		'not trained on: the twin is measured by these',
		'validation',
		[0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5],
		value => (value === 0 ? 'none' : `${Math.round(value * 100)} %`),
	),
	through(
		'free tokens',
		'tokens that a provider does not charge you for',
		'freeTokens',
		[0, 250_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000],
		value => (value === 0 ? 'none' : formatCount(value)),
	),
];

/** A first of a month, so many months on; before the first month nothing is left out. */
function laterMonth(
	since: string,
	by: number,
	[first, last]: Surroundings['months'],
): string {
	const number = (month: string) =>
		Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
	const now = since === '' ? number(first) : number(since);
	const next = Math.min(now + by, number(last));
	if (next <= number(first)) return '';
	const year = String(Math.floor(next / 12)).padStart(4, '0');
	return `${year}-${String((next % 12) + 1).padStart(2, '0')}-01`;
}

const placeholder = (kind: PlaceholderKind): Knob => ({
	name: `keep [${kind}]`,
	about: `messages that are only a ${kind} stay in, as “[${kind}]”`,
	show: ({keepPlaceholders}, {placeholders}) =>
		`${yesNo(keepPlaceholders.includes(kind))}, ${formatCount(placeholders.get(kind) ?? 0)}`,
	turn: (rules, by) =>
		rules.keepPlaceholders.includes(kind) === by > 0
			? rules
			: {
					...rules,
					keepPlaceholders: [
						...toggled(new Set(rules.keepPlaceholders), kind),
					].sort(),
				},
});

/** The knobs that there are for these chats. */
export const knobsFor = ({placeholders}: Surroundings): readonly Knob[] => [
	...fixed,
	...[...placeholders.keys()].map(placeholder),
];

export const systemKnob = fixed.findIndex(({name}) => name === 'system prompt');

/** Whether a knob stands where the published experiment had it. */
export const isUsual = (
	{show}: Knob,
	rules: Rules,
	around: Surroundings,
): boolean => show(rules, around) === show(defaultRules, around);

/** The published experiment told who the owner is, what the owner likes, and where this is: the same with blanks to fill in. */
export const promptTemplate = (name: string): string =>
	`You are ${name}. You live in …. You like …, … and …. You speak … and …. You are chatting on WhatsApp with people you know: write as you always do, one line per message.`;
