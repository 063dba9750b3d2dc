import type {State} from '../state.ts';
import {leaves, type Target} from '../training/target.ts';
import {chatWith} from './chat-sessions.ts';
import {choicesName, planFor} from './plan.ts';
import {reduceStep} from './steps.ts';
import {needsConsent, saysYes, startRefused} from './training-gate.ts';
import {started, startTraining, type TrainingStep} from './training-step.ts';

/** On the training screen, enter starts, tries again, or goes on to the chat. */
export function fromTraining(state: State): State {
	const {training} = state;
	if (training === null) return state;
	if (training.phase === 'succeeded' && training.twin) {
		return {...state, screen: 'chat', chat: chatWith(state, training.twin)};
	}
	if (training.phase === 'ready') return onReady(state, training);
	// Failed or cancelled: back to what is about to be trained on, or, for an earlier run's job, to the chats.
	if (training.plan)
		return {
			...state,
			training: startTraining(training.plan, training, training),
		} as State;
	return {...state, screen: 'chats', training: null};
}

/** What stays here starts at once; what leaves is agreed to first, in a word. */
function onReady(state: State, training: TrainingStep): State {
	// What nobody has seen yet is not agreed to.
	if (training.plan?.effect === null)
		return {...state, notice: 'Still counting what you would agree to.'};
	if (startRefused(training))
		return {...state, notice: 'This cannot start: see above.'};
	const begun = {
		...state,
		training: started(training, choicesName(state, training)),
	} as State;
	if (!needsConsent(training)) return begun;
	if (training.preflight === null || training.sizes === null)
		return {...state, notice: 'Still looking at what it takes: a moment.'};
	if (training.consent === null)
		return reduceStep(state, {
			type: 'training/consent',
			open: true,
		});
	return saysYes(training.consent)
		? begun
		: {...state, notice: 'Type yes and press enter; esc goes back.'};
}

/** Another provider or model, with the data set as it would go there; the room that it was chosen in is left. */
export function chooseTarget(state: State, target: Target): State {
	const {training} = state;
	if (training?.phase !== 'ready' || !training.plan)
		return {...state, room: null};
	const isSame = leaves(training) === leaves(target);
	const plan = isSame ? training.plan : planFor(state, target);
	if (!plan) return {...state, room: null};
	const {attempt, hyperparameters, sizes} = training;
	const before = {
		attempt,
		hyperparameters,
		...(isSame ? {sizes} : {}),
	};
	return {
		...state,
		room: null,
		screen: 'training',
		training: startTraining(plan, target, before),
	};
}
