import {moderate} from '../moderation/moderate.ts';
import {dropper} from '../moderation/selection/dropper.ts';
import type {Scores} from '../moderation/types.ts';
import {connect} from '../provider/client.ts';
import {explain} from '../provider/errors.ts';
import {findProvider, scorerOf} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import {findHome} from '../store/home.ts';
import {openScores} from '../store/scores.ts';
import type {Io} from './io.ts';

/** Decides which texts stay out of the data set. */
export type Moderate = (
	texts: Iterable<string>,
	options: {provider: ProviderName; threshold: number},
	io: Io,
	signal: AbortSignal,
) => Promise<(text: string) => boolean>;

/**
Scores the texts at a provider (scores of earlier runs are taken from the store) and drops those above the threshold.
Progress goes to stderr, on a terminal only.
@throws Error with a sentence; the signal's reason after an abort
*/
export const moderateTexts: Moderate = async (
	texts,
	{provider: name, threshold},
	io,
	signal,
) => {
	const home = findHome(io.environment);
	const scores = new Map<string, Scores>();
	const {client, provider, close} = await connect(name, {
		home,
		environment: io.environment,
	});
	const model = provider.models.moderation ?? '';
	try {
		for await (const event of moderate(
			texts,
			{client, model, scores: openScores(home, scorerOf(provider))},
			signal,
		)) {
			if (event.type !== 'scored') continue;
			for (const [text, own] of event.scores) scores.set(text, own);
			if (io.stderr.isTTY)
				io.stderr.write(
					`\rModeration: ${event.pulse.done} of ${event.pulse.texts} texts`,
				);
		}
	} catch (error) {
		signal.throwIfAborted();
		throw new Error(explain(error, findProvider(name)));
	} finally {
		if (io.stderr.isTTY && scores.size > 0) io.stderr.write('\n');
		await close();
	}
	return dropper(scores, threshold);
};
