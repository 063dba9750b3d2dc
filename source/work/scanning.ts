import {moderate} from '../moderation/moderate.ts';
import type {Scores} from '../moderation/types.ts';
import {explain} from '../provider/errors.ts';
import {scorerOf} from '../provider/providers.ts';
import type {Services} from '../services.ts';
import type {ModerationAction} from '../state/moderation.ts';
import type {State} from '../state.ts';
import {openScores} from '../store/scores.ts';

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
	const kept = openScores(services.home, scorerOf(provider));
	const scores = new Map<string, Scores>();
	let refused = 0;
	let reported = 0;
	try {
		for await (const event of moderate(
			texts.keys(),
			{client, model, scores: kept, label: provider.label},
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
