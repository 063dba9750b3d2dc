import type {Chat} from '../chats/message.ts';
import {type Exclusion, withoutExcluded} from '../dataset/excluding.ts';
import {ownerTest} from '../dataset/speakers.ts';
import {leveller} from '../moderation/selection/dropper.ts';
import {tableOf} from '../moderation/selection/table.ts';
import {pickedChats} from '../state/chats-step.ts';
import {isStale} from '../state/moderation-step.ts';
import {ownNames} from '../state/you.ts';
import type {State} from '../state.ts';
import type {Subject} from './desks.ts';

/**
What a desk is asked about in this state: the picked chats, their owner, and what moderation says, with what it drops at
the threshold on the screen. Null before there is all of it.
*/
export function subjectOf(
	state: State,
): (Subject & {isDropped: (text: string) => boolean}) | null {
	const {you, moderation} = state;
	if (!you || !moderation?.table) return null;
	// Whoever was quicker than the table is made waits for it here: what was switched on or off holds.
	const {columns, settings, table: last} = moderation;
	const table =
		columns && isStale(moderation) ? tableOf(columns, settings, last) : last;
	const me = ownNames(you);
	const levelOf = leveller(table);
	return {
		isDropped: text => levelOf(text) > moderation.threshold,
		chats: pickedChats(state.chats).map(read =>
			kept(read, exclusionsOf(state)),
		),
		me,
		moderation: table,
		judges: {
			isMine: ownerTest(me),
			levelOf,
		},
	};
}

/** What the owner excluded, in the chat of this run or before. */
const exclusionsOf = ({chat, remembered}: State): readonly Exclusion[] =>
	chat?.portrayed ? [...chat.excluded.values()] : remembered.excluded;

/** By chat as read: what is left of it, so that the same choice is the same chat. */
const left = new WeakMap<Chat, {for: string; chat: Chat}>();

function kept(chat: Chat, exclusions: readonly Exclusion[]): Chat {
	if (exclusions.length === 0) return chat;
	const choice = JSON.stringify(
		exclusions.map(({chat, at, reply}) => [chat, at, reply]),
	);
	const known = left.get(chat);
	if (known?.for === choice) return known.chat;
	const without = withoutExcluded(chat, exclusions);
	left.set(chat, {for: choice, chat: without});
	return without;
}
