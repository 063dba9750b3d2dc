import {listInSteps} from './from-messages.ts';
import type {Chat} from './message.ts';
import {commonMessages, type Profile, profileOf} from './same-chat.ts';
import {withoutPauses} from './steps.ts';
import {union} from './union.ts';

/** Which export took up which others, and how many of their messages it had already. */
export type Merged = {into: string; from: string[]; shared: number};

/** Chats in which no message stands twice, and how they came about. */
export type Merging = {chats: Chat[]; merged: Merged[]};

type Group = {profile: Profile; place: number; from: string[]; shared: number};

/**
 * Recognises exports of the same chat (twice, a longer and a shorter one, overlapping ones) and makes one of them, in
 * which each message stands once and none is lost. The export with the most messages takes up the others and keeps its
 * place, file, title and receipt. What was deleted or edited between two exports is as the newer one has it.
 */
export function mergeExports(chats: readonly Chat[]): Merging {
	return withoutPauses(mergeInSteps(chats));
}

/** The same with pauses, behind every two exports that were compared and within long ones, so that a screen can be drawn in between. */
export function* mergeInSteps(
	chats: readonly Chat[],
): Generator<void, Merging> {
	const waiting: Group[] = [];
	for (const [place, chat] of chats.entries()) {
		waiting.push({profile: profileOf(chat), place, from: [], shared: 0});
		yield;
	}
	waiting.sort(
		(one, other) =>
			other.profile.chat.messages.length - one.profile.chat.messages.length,
	);
	const groups: Group[] = [];
	for (const group of waiting) {
		let grown: Group = group;
		// What has grown may reach to another group that was apart from it.
		for (let at = 0; at < groups.length; at++) {
			const joined = yield* join(groups[at] as Group, grown);
			yield;
			if (!joined) continue;
			groups.splice(at, 1);
			grown = joined;
			at = -1;
		}
		groups.push(grown);
	}
	groups.sort((one, other) => one.place - other.place);
	return {
		chats: groups.map(({profile}) => profile.chat),
		merged: groups
			.filter(({from}) => from.length > 0)
			.map(({profile, from, shared}) => ({
				into: profile.chat.file,
				from,
				shared,
			})),
	};
}

/** One group of two whose exports are of the same chat, else null. */
function* join(one: Group, other: Group): Generator<void, Group | null> {
	const [into, from] =
		one.profile.chat.messages.length >= other.profile.chat.messages.length
			? [one, other]
			: [other, one];
	const pairs = yield* commonMessages(into.profile, from.profile);
	if (!pairs) return null;
	const {chat} = into.profile;
	const messages = yield* union(chat.messages, from.profile.list, pairs);
	const list = yield* listInSteps(messages);
	return {
		profile: profileOf({...chat, messages: list}),
		place: into.place,
		from: [...into.from, from.profile.chat.file, ...from.from],
		shared: into.shared + from.shared + pairs.length,
	};
}
