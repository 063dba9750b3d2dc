import type {State} from '../state.ts';
import {reduceTraining, type TrainingAction} from './training.ts';

/** What happens to the training; where it ends, the program learns of it, wherever one is. */
export function onTraining(state: State, action: TrainingAction): State {
	if (!state.training) return state;
	const isWatched = state.screen === 'training' && state.room === null;
	return withTwin({
		...state,
		// What was asked about is decided, or over by itself.
		overlay: state.overlay === 'cancel' ? keepAsking(action) : state.overlay,
		training: reduceTraining(state.training, action),
		// On its own screen it is told there.
		notice: isWatched ? state.notice : (endOf(action) ?? state.notice),
	});
}

/** The question whether to cancel stays while the training only goes on. */
const keepAsking = (action: TrainingAction): State['overlay'] =>
	action.type === 'training/event' && endOf(action) === null ? 'cancel' : null;

/** How the training has ended just now, in a sentence; null where it has not. */
function endOf(action: TrainingAction): string | null {
	if (action.type !== 'training/event') return null;
	switch (action.event.type) {
		case 'twin':
			return `Your twin ${action.event.twin.name} is ready.`;
		case 'failed':
			return 'The training has failed.';
		case 'cancelled':
			return 'The training was cancelled.';
		default:
			return null;
	}
}

/** A twin that has just been made can be talked to. */
function withTwin(state: State): State {
	const twin = state.training?.twin;
	return twin && !state.twins.some(({id}) => id === twin.id)
		? {...state, twins: [twin, ...state.twins]}
		: state;
}
