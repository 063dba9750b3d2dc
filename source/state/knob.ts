import type {PlaceholderKind} from '../chats/placeholders.ts';
import type {Rules} from '../dataset/rules.ts';

/** What the knobs depend on besides the rules. */
export type Surroundings = {
	/** Placeholders in the chats, by kind. */
	placeholders: ReadonlyMap<PlaceholderKind, number>;
	/** Months of the first and last message, 'YYYY-MM'. */
	months: readonly [first: string, last: string];
	/** System prompt of the owner's own, kept while another choice is tried. */
	ownPrompt: string;
};

/** What turns a rule on the screen. */
export type Knob = {
	name: string;
	/** What it is for, in a sentence that fits 58 columns. */
	about: string;
	/** Its value, as shown. */
	show(rules: Rules, around: Surroundings): string;
	/** The rules after so many turns to the right (or left, below 0). */
	turn(rules: Rules, by: number, around: Surroundings): Rules;
};

/** The rule that knobs of one value change, and the values it goes through. */
export function through<Name extends keyof Rules>(
	name: string,
	about: string,
	rule: Name,
	values: readonly Rules[Name][],
	show: (value: Rules[Name]) => string,
): Knob {
	return {
		name,
		about,
		show: rules => show(rules[rule]),
		turn: (rules, by) => ({
			...rules,
			[rule]: values[neighbour(values, rules[rule], by)],
		}),
	};
}

/** The place of a value that is `by` further; a value that is none of them stands between its neighbours. */
export function neighbour(
	values: readonly unknown[],
	value: unknown,
	by: number,
): number {
	const at = values.indexOf(value);
	const above = values.findIndex(
		other =>
			typeof other === 'number' && typeof value === 'number' && other > value,
	);
	const from = at >= 0 ? at : above < 0 ? values.length - 1 : above;
	const next = at >= 0 || by < 0 ? from + by : from + by - 1;
	return Math.min(Math.max(next, 0), values.length - 1);
}
