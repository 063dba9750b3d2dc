import {findProvider} from '../provider/providers.ts';
import type {State} from '../state.ts';
import {usualTarget} from '../training/target.ts';
import {type Plan, planFor} from './plan.ts';
import {startProviders} from './providers-step.ts';
import {stricterNow} from './stricter.ts';
import {startTraining, type TrainingStep} from './training-step.ts';

/** Ways that remain after a refusal, each behind a key. */
export type Remedy = 'provider' | 'embedded' | 'prompted' | 'stricter';

/** Takes one of the ways: what was chosen so far is kept, and nothing starts without being looked at. */
export function followRemedy(state: State, remedy: Remedy): State {
	const {training} = state;
	if (!training) return state;
	if (!training.plan)
		return {
			...state,
			screen: 'chats',
			training: null,
			notice:
				'Pick the chats again: this training was begun in an earlier run.',
		};
	const {plan} = training;
	const ready = withTraining(state, startTraining(plan, training, training));
	switch (remedy) {
		case 'provider':
			return {...ready, room: startProviders('fine-tuned')};
		case 'prompted':
			return (
				prompted(state, plan, training) ?? {
					...ready,
					room: startProviders('prompted'),
				}
			);
		case 'embedded':
			return embedded(state, training) ?? ready;
		case 'stricter':
			return stricter(state, training) ?? ready;
	}
}

const withTraining = (state: State, training: TrainingStep): State =>
	({...state, training}) as State;

/** The usual chat model of the same provider; null where it has none. */
function prompted(
	state: State,
	plan: Plan,
	training: TrainingStep,
): State | null {
	const model = findProvider(training.provider).models.chat;
	if (!model) return null;
	const target = {...training, model, way: 'prompted' as const};
	return withTraining(state, startTraining(plan, target, training));
}

function embedded(state: State, {attempt}: TrainingStep): State | null {
	const target = usualTarget('local');
	const plan = planFor(state, target);
	return plan && withTraining(state, startTraining(plan, target, {attempt}));
}

/** The same with a threshold that drops more. */
function stricter(state: State, training: TrainingStep): State | null {
	const found = stricterNow(state);
	if (!found || !state.moderation) return null;
	const {threshold} = found;
	const moderation = {...state.moderation, threshold, counted: false};
	const moved = {...state, moderation} as State;
	const plan = planFor(moved, training);
	const {attempt, hyperparameters} = training;
	return (
		plan &&
		withTraining(
			moved,
			startTraining(plan, training, {attempt, hyperparameters}),
		)
	);
}
