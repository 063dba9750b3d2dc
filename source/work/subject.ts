import {ownerTest} from '../dataset/speakers.ts';
import {leveller} from '../moderation/selection/dropper.ts';
import {pickedChats} from '../state/chats.ts';
import {ownNames} from '../state/you.ts';
import type {State} from '../state.ts';
import type {Subject} from './desks.ts';

/** What a desk is asked about in this state: the picked chats, their owner, and what moderation says. Null before there is all of it. */
export function subjectOf({chats, you, moderation}: State): Subject | null {
	const table = moderation?.table;
	if (!you || !table) return null;
	const me = ownNames(you);
	return {
		chats: pickedChats(chats),
		me,
		moderation: table,
		judges: {
			isMine: ownerTest(me),
			levelOf: leveller(table.scores, table.settings),
		},
	};
}
