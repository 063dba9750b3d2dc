import {bindings, contextOf} from './keys.ts';
import {insteadOfBack, isIdle} from './state/idle.ts';
import type {State} from './state.ts';

/** A key as footer and help name it. */
export type KeyHint = {
	show: string;
	does: string;
	/** In the help only. */
	rare: boolean;
};

/** The keys that can do something in this state, in the order of their table. */
export function hintsOf(state: State): KeyHint[] {
	return bindings[contextOf(state)].flatMap(
		({show, does, rare = false, action}) =>
			show && does && !isIdle(state, action)
				? [{show, does: wordsFor(state, action.type) ?? does, rare}]
				: [],
	);
}

const wordsFor = (state: State, type: string): string | null =>
	type === 'back' ? insteadOfBack(state) : null;
