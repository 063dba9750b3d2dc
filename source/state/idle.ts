import {findProvider} from '../provider/providers.ts';
import type {Action, State} from '../state.ts';
import {rowsOf} from './audit.ts';
import {blindResult, candidatesAt} from './blind.ts';
import {answerAt, baseModelOf, rivalAt} from './chat-compare.ts';
import {lastReply} from './chat-replies.ts';
import {isWriting} from './chat-reveal.ts';
import type {ChatStep} from './chat-step.ts';
import {isCommand} from './chat-typing.ts';
import {versionOf} from './chat-versions.ts';
import {canReorder} from './chats-reading.ts';
import {rowAtCursor} from './chats-step.ts';
import {systemKnob} from './knobs.ts';
import type {Room} from './room.ts';
import {foundSessions, type SessionsStep} from './sessions.ts';
import {canClear} from './training.ts';

/** Whether an action could change nothing in this state: then no footer names its key. */
export function isIdle(state: State, action: Action): boolean {
	const {type} = action;
	if (type.startsWith('sessions/') && state.sessions)
		return isIdleInSessions(state.sessions, type);
	if (state.room) return isIdleInRoom(state.room, type);
	if (state.screen !== 'chat') return isIdleInStep(state, action);
	return type.startsWith('blind/')
		? isIdleInBlind(state.chat, action)
		: isIdleInChat(state.chat, type);
}

/** What the back key does here, where that is something else than going back; null elsewhere. */
export function insteadOfBack(state: State): string | null {
	if (state.screen !== 'chat') return null;
	if (isWriting(state.chat)) return 'stop';
	if (state.chat.editing !== null) return 'leave it';
	return isCommand(state.chat) ? 'no command' : null;
}

function isIdleInRoom(room: Room, type: Action['type']): boolean {
	if (room.type === 'jobs')
		return type.startsWith('jobs/') && !room.jobs?.length;
	if (room.type === 'clean-up' && room.deleting === 'no')
		return type.startsWith('clean-up/') && room.items.length === 0;
	return false;
}

function isIdleInStep(state: State, action: Action): boolean {
	const {chats, moderation, training, names} = state;
	switch (action.type) {
		case 'chats/reorder':
			return !canReorder(rowAtCursor(chats));
		case 'moderation/unscored':
			return !moderation?.table?.unscored;
		case 'moderation/go-on':
			return moderation?.scan === 'running' || moderation?.scan === 'done';
		case 'training/hold':
			return !training || !findProvider(training.provider).quirks.pauses;
		case 'training/clear':
			return !training || !canClear(training);
		case 'data/prompt':
			// Enter turns the other knobs, as the arrows do.
			return action.open && training?.data?.knob !== systemKnob;
		case 'audit/decide': {
			if (!training?.audit) return true;
			const {section, cursor} = training.audit;
			const name = rowsOf(training.audit, names)[cursor]?.name;
			return !name || (action.as === 'undecided' && section !== 'decided');
		}
		default:
			return false;
	}
}

function isIdleInSessions(step: SessionsStep, type: Action['type']): boolean {
	const found = foundSessions(step).length;
	switch (type) {
		case 'sessions/move':
			return found < 2;
		case 'sessions/open':
		case 'sessions/delete':
			return found === 0;
		case 'sessions/rename':
			return step.title === null && found === 0;
		case 'sessions/search':
			return !step.searching && (step.all ?? []).length === 0;
		default:
			return false;
	}
}

function isIdleInChat(step: ChatStep, type: Action['type']): boolean {
	const {answering, turns, memory, rivals, twin} = step;
	switch (type) {
		case 'chat/nudge':
			return answering !== null;
		case 'chat/retry':
			return answering !== null || turns.length === 0;
		case 'chat/version':
			return answering !== null || versionOf(turns.at(-1)) === null;
		case 'chat/edit-last':
			return (
				answering !== null ||
				!turns.some(({role, nudge}) => role === 'user' && !nudge)
			);
		case 'chat/defaults':
			return (
				step.systemPrompt === twin.systemPrompt &&
				step.sampling.temperature === twin.sampling.temperature &&
				step.sampling.topP === twin.sampling.topP
			);
		case 'pane/ask':
			return !rivalAt(step) || !lastReply(step);
		case 'pane/rival':
			return rivals.length < 2;
		case 'pane/pick': {
			const answer = answerAt(step);
			return answer?.status !== 'done' || answer.better !== null;
		}
		case 'pane/move':
			return (memory?.memory?.exchanges.length ?? 0) < 2;
		case 'pane/exclude':
			return !memory?.memory?.exchanges[memory.cursor]?.key;
		default:
			return false;
	}
}

function isIdleInBlind(step: ChatStep, action: Action): boolean {
	const {blind, twin} = step;
	if (!blind) return true;
	switch (action.type) {
		case 'blind/begin':
			if (blind.phase === 'begin') return !blind.moments?.length;
			return blind.phase === 'pick' && blind.error === null;
		case 'blind/base':
			return baseModelOf(twin) === null;
		case 'blind/pick':
			return !candidatesAt(blind)?.[action.place];
		case 'blind/copy':
			return blindResult(step, blind).picks === 0;
		default:
			return false;
	}
}
