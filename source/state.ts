import type {Key} from 'ink';
import {mostCharacters} from './components/editor.ts';
import {type Decisions, nothingDecided} from './dataset/anonymize/decisions.ts';
import {defaultRules, type Rules} from './dataset/rules.ts';
import {contextOf, findBinding} from './keys.ts';
import type {ProviderName} from './provider/types.ts';
import type {AuditAction} from './state/audit.ts';
import {type ChatAction, isChatAction, reduceChat} from './state/chat.ts';
import {rivalsOf} from './state/chat-compare.ts';
import {isWriting} from './state/chat-reveal.ts';
import {chatWith, onSessions} from './state/chat-sessions.ts';
import type {ChatHabits, ChatStep} from './state/chat-step.ts';
import {
	type ChatsAction,
	type ChatsStep,
	noChats,
	pickedChats,
	reduceChats,
} from './state/chats.ts';
import {type DataAction, reduceData} from './state/data.ts';
import {toMatch} from './state/data-search.ts';
import {audit, openAudit, openData, recount} from './state/inspecting.ts';
import {startJobs} from './state/jobs.ts';
import {
	emptyJournal,
	type Journal,
	type JournalAction,
	reduceJournal,
	withJournal,
} from './state/journal.ts';
import {back, next, nextScorer} from './state/journey.ts';
import {dataLayout, dataTextWidth, innerSize} from './state/layout.ts';
import {
	type ModerationAction,
	type ModerationStep,
	reduceModeration,
} from './state/moderation.ts';
import {type Choices, defaultChoices} from './state/moderation-choices.ts';
import {followRemedy, type Remedy} from './state/remedies.ts';
import {
	isRoomAction,
	type Room,
	type RoomAction,
	reduceRoom,
} from './state/room.ts';
import type {SessionsAction, SessionsStep} from './state/sessions.ts';
import {
	reduceTraining,
	resumeTraining,
	type TrainingAction,
	type TrainingStep,
} from './state/training.ts';
import {typeStroke, typeText} from './state/typing.ts';
import {reduceYou, type YouAction, type YouStep} from './state/you.ts';
import type {Excluded} from './store/excluded.ts';
import type {Session} from './store/session-log.ts';
import type {Job, Twin} from './store/types.ts';
import {type Stroke, strokes} from './strokes.ts';
import {checkpointTwin} from './training/checkpoint.ts';

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

