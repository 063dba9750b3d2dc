import type {State} from '../state.ts';
import {checkpointTwin} from '../training/checkpoint.ts';
import {chatWith} from './chat-sessions.ts';

/** To the chat, with the newest twin. */
export function talk(state: State): State {
	const twin = state.twins[0];
	if (!twin)
		return {
			...state,
			notice: 'There is no twin yet: pick chats and press enter.',
		};
	return {...state, screen: 'chat', chat: chatWith(state, twin)};
}

/** The newest model that the training has left on its way, while it goes on. */
export function talkToCheckpoint(state: State): State {
	const checkpoint = state.training?.checkpoints.at(-1);
	const job = state.training?.job;
	if (!checkpoint || !job)
		return {...state, notice: 'There is no checkpoint to talk to yet.'};
	const twin = checkpointTwin(job, checkpoint);
	return {...state, screen: 'chat', chat: chatWith(state, twin)};
}
