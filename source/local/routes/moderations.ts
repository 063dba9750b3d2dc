import {setImmediate} from 'node:timers/promises';
import {Hono} from 'hono';
import type {OpenAI} from 'openai';
import {
	type Category,
	categories,
	type Scores,
} from '../../moderation/types.ts';
import {type Body, isBody, readBody} from '../checks.ts';
import {refuse} from '../errors.ts';
import {newId} from '../ids.ts';
import {scorerName, scorerVersion} from '../scorer/score.ts';

/** The only moderation model here; named so that nobody takes its scores for OpenAI's. With the version of its lists, and without. */
export const lexicon = scorerName;
const versioned = `${scorerName}-${scorerVersion}`;

/** A category is flagged from this score on. */
export const flagThreshold = 0.5;

/** One score from 0 to 1 per category, in the order of `categories`. */
export type Score = (text: string) => Scores;

/** `/v1/moderations`: one result per text, in the order of the input. */
export function moderationRoutes(score: Score): Hono {
	return new Hono().post('/', async c => {
		const body = await readBody(c);
		const {model = lexicon} = body;
		if (model !== lexicon && model !== versioned)
			refuse(
				404,
				'model_not_found',
				`There is no moderation model "${String(model)}" here; the one there is, is "${lexicon}".`,
				'model',
			);
		const results: OpenAI.Moderation[] = [];
		for (const text of textsOf(body)) {
			// Thousands of texts must not keep a reply or the screen waiting.
			if (results.length % 200 === 199) await setImmediate();
			results.push(toResult(score(text)));
		}
		return c.json({
			id: newId('modr-'),
			model: versioned,
			results,
		} satisfies OpenAI.ModerationCreateResponse);
	});
}

function textsOf({input}: Body): string[] {
	const inputs: unknown[] = Array.isArray(input) ? input : [input];
	const texts = inputs.filter(one => typeof one === 'string');
	if (texts.length === inputs.length && texts.length > 0) return texts;
	// OpenAI judges an array of parts as one text.
	const parts = inputs.map(part =>
		isBody(part) && part.type === 'text' ? part.text : undefined,
	);
	if (parts.length > 0 && parts.every(part => typeof part === 'string'))
		return [parts.join('\n')];
	return refuse(
		400,
		'invalid_value',
		'"input" has to be a text, a list of texts or a list of text parts; pictures cannot be judged here.',
		'input',
	);
}

const byCategory = <T>(value: (index: number) => T) =>
	Object.fromEntries(
		categories.map((category, index) => [category, value(index)]),
	) as Record<Category, T>;

function toResult(scores: Scores): OpenAI.Moderation {
	const scoreOf = (index: number) => scores[index] ?? 0;
	const isFlagged = (index: number) => scoreOf(index) >= flagThreshold;
	return {
		flagged: categories.some((_, index) => isFlagged(index)),
		categories: byCategory(isFlagged),
		category_scores: byCategory(scoreOf),
		category_applied_input_types: byCategory(() => ['text' as const]),
	} satisfies OpenAI.Moderation;
}
