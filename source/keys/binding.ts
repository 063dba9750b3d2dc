import type {Action} from '../state.ts';

/** What a key can mean: any action but another key. */
export type Meaning = Exclude<Action, {type: 'key'}>;

export type Binding = {
	/** Names as `keyName` gives them. */
	keys: readonly string[];
	/** How footer and help write the keys; a binding without it belongs to the one before it ('↑↓'). */
	show?: string;
	/** What it does, in a word or two. */
	does?: string;
	action: Meaning;
	/** In the help only, not in the footer. */
	rare?: boolean;
};

/** By context, which is where keys are pressed: each has its own bindings. */
export type Bindings = Readonly<Record<string, readonly Binding[]>>;

/** @param keys names as `keyName` gives them, with spaces between them */
export const bind = (
	keys: string,
	show: string,
	does: string,
	action: Meaning,
): Binding => ({keys: keys.split(' '), show, does, action});

/** As `bind`, in the help only. */
export const rare: typeof bind = (...binding) => ({
	...bind(...binding),
	rare: true,
});

/** What belongs to the binding before it. */
export const also = (keys: string, action: Meaning): Binding => ({
	keys: keys.split(' '),
	action,
});

/** Two directions of one thing: what goes back, and what goes on. */
export const both = (
	[back, on]: readonly [back: string, on: string],
	show: string,
	does: string,
	action: (by: -1 | 1) => Meaning,
): Binding[] => [bind(back, show, does, action(-1)), also(on, action(1))];

/** As `both`, in the help only. */
export const rareBoth: typeof both = (keys, show, does, action) =>
	both(keys, show, does, action).map((binding, at) =>
		at === 0 ? {...binding, rare: true} : binding,
	);
