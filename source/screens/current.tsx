import type {Dispatch} from 'react';
import {pricingOf} from '../state/figures.ts';
import type {Action, Size, State} from '../state.ts';
import {ChatScreen} from './chat.tsx';
import {ChatsScreen} from './chats.tsx';
import {DataScreen} from './data.tsx';
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
			return state.training.data ? (
				<DataScreen
					step={state.training.data}
					pricing={pricingOf(state)}
					size={size}
					dispatch={dispatch}
				/>
			) : (
				<TrainingScreen
					step={state.training}
					pricing={pricingOf(state)}
					size={size}
				/>
			);
		case 'chat':
			return <ChatScreen step={state.chat} size={size} dispatch={dispatch} />;
	}
}
