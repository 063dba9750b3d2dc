import {findProvider} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import type {State} from '../state.ts';
import {reduceStep} from './steps.ts';

/** The next provider that can score; another one than the embedded is asked about first. */
export function nextScorer(state: State): State {
	const {moderation} = state;
	const scorers = scorersOf(state);
	if (!moderation) return state;
	if (scorers.length < 2)
		return {
			...state,
			notice:
				'Only the embedded scorer is ready: set OPENAI_API_KEY for OpenAI’s, which is free.',
		};
	const place = scorers.indexOf(moderation.provider);
	const provider = scorers[(place + 1) % scorers.length] ?? 'local';
	return reduceStep(state, {type: 'moderation/ask', provider});
}

/** Who scored before, where that is another provider and it is ready. */
export function scorerToAsk(state: State): ProviderName | null {
	const scorer = state.moderation?.provider ?? state.remembered.scorer;
	return scorer !== 'local' && scorersOf(state).includes(scorer)
		? scorer
		: null;
}

/** Providers that could score now, the embedded one among them. */
const scorersOf = ({providers}: State): ProviderName[] =>
	providers.filter(name => {
		const {can, models} = findProvider(name);
		return can.moderate && models.moderation !== null;
	});