export type Remembered = {
	me: readonly string[];
	moderation: Choices;
	/** Who scored the texts. */
	scorer: ProviderName;
	rules: Rules;
	names: Decisions;
	/** What is left out of data sets. */
	excluded: readonly Excluded[];
	/** How the chat was left. */
	habits: ChatHabits;
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
	| {type: 'help'; open: boolean}
	| {type: 'talk'}
	| {type: 'remedy'; remedy: Remedy}
	| {type: 'talk-checkpoint'}
	| {type: 'scorer'}
	| {type: 'data'}
	| {
			type: 'remembered';
			remembered: Remembered;
			/** Ready by what the owner typed in an earlier run. */
			providers?: readonly ProviderName[];
	  }
	| {type: 'audit'}
	| {type: 'weighing'; share: number}
	| {type: 'weighed'; name: string}
	| {type: 'quit'}
	| ChatsAction
	| YouAction
	| ModerationAction
	| TrainingAction
	| DataAction
	| RoomAction
	| AuditAction
	| ChatAction
	| SessionsAction
	| JournalAction;

/** What is known when the program starts. */
export type Start = {
	size: Size;
	twins: readonly Twin[];
	providers: readonly ProviderName[];
	/** A training of an earlier run that has not ended. */
	unfinished: Job | null;
	/** Straight to the chat with this twin. */
	twin: Twin | null;
	/** The conversation that this twin, or else the newest one, was last talked to in. */
	latest: Session | null;
	habits: ChatHabits;
	/** Names this run among all: for the ids of its conversations. */
	run: string;
	/** Whether several trainings have not ended, so that one is to be chosen. */
	several?: boolean;
};

/** The first screen: the chats, a training that was left, or the twin that was asked for. */
export function initialState({
	unfinished,
	twin,
	run,
	several = false,
	...known
}: Start): State {
	const state: State = {
		...known,
		remembered: {
			me: [],
			moderation: defaultChoices,
			scorer: 'local',
			rules: defaultRules,
			names: nothingDecided,
			excluded: [],
			habits: known.habits,
		},
		rules: defaultRules,
		names: nothingDecided,
		weighed: {name: null, share: 0},
		screen: 'chats',
		overlay: null,
		room: null,
		notice: null,
		leaving: false,
		chats: noChats,
		you: null,
		moderation: null,
		training: null,
		chat: null,
		sessions: null,
		journal: emptyJournal(run),
	};
	if (twin) return {...state, screen: 'chat', chat: chatWith(state, twin)};
	if (several) return {...state, room: startJobs()};
	if (unfinished)
		return {...state, screen: 'training', training: resumeTraining(unfinished)};
	return state;
}

/** The whole program, one action at a time: pure. Effects watch the state that comes out (hooks of the screens). */
export function reduce(state: State, action: Action): State {
	if (action.type !== 'key') return withJournal(state, change(state, action));
	return strokes(action.input, action.key).reduce(
		(before, stroke) => withJournal(before, press(before, stroke)),
		unnoticed(state),
	);
}

/** Nothing that was pasted goes without a word. */
const noteCut = (state: State, pasted: string): State =>
	pasted.length > mostCharacters
		? {
				...state,
				notice: `A text has room for ${mostCharacters.toLocaleString('en')} characters; the rest of what you pasted was left out.`,
			}
		: state;

function change(state: State, action: Exclude<Action, {type: 'key'}>): State {
	switch (action.type) {
		case 'paste':
			return noteCut(typeText(state, action.text), action.text);
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
		case 'help':
			return {...state, overlay: action.open ? 'help' : null};
		case 'talk':
			return talk(state);
		case 'remedy':
			return followRemedy(state, action.remedy);
		case 'talk-checkpoint':
			return talkToCheckpoint(state);
		case 'scorer':
			return nextScorer(state);
		case 'data':
			return openData(state);
		case 'audit':
			return openAudit(state);
		case 'remembered':
			return {
				...state,
				remembered: action.remembered,
				rules: action.remembered.rules,
				names: action.remembered.names,
				habits: state.chat ? state.habits : alike(action.remembered, state),
				providers: [
					...new Set([...state.providers, ...(action.providers ?? [])]),
				],
			};
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

/** As the chat was left; with less motion where that is asked for now. */
const alike = ({habits}: Remembered, now: State): ChatHabits => ({
	...habits,
	rhythm: habits.rhythm && now.habits.rhythm,
});

/** What was said goes with the next key. */
const unnoticed = (state: State): State =>
	({
		...state,
		notice: null,
		...(state.chat?.notice ? {chat: {...state.chat, notice: null}} : {}),
	}) as State;

const orderStays =
	'The order of day and month is certain here (or the chat is made of several exports).';

type StepAction =
	| ChatsAction
	| YouAction
	| ModerationAction
	| TrainingAction
	| DataAction
	| AuditAction
	| ChatAction
	| SessionsAction
	| JournalAction;

/** Each action changes its own step, on the screen or not: work goes on while one looks elsewhere. */
function reduceStep(state: State, action: StepAction): State {
	if (isOf('chats/', action)) {
		const chats = reduceChats(state.chats, action);
		const refused = action.type === 'chats/reorder' && !chats.reorder;
		return {...state, chats, notice: refused ? orderStays : state.notice};
	}
	if (isOf('you/', action) && state.you)
		return {
			...state,
			you: reduceYou(state.you, action, pickedChats(state.chats)),
		};
	if (isOf('moderation/', action) && state.moderation)
		return {
			...state,
			moderation: reduceModeration(
				state.moderation,
				action,
				innerSize(state.size),
			),
		};
	if (
		(isOf('training/', action) || isOf('settings/', action)) &&
		state.training
	)
		return afterTraining({
			...state,
			// What was asked about is decided, or over by itself.
			overlay: state.overlay === 'cancel' ? keepAsking(action) : state.overlay,
			training: reduceTraining(state.training, action),
			// Told wherever one is; on its own screen it is told there.
			notice:
				state.screen === 'training' && state.room === null
					? state.notice
					: (endOf(action as TrainingAction) ?? state.notice),
		});
	if (isOf('data/', action) && state.training?.data) {
		const width = dataTextWidth(state.size);
		const data = reduceData(state.training.data, action, width);
		const {example} = dataLayout(innerSize(state.size).columns);
		const scrolled =
			action.type === 'data/answered' ? toMatch(data, example) : data;
		return {...state, training: {...state.training, data: scrolled}};
	}
	if (isOf('audit/', action)) return audit(state, action);
	if (isChatAction(action)) {
		if (!state.chat) return state;
		const {columns} = innerSize(state.size);
		return afterChat({
			...state,
			chat: reduceChat(state.chat, action, columns),
		});
	}
	if (isOf('sessions/', action)) return onSessions(state, action);
	if (isOf('journal/', action)) return onJournal(state, action);
	return state;
}

const isOf = <Prefix extends string>(
	prefix: Prefix,
	action: StepAction,
): action is Extract<StepAction, {type: `${Prefix}${string}`}> =>
	action.type.startsWith(prefix);

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
function afterTraining(state: State): State {
	const twin = state.training?.twin;
	return twin && !state.twins.some(({id}) => id === twin.id)
		? {...state, twins: [twin, ...state.twins]}
		: state;
}

/** What a command asks of the program around the chat. */
function afterChat(state: State): State {
	const {chat} = state;
	if (!chat) return state;
	const {pane, rhythm} = chat;
	const rivals =
		chat.rivals.length === 0 ? rivalsOf(chat.twin, state.twins) : chat.rivals;
	const kept = {
		...state,
		chat: rivals.length === 0 ? chat : {...chat, rivals},
		habits: {pane, rhythm},
	} as State;
	if (chat.asks === null) return kept;
	const asked = {...kept, chat: {...kept.chat, asks: null}} as State;
	switch (chat.asks) {
		case 'help':
			return {...asked, overlay: 'help'};
		case 'sessions':
			return change(asked, {type: 'sessions/show'});
		case 'quit':
			return {...asked, leaving: true};
	}
}

function onJournal(state: State, action: JournalAction): State {
	const journal = reduceJournal(state.journal, action);
	return action.type === 'journal/failed' && state.journal.failedAt === null
		? {
				...state,
				journal,
				notice: `This conversation is not kept: ${action.reason}.`,
			}
		: {...state, journal};
}

/** One press: what is bound to it where we are now, or text where text is typed. */
function press(state: State, stroke: Stroke): State {
	if (stroke.name === 'ctrl+c') return interrupt(state);
	const binding = findBinding(contextOf(state), stroke.name);
	if (binding) return change(state, binding.action);
	return typeStroke(state, stroke);
}

/** Ctrl+C: stops a reply first, asks once where a training would be left, else ends. */
function interrupt(state: State): State {
	if (state.overlay === 'leave') return {...state, leaving: true};
	if (state.screen === 'chat' && isWriting(state.chat))
		return change(state, {type: 'chat/stop'});
	const training =
		state.training?.phase === 'running' ||
		state.training?.phase === 'cancelling';
	return training ? {...state, overlay: 'leave'} : {...state, leaving: true};
}

/** The newest model that the training has left on its way, while it goes on. */
function talkToCheckpoint(state: State): State {
	const checkpoint = state.training?.checkpoints.at(-1);
	const job = state.training?.job;
	if (!checkpoint || !job)
		return {...state, notice: 'There is no checkpoint to talk to yet.'};
	const twin = checkpointTwin(job, checkpoint);
	return {...state, screen: 'chat', chat: chatWith(state, twin)};
}

function talk(state: State): State {
	const twin = state.twins[0];
	if (!twin)
		return {
			...state,
			notice: 'There is no twin yet: pick chats and press enter.',
		};
	return {...state, screen: 'chat', chat: chatWith(state, twin)};
}
