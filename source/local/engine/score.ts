import type {Model} from './model.ts';
import {momentOf} from './moment.ts';
import {beginSaying, makeScratch, predict} from './predict.ts';
import type {Turn} from './types.ts';
import {special} from './vocabulary.ts';

/** A token of a text that was said, and how likely it was there. */
export type Scored = {token: number; text: string; logProbability: number};

/**
How likely each token of the last turn was after the turns before it, as the owner's next words; the end of the turn is
the last one, with no text.
*/
export function scoreLast(model: Model, turns: readonly Turn[]): Scored[] {
	const said = turns.at(-1)?.content.trim() ?? '';
	const tokens = [...model.tokenizer.encode(said), special.end];
	const {stream, recent, heard} = momentOf(model, turns.slice(0, -1), () => 0);
	const saying = beginSaying(stream, tokens.length);
	const scratch = makeScratch(model, heard);
	return tokens.map(token => {
		const chance = predict(model, recent, saying, scratch)[token] as number;
		saying.tokens[saying.length++] = token;
		return {
			token,
			text: token === special.end ? '' : model.tokenizer.decode([token]),
			logProbability: Math.log(chance),
		};
	});
}
