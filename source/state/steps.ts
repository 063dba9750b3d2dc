import type {State} from '../state.ts';
import type {AuditAction} from './audit.ts';
import {type ChatAction, isChatAction} from './chat.ts';
import {onChat} from './chat-asks.ts';
import {onSessions} from './chat-sessions.ts';
import {type ChatsAction, reduceChats} from './chats.ts';
import {pickedChats} from './chats-step.ts';
import type {DataAction} from './data.ts';
import {onAudit, onData} from './inspecting.ts';
import {type JournalAction, onJournal} from './journal.ts';
import {innerSize} from './layout.ts';
import {type ModerationAction, reduceModeration} from './moderation.ts';
import type {SessionsAction} from './sessions.ts';
import type {TrainingAction} from './training.ts';
import {onTraining} from './training-end.ts';
import {reduceYou, type YouAction} from './you.ts';

/** What happens in one of the steps, or in what belongs to it. */
export type StepAction =
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
export function reduceStep(state: State, action: StepAction): State {
	if (isOf('chats/', action)) return onChats(state, action);
	if (isOf('you/', action)) return onYou(state, action);
	if (isOf('moderation/', action)) return onModeration(state, action);
	if (isOf('training/', action) || isOf('settings/', action))
		return onTraining(state, action);
	if (isOf('data/', action)) return onData(state, action);
	if (isOf('audit/', action)) return onAudit(state, action);
	if (isChatAction(action)) return onChat(state, action);
	if (isOf('sessions/', action)) return onSessions(state, action);
	return onJournal(state, action);
}

const isOf = <Prefix extends string>(
	prefix: Prefix,
	action: StepAction,
): action is Extract<StepAction, {type: `${Prefix}${string}`}> =>
	action.type.startsWith(prefix);

function onChats(state: State, action: ChatsAction): State {
	const chats = reduceChats(state.chats, action);
	const refused = action.type === 'chats/reorder' && !chats.reorder;
	return {...state, chats, notice: refused ? orderStays : state.notice};
}

const orderStays =
	'The order of day and month is certain here (or the chat is made of several exports).';

function onYou(state: State, action: YouAction): State {
	if (!state.you) return state;
	const you = reduceYou(state.you, action, pickedChats(state.chats));
	return {...state, you};
}

function onModeration(state: State, action: ModerationAction): State {
	if (!state.moderation) return state;
	const size = innerSize(state.size);
	const moderation = reduceModeration(state.moderation, action, size);
	return {...state, moderation};
}
