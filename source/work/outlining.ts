import {setImmediate as nextTick} from 'node:timers/promises';
import type {Chat} from '../chats/message.ts';
import type {Answer, Seek} from '../dataset/desk.ts';
import {ownerTest} from '../dataset/speakers.ts';
import {dropper} from '../moderation/selection/dropper.ts';
import type {Services} from '../services.ts';
import {pickedChats} from '../state/chats.ts';
import type {DataAction, DataStep} from '../state/data.ts';
import {showExample} from '../state/shown.ts';
import {ownNames} from '../state/you.ts';
import type {State} from '../state.ts';
import type {Desk, Subject} from './desks.ts';

/** Counts the data set under the rules on the screen, and looks up the example that is wanted. */
export async function* outlining(
	services: Services,
	state: State,
	signal: AbortSignal,
): AsyncGenerator<DataAction> {
	const data = state.training?.data;
	const subject = subjectOf(state);
	if (!data || !subject) return;
	const desk = await (await services.desks()).open(subject);
	const {want} = data;
	const answer =
		want.type === 'text'
			? await findText(desk, subject.chats, data, want, signal)
			: await desk.ask({options: data.rules, seek: want}, signal);
	if (!answer) return;
	const {counts, starts, located} = answer;
	const chat = located && subject.chats[located.chat];
	const shown = chat ? showExample(chat, located, subject.judges.isMine) : null;
	yield {
		type: 'data/answered',
		asked: data.asked,
		answer: {counts, starts, shown, placeholders: desk.placeholders},
	};
}

/** The same chats, owner and threshold are the same subject. */
function subjectOf({chats, you, moderation}: State): Subject | null {
	if (!you || !moderation) return null;
	const me = ownNames(you);
	const {threshold, scores, files, attempt} = moderation;
	return {
		key: JSON.stringify([files, me, threshold, attempt]),
		chats: pickedChats(chats),
		judges: {isMine: ownerTest(me), isDropped: dropper(scores, threshold)},
	};
}

/** Messages that are searched before the event loop gets its turn. */
const step = 10_000;

/** The next example, in either direction, in which a message has the text. */
async function findText(
	desk: Desk,
	chats: readonly Chat[],
	{rules, search, starts}: DataStep,
	{from, by}: {from: number; by: 1 | -1},
	signal: AbortSignal,
): Promise<Answer | null> {
	const wanted = search.text.trim().toLowerCase();
	const first = Math.max(
		starts.findLastIndex(start => start <= from),
		0,
	);
	let answer: Answer | null = null;
	for (let chat = first; chat >= 0 && chat < chats.length; chat += by) {
		const {messages} = chats[chat] as Chat;
		const parts = Math.ceil(messages.length / step);
		for (let nth = 0; nth < parts; nth++) {
			const begin = (by > 0 ? nth : parts - 1 - nth) * step;
			const indexes: number[] = [];
			const end = Math.min(begin + step, messages.length);
			for (let at = begin; at < end; at++)
				if (messages.at(at)?.text.toLowerCase().includes(wanted))
					indexes.push(at);
			await nextTick();
			if (signal.aborted) return null;
			if (indexes.length === 0) continue;
			const seek: Seek = {type: 'holding', chat, indexes, from, by};
			answer = await desk.ask({options: rules, seek}, signal);
			if (!answer || answer.located) return answer;
		}
	}
	return answer ?? desk.ask({options: rules, seek: nothing}, signal);
}

/** Asks for the counts alone. */
const nothing: Seek = {
	type: 'holding',
	chat: 0,
	indexes: [],
	from: 0,
	by: 1,
};
