import type {Dispatch} from 'react';
import type {Action, Size, State} from '../state.ts';
import {ChatScreen} from './chat.tsx';
import {ChatsScreen} from './chats.tsx';
import {ModerationScreen} from './moderation.tsx';
import {TrainingScreen} from './training.tsx';
import {YouScreen} from './you.tsx';

type Props = {
	state: State;
	/** What the frame leaves for the screen. */
	size: Size;
	dispatch: Dispatch<Action>;
};

/** The screen of the step that is on. */
export function CurrentScreen({state, size, dispatch}: Props) {
	switch (state.screen) {
		case 'chats':
			return <ChatsScreen step={state.chats} size={size} />;
		case 'you':
			return <YouScreen step={state.you} size={size} />;
		case 'moderation':
			return <ModerationScreen step={state.moderation} size={size} />;
		case 'training':
			return (
				<TrainingScreen step={state.training} size={size} dispatch={dispatch} />
			);
		case 'chat':
			return <ChatScreen step={state.chat} size={size} dispatch={dispatch} />;
	}
}
