import {setTimeout} from 'node:timers/promises';
import {moderate} from '../moderation/moderate.ts';
import type {Scores} from '../moderation/types.ts';
import {explain} from '../provider/errors.ts';
import type {Services} from '../services.ts';
import {planFor} from '../state/journey.ts';
import type {ModerationAction} from '../state/moderation.ts';
import type {State} from '../state.ts';
import {openScores} from '../store/scores.ts';

/** Scoring goes on while its screen is left; it ends with the choice of chats. */
export const scanningKey = ({moderation}: State): string | null =>
	moderation?.scan === 'running'
		? `${moderation.attempt}\n${moderation.files}`
		: null;

/** Milliseconds between two reports of progress: a frame has no use for more. */
const pace = 50;

/** Scores every text in play by the embedded scorer; scores of earlier runs are taken from the store. */
export async function* scanning(
	services: Services,
	{moderation}: State,
	signal: AbortSignal,
): AsyncGenerator<ModerationAction> {
	const texts = moderation?.texts ?? new Map<string, number>();
	const {client, provider} = await services.connect('local');
	const model = provider.models.moderation ?? '';
	const scores = new Map<string, Scores>();
	let refused = 0;
	let reported = 0;
	try {
		for await (const event of moderate(
			texts.keys(),
			{client, model, scores: openScores(services.home, model)},
			signal,
		)) {
			if (event.type === 'refused') refused++;
			if (event.type === 'scored')
				for (const [text, own] of event.scores) scores.set(text, own);
			if (performance.now() - reported > pace) {
				reported = performance.now();
				yield {type: 'moderation/progress', scored: scores.size};
			}
		}
		yield {type: 'moderation/scored', scores, refused};
	} catch (error) {
		if (!signal.aborted)
			yield {type: 'moderation/failed', reason: explain(error, provider)};
	}
}

/** The number of examples is counted for the threshold on the screen, once it rests. */
export const countingKey = ({moderation}: State): string | null =>
	moderation?.scan === 'done' && moderation.examples === null
		? `${moderation.threshold}`
		: null;

export async function* counting(
	state: State,
	signal: AbortSignal,
): AsyncGenerator<ModerationAction> {
	// Keys come faster than a large data set is built: only the threshold that stays is counted.
	await setTimeout(pace, undefined, {signal});
	const plan = planFor(state, 'local');
	if (!plan || !state.moderation) return;
	const {examples, validation} = plan.dataset;
	yield {
		type: 'moderation/counted',
		threshold: state.moderation.threshold,
		examples: examples.length + validation.length,
	};
}
