import type {Binding} from './keys/binding.ts';
import {blindKeys} from './keys/blind.ts';
import {chatContext, chatKeys} from './keys/chat.ts';
import {chatsContext, chatsKeys} from './keys/chats.ts';
import {dataKeys} from './keys/data.ts';
import {moderationContext, moderationKeys} from './keys/moderation.ts';
import {overlayKeys} from './keys/overlays.ts';
import {paneKeys} from './keys/pane.ts';
import {roomContext, roomKeys} from './keys/rooms.ts';
import {sessionsContext, sessionsKeys} from './keys/sessions.ts';
import {trainingContext, trainingKeys} from './keys/training.ts';
import {youContext, youKeys} from './keys/you.ts';
import type {State} from './state.ts';

const tables = {
	...overlayKeys,
	...roomKeys,
	...sessionsKeys,
	...chatsKeys,
	...youKeys,
	...moderationKeys,
	...trainingKeys,
	...dataKeys,
	...chatKeys,
	...paneKeys,
	...blindKeys,
};

/** Where keys are pressed: each has its own bindings. */
export type Context = keyof typeof tables;

/** Every key of the program, once: footers and the help are made from it. */
export const bindings: Readonly<Record<Context, readonly Binding[]>> = tables;

/** Where the next key goes. */
export function contextOf(state: State): Context {
	if (state.overlay) return state.overlay;
	if (state.room) return roomContext(state.room);
	if (state.sessions) return sessionsContext(state.sessions);
	switch (state.screen) {
		case 'chats':
			return chatsContext(state.chats);
		case 'you':
			return youContext(state.you);
		case 'moderation':
			return moderationContext(state.moderation);
		case 'training':
			return trainingContext(state, state.training);
		case 'chat':
			return chatContext(state.chat);
	}
}

/** What a key does where it is pressed; undefined where it is not bound. */
export const findBinding = (
	context: Context,
	name: string,
): Binding | undefined =>
	bindings[context].find(({keys}) => keys.includes(name));
