import type {EditorAction} from '../components/editor.ts';
import {editorActions} from '../components/editor-keys.ts';
import {type Context, contextOf} from '../keys.ts';
import type {State} from '../state.ts';
import type {Stroke} from '../strokes.ts';
import {reduceChat} from './chat.ts';
import {onSessions} from './chat-sessions.ts';
import {reduceChats} from './chats.ts';
import {reduceData} from './data.ts';
import {dataTextWidth, innerSize} from './layout.ts';
import {reduceModeration} from './moderation.ts';
import {reduceProviders} from './providers.ts';
import {reduceTraining} from './training.ts';

/** A press that nothing is bound to edits the text that has the cursor; elsewhere it does nothing. */
export function typeStroke(state: State, {input, key}: Stroke): State {
	// What finishes a text is bound to a key wherever text is typed.
	const edits = editorActions(input, key).filter(
		action => action.type !== 'submit',
	);
	return edits.reduce(edit, state);
}

/** Pasted text goes in whole, line breaks and all; nothing in it is taken for a key. */
export const typeText = (state: State, text: string): State =>
	edit(state, {type: 'insert', text});

/** Where a digit begins a threshold. */
const typesThreshold = new Set<Context>([
	'moderation',
	'moderation categories',
	'moderation number',
]);

function edit(state: State, change: EditorAction): State {
	const context = contextOf(state);
	if (context === 'chats filter')
		return {
			...state,
			chats: reduceChats(state.chats, {type: 'chats/edit', edit: change}),
		};
	if (context === 'training consent' && state.training)
		return {
			...state,
			training: reduceTraining(state.training, {
				type: 'training/edit',
				edit: change,
			}),
		} as State;
	if (context === 'training settings' && change.type === 'insert')
		return reduceSettingsText(state, change.text);
	if (context === 'provider typing' && state.room?.type === 'providers')
		return {
			...state,
			room: reduceProviders(state.room, {
				type: 'providers/edit',
				edit: change,
			}),
		};
	if (state.moderation && typesThreshold.has(context))
		return {
			...state,
			moderation: reduceModeration(
				state.moderation,
				{type: 'moderation/edit', edit: change},
				innerSize(state.size),
			),
		} as State;
	const data = state.training?.data;
	if (state.training && data && context.startsWith('data '))
		return {
			...state,
			training: {
				...state.training,
				data: reduceData(
					data,
					{type: 'data/edit', edit: change},
					dataTextWidth(state.size),
				),
			},
		} as State;
	if (context === 'sessions search' || context === 'sessions title')
		return onSessions(state, {type: 'sessions/edit', edit: change});
	const typing =
		context === 'chat' ||
		context === 'chat command' ||
		context === 'chat system prompt';
	if (typing && state.chat)
		return {
			...state,
			chat: reduceChat(
				state.chat,
				{type: 'chat/edit', edit: change},
				innerSize(state.size).columns,
			),
		} as State;
	return state;
}

const reduceSettingsText = (state: State, text: string): State =>
	state.training
		? ({
				...state,
				training: reduceTraining(state.training, {type: 'settings/type', text}),
			} as State)
		: state;
