import type {ProviderName} from '../provider/types.ts';
import type {State} from '../state.ts';
import {uploadsOf} from '../training/leftover.ts';
import type {Target} from '../training/target.ts';
import {
	type CleanUpAction,
	type CleanUpStep,
	reduceCleanUp,
	startCleanUp,
} from './clean-up.ts';
import {type JobsAction, type JobsStep, reduceJobs, startJobs} from './jobs.ts';
import {
	type PromptViewAction,
	type PromptViewStep,
	reducePromptView,
	startPromptView,
} from './prompt-view.ts';
import {type ProvidersAction, reduceProviders} from './providers.ts';
import {
	offersNow,
	type ProvidersStep,
	startProviders,
} from './providers-step.ts';
import {chooseTarget} from './training-start.ts';
import {startTraining, type TrainingStep} from './training-step.ts';

/** A room beside the five steps: what is in it goes when it is left. */
export type Room = ProvidersStep | JobsStep | CleanUpStep | PromptViewStep;

export type RoomAction =
	| {type: 'room/open'; room: Room['type']}
	| {type: 'room/close'}
	| ProvidersAction
	| JobsAction
	| CleanUpAction
	| PromptViewAction;

const prefixes = [
	'room/',
	'providers/',
	'jobs/',
	'clean-up/',
	'prompt-view/',
] as const;

export const isRoomAction = (action: {type: string}): action is RoomAction =>
	prefixes.some(prefix => action.type.startsWith(prefix));

/** The program after what happens in a room; leaving it may have chosen something for a step. */
export function reduceRoom(state: State, action: RoomAction): State {
	if (action.type === 'room/open') return openRoom(state, action.room);
	const {room} = state;
	if (action.type === 'room/close' || room === null)
		return {...state, room: null};
	if (room.type === 'providers' && isOf('providers/', action))
		return inProviders(state, room, action);
	if (room.type === 'jobs' && isOf('jobs/', action))
		return reduceJobs(state, room, action);
	if (room.type === 'clean-up' && isOf('clean-up/', action))
		return {
			...(action.type === 'clean-up/deleted'
				? without(state, action.key)
				: state),
			room: reduceCleanUp(room, action),
		};
	if (room.type === 'prompt-view' && isOf('prompt-view/', action))
		return {...state, room: reducePromptView(room, action)};
	return state;
}

/** A twin that was deleted is gone from wherever one would talk to it. */
function without(state: State, key: string): State {
	const isGone = ({id}: {id: string}) => key === `twin ${id}`;
	const {chat, training, screen} = state;
	const isChatGone = chat !== null && isGone(chat.twin);
	const isMadeGone = !!training?.twin && isGone(training.twin);
	const again = training?.plan
		? startTraining(training.plan, training, training)
		: null;
	const left = {
		...state,
		twins: state.twins.filter(twin => !isGone(twin)),
		chat: isChatGone ? null : chat,
		training: isMadeGone ? again : training && withoutUpload(training, key),
	};
	const isNowhere =
		(screen === 'chat' && !left.chat) ||
		(screen === 'training' && !left.training);
	return (isNowhere ? {...left, screen: 'chats'} : left) as State;
}

/** A file that was deleted in the clean-up lies at the provider no more. */
function withoutUpload(step: TrainingStep, key: string): TrainingStep {
	const {job} = step;
	if (!job || !uploadsOf(job).some(id => key.endsWith(` file ${id}`)))
		return step;
	const {training, validation} = job.uploaded;
	const ifLeft = (id: string | null) =>
		id !== null && key.endsWith(` file ${id}`) ? null : id;
	const uploaded = {
		training: ifLeft(training),
		validation: ifLeft(validation),
	};
	return {...step, job: {...job, uploaded}};
}

const isOf = <Prefix extends string>(
	prefix: Prefix,
	action: RoomAction,
): action is Extract<RoomAction, {type: `${Prefix}${string}`}> =>
	action.type.startsWith(prefix);

function openRoom(state: State, type: Room['type']): State {
	switch (type) {
		case 'providers':
			if (!state.training?.plan)
				return {
					...state,
					notice: 'Pick chats first: then it is asked what to make of them.',
				};
			return {...state, room: startProviders(state.training.way)};
		case 'jobs':
			return {...state, room: startJobs()};
		case 'clean-up':
			return {...state, room: startCleanUp()};
		case 'prompt-view':
			return {...state, room: startPromptView()};
	}
}

function inProviders(
	state: State,
	room: ProvidersStep,
	action: ProvidersAction,
): State {
	if (action.type === 'providers/choose' && room.chosen) {
		const offer = offersNow(room)[room.offer];
		if (!offer) return state;
		if (offer.gone) return {...state, notice: `${offer.model}: ${offer.gone}.`};
		return chooseTarget(state, targetOf(room, offer.model));
	}
	if (action.type === 'providers/typed' && room.asking?.what === 'model') {
		const model = room.asking.editor.text;
		if (model) return chooseTarget(state, targetOf(room, model));
	}
	if (action.type === 'providers/back' && !room.asking && !room.chosen)
		return {...state, room: null};
	const next = reduceProviders(room, action);
	return {
		...state,
		room: next,
		providers: readyIn(next) ?? state.providers,
	};
}

const targetOf = ({chosen, way}: ProvidersStep, model: string): Target => ({
	provider: chosen?.provider ?? 'local',
	baseURL: chosen?.baseURL ?? null,
	model,
	way,
});

/** Providers that turned out to be ready; null while nobody knows. */
function readyIn({rows}: ProvidersStep): ProviderName[] | null {
	const ready = rows?.filter(({ready}) => ready) ?? [];
	return ready.length > 0
		? [...new Set(ready.map(({provider}) => provider))]
		: null;
}
