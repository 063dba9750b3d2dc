import {defaults, type RuleOptions, ruleProblems} from './options.ts';

/** What the owner chooses on the screen; whether names are replaced follows from where it goes. */
export type Rules = RuleOptions & {
	/** Rule 9; null for the usual words, which hold the owner's name only where nothing leaves the machine. */
	system: string | null;
	/** Billed tokens that the owner's account need not pay for. */
	freeTokens: number;
};

const {
	anonymize: _anonymize,
	replaceNames: _replaceNames,
	keepNames: _keepNames,
	regions: _regions,
	...chosen
} = defaults;

/** The published experiment's rules. */
export const defaultRules: Rules = {...chosen, system: null, freeTokens: 0};

/** Whether a value read from a file can be rules; what is missing in it is as usual. */
export function areRules(value: unknown): value is Partial<Rules> {
	if (typeof value !== 'object' || value === null) return false;
	const rules: Rules = {...defaultRules, ...value};
	const {openers, prefix, system, rollover, keepPlaceholders} = rules;
	return (
		['keep', 'drop', 'nudge'].includes(openers) &&
		['group', 'always', 'none'].includes(prefix) &&
		(system === null || typeof system === 'string') &&
		(['always', 'never'].includes(rollover as string) ||
			typeof rollover === 'number') &&
		Array.isArray(keepPlaceholders) &&
		[rules.pairs, rules.separateReplies].every(
			flag => typeof flag === 'boolean',
		) &&
		typeof rules.since === 'string' &&
		[
			rules.gapHours,
			rules.maxMessages,
			rules.maxPerChat,
			rules.validation,
			rules.freeTokens,
		].every(number => typeof number === 'number') &&
		ruleProblems(rules).length === 0
	);
}
