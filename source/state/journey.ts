import {plural} from '../components/format.ts';
import {defaultRules, type Rules} from '../dataset/rules.ts';
import {findProvider} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import type {State} from '../state.ts';
import {leaves, type Target} from '../training/target.ts';
import {isWriting} from './chat-reveal.ts';
import {chatWith} from './chat-sessions.ts';
import {leaveEditing, stop} from './chat-turns.ts';
import {isWaiting, pickedChats} from './chats.ts';
import {closeAudit, closeData} from './inspecting.ts';
import {innerSize} from './layout.ts';
import {
	type ModerationAction,
	type ModerationStep,
	reduceModeration,
	showsThreshold,
	startModeration,
} from './moderation.ts';
import {choicesOf} from './moderation-choices.ts';
import {choicesName, planFor, targetOf} from './plan.ts';
import {
	needsConsent,
	reduceTraining,
	saysYes,
	started,
	startRefused,
	startTraining,
	type TrainingAction,
	type TrainingStep,
} from './training.ts';
import {ownNames, reduceYou, startYou, type YouStep} from './you.ts';

/** One step forward, or a sentence that says why not. What was chosen further on is kept where it still fits. */
export function next(state: State): State {
	switch (state.screen) {
		case 'chats':
			return toYou(state);
		case 'you':
			return chooseName(state, state.you);
		case 'moderation':
			return toTraining(state);
		case 'training':
			return onTraining(state);
		case 'chat':
			return state;
	}
}

function toYou(state: State): State {
	const chats = pickedChats(state.chats);
	if (isWaiting(state.chats))
		return {...state, notice: 'Still reading what you picked: a moment.'};
	if (chats.length === 0)
		return {...state, notice: 'Pick at least one chat first (space).'};
	const same =
		state.you?.files.join('\n') === chats.map(({file}) => file).join('\n');
	const you =
		state.you && same
			? {...state.you, name: null}
			: startYou(chats, ownNamesBefore(state));
	if (you.names.length === 0)
		return {
			...state,
			notice:
				'Nobody wrote in these chats: they hold notices only. Pick others.',
		};
	return {...state, screen: 'you', you};
}

const ownNamesBefore = (state: State): readonly string[] =>
	state.you?.name ? ownNames(state.you) : state.remembered.me;

/** The list that one came from: of the other names, where there were any. */
const lastList = (you: YouStep): YouStep =>
	you.aliases.length > 0 ? you : {...you, name: null};

/** First the name, then, where there are any, the names that may be the same person. */
function chooseName(state: State, you: YouStep): State {
	const chats = pickedChats(state.chats);
	if (you.name !== null) return toModeration(state, you);
	const chosen = reduceYou(you, {type: 'you/choose'}, chats);
	return chosen.aliases.length > 0
		? {...state, screen: 'you', you: chosen}
		: toModeration(state, chosen);
}

function toModeration(state: State, you: YouStep): State {
	const chats = pickedChats(state.chats);
	const files = chats.map(({file}) => file).join('\n');
	const before = state.moderation;
	// The same chats have the same texts: scores and threshold stay.
	const moderation =
		before?.files === files
			? before
			: startModeration(
					chats,
					before ? choicesOf(before) : state.remembered.moderation,
					scorerToAsk(state),
				);
	return {
		...state,
		screen: 'moderation',
		you,
		moderation: {...moderation, counted: false},
	};
}

/** Who scored before, where that is another provider and it is ready. */
function scorerToAsk(state: State): ProviderName | null {
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
	return reduceMine(state, {type: 'moderation/ask', provider});
}

const reduceMine = (state: State, action: ModerationAction): State =>
	({
		...state,
		moderation:
			state.moderation &&
			reduceModeration(state.moderation, action, innerSize(state.size)),
	}) as State;

function toTraining(state: State): State {
	const {training} = state;
	const isSame =
		training !== null &&
		training.begunWith !== null &&
		training.begunWith === choicesName(state, training);
	if (isRunning(state))
		return {
			...state,
			screen: 'training',
			...(isSame ? {} : {notice: alreadyTraining}),
		} as State;
	// What has come of these very choices is not trained a second time unasked.
	if (isSame && training.phase === 'succeeded')
		return {...state, screen: 'training', training};
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
	const paused = reduceMine(state, {type: 'moderation/pause'});
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

const isRunning = ({training}: State): boolean =>
	training !== null &&
	(training.phase === 'running' || training.phase === 'cancelling');

/** On the training screen, enter starts, tries again, or goes on to the chat. */
function onTraining(state: State): State {
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
		return reduceTrainingOf(state, training, {
			type: 'training/consent',
			open: true,
		});
	return saysYes(training.consent)
		? begun
		: {...state, notice: 'Type yes and press enter; esc goes back.'};
}

const reduceTrainingOf = (
	state: State,
	training: TrainingStep,
	action: TrainingAction,
): State => ({...state, training: reduceTraining(training, action)}) as State;

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

/** One step back; nothing that was chosen is lost. */
export function back(state: State): State {
	switch (state.screen) {
		case 'chats':
			return state;
		case 'you':
			return state.you.name === null
				? {...state, screen: 'chats'}
				: {...state, you: {...state.you, name: null}};
		case 'moderation':
			return state.you
				? {...state, screen: 'you', you: lastList(state.you)}
				: {...state, screen: 'chats'};
		case 'training':
			if (state.training.audit) return closeAudit(state, state.training);
			if (state.training.data) return closeData(state, state.training);
			if (state.training.consent)
				return reduceTrainingOf(state, state.training, {
					type: 'training/consent',
					open: false,
				});
			return state.moderation
				? {...state, screen: 'moderation', moderation: state.moderation}
				: {...state, screen: 'chats'};
		case 'chat':
			if (isWriting(state.chat)) return {...state, chat: stop(state.chat)};
			if (state.chat.editing !== null)
				return {...state, chat: leaveEditing(state.chat)};
			return state.training
				? {...state, screen: 'training', training: state.training}
				: {...state, screen: 'chats'};
	}
}
