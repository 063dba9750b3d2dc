import {truncate} from '../components/display-text.ts';
import {formatCount, plural} from '../format.ts';
import type {ProviderName} from '../provider/types.ts';
import {isWriting} from '../state/chat-reveal.ts';
import type {ChatStep} from '../state/chat-step.ts';
import {completions} from '../state/chat-typing.ts';
import {
	type ChatsStep,
	pickedChats,
	rowAtCursor,
	visibleRows,
} from '../state/chats-step.ts';
import type {DataStep} from '../state/data-step.ts';
import {knobsFor} from '../state/knobs.ts';
import {innerSize} from '../state/layout.ts';
import {targetOf} from '../state/plan.ts';
import {foundSessions, type SessionsStep} from '../state/sessions.ts';
import type {TrainingStep} from '../state/training-step.ts';
import {ownNames, type YouStep} from '../state/you.ts';
import type {State} from '../state.ts';
import {moderationStatus} from './moderation-words.ts';

/** What goes on, in one line above the keys. */
export function statusOf(state: State): string {
	// What lies over the screen speaks for itself.
	if (state.overlay || state.room) return '';
	if (state.sessions) return sessionsStatus(state.sessions);
	switch (state.screen) {
		case 'chats':
			return chatsStatus(state.chats) + existing(state);
		case 'you':
			return youStatus(state.you, state.chats);
		case 'moderation':
			return moderationStatus(
				state.moderation,
				targetOf(state).provider === 'local',
				innerSize(state.size),
			);
		case 'training':
			return trainingStatus(state.training);
		case 'chat':
			return chatStatus(state.chat);
	}
}

function chatStatus(chat: ChatStep): string {
	if (chat.notice) return chat.notice;
	if (chat.blind) return '';
	if (isWriting(chat))
		// Elsewhere esc ends what is there first.
		return `${chat.twin.name} is writing…${isPlain(chat) ? ' (esc stops)' : ''}`;
	return chat.partner === null
		? ''
		: `to ${chat.twin.name} you are ${chat.twin.names?.[chat.partner] ?? chat.partner}`;
}

/** Whether keys go to a message, not to the pane or a command. */
const isPlain = (chat: ChatStep): boolean =>
	!chat.paneFocused && completions(chat).length === 0;

function sessionsStatus(sessions: SessionsStep): string {
	if (sessions.error) return sessions.error;
	if (sessions.all === null) return 'reading…';
	if (sessions.deleting) return 'x again deletes this conversation for good';
	const found = foundSessions(sessions).length;
	return sessions.search.text.trim() === ''
		? plural(found, 'conversation')
		: `${found} of ${plural(sessions.all.length, 'conversation')} found`;
}

function chatsStatus(chats: ChatsStep): string {
	const picked = pickedChats(chats);
	const messages = picked.reduce((sum, chat) => sum + chat.messages.length, 0);
	const total =
		picked.length > 0
			? `${formatCount(picked.length)} picked, ${plural(messages, 'message')}`
			: 'nothing picked yet';
	const isUnreadable = rowAtCursor(chats)?.kind === 'unreadable';
	const isAnyReadable = chats.rows.some(({kind}) => kind !== 'unreadable');
	// The screen itself says what to do where there is nothing.
	if (chats.rows.length === 0 && !chats.reading) return '';
	if (chats.reading && chats.found === 0) return 'looking for exports…';
	if (visibleRows(chats).length === 0 && chats.filter.text !== '')
		return 'nothing is called so: esc shows all again';
	if (!isAnyReadable && !chats.reading)
		return 'nothing here can be read: i tells why';
	if (!chats.reading)
		return isUnreadable
			? `${total} · i tells why it cannot be read`
			: `${total}${picked.length > 0 ? '' : ': space picks, a picks all'}`;
	const read = chats.rows.filter(({kind}) => kind !== 'pending').length;
	return read < chats.rows.length
		? `reading ${read} of ${chats.rows.length}… · ${total}`
		: `comparing… · ${total}`;
}

/** Says where a name (or the one chosen and the other names picked with it) does not occur: such a chat teaches the twin nothing. */
function youStatus(you: YouStep, {rows}: ChatsStep): string {
	const {names, cursor, files, name, pickedAliases} = you;
	const current = names[cursor];
	if (!current) return '';
	const all = files.length;
	const own = new Set(ownNames(you));
	const found =
		name === null || pickedAliases.size === 0
			? current.chats
			: rows.filter(
					row =>
						row.kind === 'chat' &&
						files.includes(row.file) &&
						row.summary.participants.some(each => own.has(each.name)),
				).length;
	const missing = all - found;
	// Where something is missing, what it means has to fit into the narrowest window.
	return missing === 0
		? `${name !== null && own.size > 1 ? 'you' : 'this name'} wrote in ${all === 1 ? 'the chat' : `all ${formatCount(all)} chats`}`
		: `in ${formatCount(found)} of ${formatCount(all)} chats: the other ${missing === 1 ? 'one teaches' : `${formatCount(missing)} teach`} your twin nothing`;
}

/** That there is somebody to talk to already. */
const existing = ({twins: [twin]}: State): string =>
	twin ? ` · t talks to ${truncate(twin.name, 20)}` : '';

function trainingStatus(training: TrainingStep): string {
	if (training.data) return dataStatus(training.data, training.provider);
	if (training.reconnecting) return 'nothing is lost meanwhile';
	if (training.phase !== 'running') return '';
	return training.paused
		? 'space goes on, now or after the next start'
		: 'you can leave: the next start comes back to it';
}

function dataStatus(step: DataStep, provider: ProviderName): string {
	const {search, searching, isMissed, asked, answered, rules} = step;
	const wanted = search.text.trim();
	if (isMissed) return `nothing further on with “${wanted}”: p looks back`;
	if (asked !== answered) return wanted ? 'looking…' : 'counting…';
	if (searching) return 'enter looks from this example on';
	if (wanted) return `n and p find “${wanted}”, esc ends the search`;
	if (rules.system?.includes('…'))
		return 'the system prompt has blanks (…) to fill in';
	const knob = knobsFor(step.around)[step.knob];
	if (step.pane === 'knobs' && knob) return `${knob.name}: ${knob.about}`;
	return provider === 'local'
		? 'as written: nothing of it leaves this machine'
		: 'as written: names are replaced before it leaves this machine';
}
