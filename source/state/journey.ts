import {emptyEditor} from '../components/editor.ts';
import type {State} from '../state.ts';
import {isWriting} from './chat-reveal.ts';
import {leaveEditing, stop} from './chat-turns.ts';
import {isCommand} from './chat-typing.ts';
import {isWaiting, pickedChats} from './chats-step.ts';
import {closeAudit, closeData} from './inspecting.ts';
import {choicesOf} from './moderation-choices.ts';
import {startModeration} from './moderation-step.ts';
import {scorerToAsk} from './scorers.ts';
import {reduceStep} from './steps.ts';
import {toTraining} from './to-training.ts';
import {fromTraining} from './training-start.ts';
import {ownNames, reduceYou, startYou, type YouStep} from './you.ts';

/** One step forward, or a sentence that says why not. What was chosen further on is kept where it still fits. */
export function next(state: State): State {
	switch (state.screen) {
		case 'chats':
			return toYou(state);
		case 'you':
			return chooseName(state, state.you);
		case 'moderation':
			return toTraining(state);
		case 'training':
			return fromTraining(state);
		case 'chat':
			return state;
	}
}

function toYou(state: State): State {
	const chats = pickedChats(state.chats);
	if (isWaiting(state.chats))
		return {...state, notice: 'Still reading what you picked: a moment.'};
	if (chats.length === 0)
		return {...state, notice: 'Pick at least one chat first (space).'};
	const same =
		state.you?.files.join('\n') === chats.map(({file}) => file).join('\n');
	const you =
		state.you && same
			? {...state.you, name: null}
			: startYou(chats, ownNamesBefore(state));
	if (you.names.length === 0)
		return {
			...state,
			notice:
				'Nobody wrote in these chats: they hold notices only. Pick others.',
		};
	return {...state, screen: 'you', you};
}

const ownNamesBefore = (state: State): readonly string[] =>
	state.you?.name ? ownNames(state.you) : state.remembered.me;

/** The list that one came from: of the other names, where there were any. */
const lastList = (you: YouStep): YouStep =>
	you.aliases.length > 0 ? you : {...you, name: null};

/** First the name, then, where there are any, the names that may be the same person. */
function chooseName(state: State, you: YouStep): State {
	const chats = pickedChats(state.chats);
	if (you.name !== null) return toModeration(state, you);
	const chosen = reduceYou(you, {type: 'you/choose'}, chats);
	return chosen.aliases.length > 0
		? {...state, screen: 'you', you: chosen}
		: toModeration(state, chosen);
}

function toModeration(state: State, you: YouStep): State {
	const chats = pickedChats(state.chats);
	const files = chats.map(({file}) => file).join('\n');
	const before = state.moderation;
	// The same chats have the same texts: scores and threshold stay.
	const moderation =
		before?.files === files
			? before
			: startModeration(
					chats,
					before ? choicesOf(before) : state.remembered.moderation,
					scorerToAsk(state),
				);
	return {
		...state,
		screen: 'moderation',
		you,
		moderation: {...moderation, counted: false},
	};
}

/** One step back; nothing that was chosen is lost. */
export function back(state: State): State {
	switch (state.screen) {
		case 'chats':
			return state;
		case 'you':
			return state.you.name === null
				? {...state, screen: 'chats'}
				: {...state, you: {...state.you, name: null}};
		case 'moderation':
			return state.you
				? {...state, screen: 'you', you: lastList(state.you)}
				: {...state, screen: 'chats'};
		case 'training':
			if (state.training.audit) return closeAudit(state, state.training);
			if (state.training.data) return closeData(state, state.training);
			if (state.training.consent)
				return reduceStep(state, {
					type: 'training/consent',
					open: false,
				});
			return state.moderation
				? {...state, screen: 'moderation', moderation: state.moderation}
				: {...state, screen: 'chats'};
		case 'chat':
			if (isWriting(state.chat)) return {...state, chat: stop(state.chat)};
			if (state.chat.editing !== null)
				return {...state, chat: leaveEditing(state.chat)};
			// A command that there is not leads nowhere; what was written to the twin stays for later.
			if (isCommand(state.chat))
				return {...state, chat: {...state.chat, draft: emptyEditor}};
			return state.training
				? {...state, screen: 'training', training: state.training}
				: {...state, screen: 'chats'};
	}
}
