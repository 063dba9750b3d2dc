import type {Dispatch} from 'react';
import {targetOf} from '../state/plan.ts';
import type {Room} from '../state/room.ts';
import type {Action, Size, State} from '../state.ts';
import {ChatScreen} from './chat.tsx';
import {ChatsScreen} from './chats.tsx';
import {CleanUpScreen} from './clean-up.tsx';
import {JobsScreen} from './jobs.tsx';
import {ModerationScreen} from './moderation.tsx';
import {PromptViewScreen} from './prompt-view.tsx';
import {ProvidersScreen} from './providers.tsx';
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
	if (state.room) return <RoomScreen room={state.room} size={size} />;
	switch (state.screen) {
		case 'chats':
			return <ChatsScreen step={state.chats} size={size} />;
		case 'you':
			return <YouScreen step={state.you} size={size} />;
		case 'moderation':
			return (
				<ModerationScreen
					step={state.moderation}
					size={size}
					freeTokens={
						targetOf(state).provider === 'local' ? null : state.rules.freeTokens
					}
				/>
			);
		case 'training':
			return <TrainingScreen state={state} size={size} dispatch={dispatch} />;
		case 'chat':
			return <ChatScreen step={state.chat} size={size} dispatch={dispatch} />;
	}
}

function RoomScreen({room, size}: {room: Room; size: Size}) {
	switch (room.type) {
		case 'providers':
			return <ProvidersScreen step={room} size={size} />;
		case 'jobs':
			return <JobsScreen step={room} size={size} />;
		case 'clean-up':
			return <CleanUpScreen step={room} size={size} />;
		case 'prompt-view':
			return <PromptViewScreen step={room} size={size} />;
	}
}
