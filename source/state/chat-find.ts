import type {ChatStep} from './chat-step.ts';
import {placesOf, wordsOf} from './search.ts';

/** A message that was looked for. */
export type FoundTurn = {
	turn: number;
	words: readonly string[];
	/** Whether it is scrolled to already. */
	isShown: boolean;
};

/** Marks a message that holds the words and scrolls to it: the newest one, or the one before `before`; from the oldest it goes on at the newest. */
function findBefore(
	step: ChatStep,
	words: readonly string[],
	before: number,
): ChatStep {
	const places = placesOf(step.turns, words);
	const at = places.findLastIndex(({id}) => id < before);
	const place = places.at(at);
	if (!place)
		return {...step, notice: `Nothing here has “${words.join(' ')}”.`};
	const count = places.length;
	const nth = at < 0 ? count : at + 1;
	const more = count > 1 ? ': /find goes to the one before' : '';
	return {
		...step,
		found: {turn: place.id, words, isShown: false},
		notice: `Found ${nth} of ${count}${more}.`,
	};
}

/** A conversation that was searched for opens where the words were said. */
export const findNewest = (
	step: ChatStep,
	words: readonly string[],
): ChatStep =>
	placesOf(step.turns, words).length > 0
		? findBefore(step, words, Number.POSITIVE_INFINITY)
		: step;

/** '/find climbing'; again, or without words, to the one before. */
export function runFind(step: ChatStep, argument: string): ChatStep {
	const {found} = step;
	const words = argument === '' ? (found?.words ?? []) : wordsOf(argument);
	if (words.length === 0)
		return {...step, notice: 'What is looked for? /find WORDS'};
	const isSame = found?.words.join(' ') === words.join(' ');
	return findBefore(
		step,
		words,
		isSame ? found.turn : Number.POSITIVE_INFINITY,
	);
}
