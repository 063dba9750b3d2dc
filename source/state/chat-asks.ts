import type {State} from '../state.ts';
import type {Twin} from '../store/types.ts';
import {type ChatAction, reduceChat} from './chat.ts';
import {rivalsOf} from './chat-compare.ts';
import {onSessions} from './chat-sessions.ts';
import type {ChatStep} from './chat-step.ts';
import {innerSize} from './layout.ts';

/** What happens in the chat; a command in it may ask something of the program around it. */
export function onChat(state: State, action: ChatAction): State {
	if (!state.chat) return state;
	const {columns} = innerSize(state.size);
	const reduced = reduceChat(state.chat, action, columns);
	const chat = withRivals(reduced, state.twins);
	const {pane, rhythm} = chat;
	const after = {...state, chat, habits: {pane, rhythm}};
	return chat.asks === null
		? after
		: answer({...after, chat: {...chat, asks: null}}, chat.asks);
}

function withRivals(chat: ChatStep, twins: readonly Twin[]): ChatStep {
	const rivals = chat.rivals.length > 0 ? [] : rivalsOf(chat.twin, twins);
	return rivals.length > 0 ? {...chat, rivals} : chat;
}

/** What a command asks of the program around the chat. */
function answer(state: State, asks: NonNullable<ChatStep['asks']>): State {
	switch (asks) {
		case 'help':
			return {...state, overlay: 'help'};
		case 'sessions':
			return onSessions(state, {type: 'sessions/show'});
		case 'quit':
			return {...state, leaving: true};
	}
}
