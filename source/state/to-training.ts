import {defaultRules, type Rules} from '../dataset/rules.ts';
import {plural} from '../format.ts';
import type {State} from '../state.ts';
import {type ModerationStep, showsThreshold} from './moderation-step.ts';
import {choicesName, planFor, targetOf} from './plan.ts';
import {reduceStep} from './steps.ts';
import {startTraining, type TrainingStep} from './training-step.ts';

/** From the threshold to what is about to be trained on: planned anew, unless a training goes on or has come of these very choices. */
export function toTraining(state: State): State {
	const {training} = state;
	if (training && isRunning(training))
		return {
			...state,
			screen: 'training',
			training,
			notice: isOfThese(state, training) ? state.notice : alreadyTraining,
		};
	// What has come of these very choices is not trained a second time unasked.
	if (training?.phase === 'succeeded' && isOfThese(state, training))
		return {...state, screen: 'training', training};
	return planned(state);
}

/** Whether a training was begun with the choices as they stand. */
const isOfThese = (state: State, training: TrainingStep): boolean =>
	training.begunWith !== null &&
	training.begunWith === choicesName(state, training);

/** What the choices as they stand would train, or why there is nothing to train on. */
function planned(state: State): State {
	if (!state.moderation || !showsThreshold(state.moderation))
		return {
			...state,
			notice: 'Still scoring: the threshold needs every score.',
		};
	if (state.moderation.scan === 'running') return whileScoring(state);
	if (isUnscored(state.moderation)) return {...state, notice: noScores};
	const target = targetOf(state);
	const plan = planFor(state, target);
	if (plan === null) return state;
	const {effect, counted} = state.moderation;
	// Rules of the owner's own may be why: these can be changed on the next screen.
	if (counted && effect?.counts.examples === 0 && isUsual(state.rules)) {
		return {
			...state,
			notice:
				'Nothing is left to train on: raise the threshold, or go back and pick more chats or another name.',
		};
	}
	return {
		...state,
		screen: 'training',
		training: startTraining(plan, target, {
			attempt: state.training?.attempt ?? 0,
			...(state.training && {hyperparameters: state.training.hyperparameters}),
		}),
	};
}

/** What is trained on must not change under the owner's eyes, so the scan pauses, and that is said. */
function whileScoring(state: State): State {
	const paused = reduceStep(state, {type: 'moderation/pause'});
	const {moderation} = paused;
	if (!moderation || isUnscored(moderation))
		return {...state, notice: 'Still scoring: nothing has a score yet.'};
	const after = toTraining(paused);
	const missing = moderation.table?.unscored ?? 0;
	return missing > 0 && after.screen === 'training'
		? {...after, notice: scoringPaused(missing, moderation)}
		: after;
}

const scoringPaused = (missing: number, {settings}: ModerationStep): string => {
	const what = settings.unscored === 'drop' ? 'stay out' : 'are in';
	return `Scoring is paused: ${plural(missing, 'message')} without scores ${what}. esc and r go on.`;
};

/** Whether all that the table could keep is without scores and stays out. */
const isUnscored = ({table, settings}: ModerationStep): boolean =>
	table !== null &&
	settings.unscored === 'drop' &&
	table.messages > 0 &&
	table.unscored === table.messages;

const noScores =
	'Nothing has a score yet, so all stays out: r goes on scoring, u keeps them.';

const alreadyTraining =
	'This training began with your earlier choices: cancel it (c) for new ones.';

const isUsual = (rules: Rules): boolean =>
	JSON.stringify(rules) === JSON.stringify(defaultRules);

const isRunning = ({phase}: TrainingStep): boolean =>
	phase === 'running' || phase === 'cancelling';
