import type {State} from '../state.ts';
import {showsThreshold} from './moderation-step.ts';
import {optionsFor, targetOf} from './plan.ts';

/**
Names the tokens that the state on the screen is about: of which chats, and how these are written. With another name they
are counted anew, which is quick where most texts stay the same. Null where nothing asks for tokens.
*/
export function weightsName(state: State): string | null {
	const {moderation, screen, training} = state;
	const isAsked =
		(screen === 'moderation' && moderation && showsThreshold(moderation)) ||
		(screen === 'training' && training?.phase === 'ready');
	const options = isAsked ? optionsFor(state, targetOf(state)) : null;
	if (!options || !moderation) return null;
	const {me, prefix, keepPlaceholders, system, anonymize} = options;
	const names = anonymize ? [options.replaceNames, options.keepNames] : null;
	const groups = prefix === 'group' ? keepPlaceholders : null;
	return JSON.stringify([moderation.files, me, prefix, groups, system, names]);
}
