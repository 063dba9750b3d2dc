import type {Key} from 'ink';
import {mostCharacters} from './components/editor.ts';
import type {Decisions} from './dataset/anonymize/decisions.ts';
import type {Rules} from './dataset/rules.ts';
import {formatCount} from './format.ts';
import type {Meaning} from './keys/binding.ts';
import {contextOf} from './keys.ts';
import type {ProviderName} from './provider/types.ts';
import type {ChatHabits, ChatStep} from './state/chat-step.ts';
import type {ChatsStep} from './state/chats-step.ts';
import {openAudit, openData, recount} from './state/inspecting.ts';
import {type Journal, withJournal} from './state/journal.ts';
import {back, next} from './state/journey.ts';
import type {ModerationStep} from './state/moderation-step.ts';
import {meaningOf} from './state/press.ts';
import {followRemedy, type Remedy} from './state/remedies.ts';
import {
	type Remembered,
	type RememberedAction,
	remember,
} from './state/remembered.ts';
import {
	isRoomAction,
	type Room,
	type RoomAction,
	reduceRoom,
} from './state/room.ts';
import {nextScorer} from './state/scorers.ts';
import type {SessionsStep} from './state/sessions.ts';
import {reduceStep, type StepAction} from './state/steps.ts';
import {talk, talkToCheckpoint} from './state/talking.ts';
import type {TrainingStep} from './state/training-step.ts';
import {editIn} from './state/typing.ts';
import type {YouStep} from './state/you.ts';
import type {Session} from './store/session-log.ts';
import type {Twin} from './store/types.ts';
import {strokes} from './strokes.ts';

/** What each step knows; null until it was reached. Going back keeps it, so no choice is lost. */
type Steps = {
	chats: ChatsStep;
	you: YouStep | null;
	moderation: ModerationStep | null;
	training: TrainingStep | null;
	chat: ChatStep | null;
};

/** The step on the screen is always there. */
type At<Screen extends keyof Steps> = Steps & {screen: Screen} & {
	[S in Screen]: NonNullable<Steps[S]>;
};

export type Size = {columns: number; rows: number};

type Frame = {
	size: Size;
	overlay: 'help' | 'leave' | 'cancel' | null;
	/** A room beside the steps; null while one is on the step itself. */
	room: Room | null;
	/** A sentence for the status line; it goes with the next key. */
	notice: string | null;
	/** True once the program is to end. */
	leaving: boolean;
	/** Twins of earlier runs, newest first. */
	twins: readonly Twin[];
	/** Providers that can train right now: the embedded one, and those whose key is found. */
	providers: readonly ProviderName[];
	/** What earlier runs chose. */
	remembered: Remembered;
	/** How the data set is made of the chats, as last confirmed. */
	rules: Rules;
	/** What the owner decided about names that are also words, or look like somebody's. */
	names: Decisions;
	/** Which tokens are known (`weightsName`), and how far those that are being counted are, 0 to 1. */
	weighed: {name: string | null; share: number};
	/** The list of conversations; null while it is closed. */
	sessions: SessionsStep | null;
	/** The conversation that the newest twin was last talked to in. */
	latest: Session | null;
	/** How the chat was left. */
	habits: ChatHabits;
	/** What of the conversations is not kept yet. */
	journal: Journal;
};

export type State = Frame &
	(At<'chats'> | At<'you'> | At<'moderation'> | At<'training'> | At<'chat'>);
export type Screen = State['screen'];

export type Action =
	| {type: 'key'; input: string; key: Key}
	| {type: 'paste'; text: string}
	| {type: 'resize'; size: Size}
	| {type: 'next'}
	| {type: 'back'}
	| {type: 'stay'}
	| {type: 'notice'; text: string}
	| {type: 'ask-cancel'}
	| {type: 'ask-leave'}
	| {type: 'help'; open: boolean}
	| {type: 'talk'}
	| {type: 'remedy'; remedy: Remedy}
	| {type: 'talk-checkpoint'}
	| {type: 'scorer'}
	| {type: 'data'}
	| {type: 'audit'}
	| {type: 'weighing'; share: number}
	| {type: 'weighed'; name: string}
	| {type: 'quit'}
	| RememberedAction
	| RoomAction
	| StepAction;

/** The whole program, one action at a time: pure. Effects watch the state that comes out (`work/`). */
export function reduce(state: State, action: Action): State {
	if (action.type !== 'key') return withJournal(state, change(state, action));
	return strokes(action.input, action.key).reduce(
		(before, stroke) => meaningOf(before, stroke).reduce(reduce, before),
		unnoticed(state),
	);
}

/** What was said goes with the next key. */
const unnoticed = (state: State): State =>
	({
		...state,
		notice: null,
		...(state.chat?.notice ? {chat: {...state.chat, notice: null}} : {}),
	}) as State;

function change(state: State, action: Meaning): State {
	switch (action.type) {
		case 'paste':
			return paste(state, action.text);
		case 'resize':
			return {...state, size: action.size};
		case 'next':
			return next(state);
		case 'back':
			return back(state);
		case 'stay':
			return {...state, overlay: null};
		case 'notice':
			return {...state, notice: action.text};
		case 'ask-cancel':
			return {...state, overlay: 'cancel'};
		case 'ask-leave':
			return {...state, overlay: 'leave'};
		case 'help':
			return {...state, overlay: action.open ? 'help' : null};
		case 'talk':
			return talk(state);
		case 'talk-checkpoint':
			return talkToCheckpoint(state);
		case 'remedy':
			return followRemedy(state, action.remedy);
		case 'scorer':
			return nextScorer(state);
		case 'data':
			return openData(state);
		case 'audit':
			return openAudit(state);
		case 'remembered':
			return remember(state, action);
		case 'weighing':
			return {...state, weighed: {...state.weighed, share: action.share}};
		case 'weighed':
			return recount({...state, weighed: {name: action.name, share: 1}});
		case 'quit':
			return {...state, leaving: true};
		default:
			return isRoomAction(action)
				? reduceRoom(state, action)
				: reduceStep(state, action);
	}
}

/** Goes into a text whole, line breaks and all: nothing in it is taken for a key, and nothing of it goes without a word. */
function paste(state: State, text: string): State {
	const edit = editIn(contextOf(state), {type: 'insert', text});
	const pasted = edit ? change(state, edit) : state;
	return text.length > mostCharacters
		? {
				...pasted,
				notice: `A text has room for ${formatCount(mostCharacters)} characters; the rest of what you pasted was left out.`,
			}
		: pasted;
}
