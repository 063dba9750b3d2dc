import {setImmediate as nextTick} from 'node:timers/promises';
import type {Chat} from '../chats/message.ts';
import type {Answer, Question, Seek} from '../dataset/desk.ts';
import type {Services} from '../services.ts';
import type {DataAction} from '../state/data.ts';
import type {DataStep} from '../state/data-step.ts';
import {showExample} from '../state/shown.ts';
import {weightsName} from '../state/weights.ts';
import type {State} from '../state.ts';
import type {Desk} from './desks.ts';
import {subjectOf} from './subject.ts';

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
	const threshold = state.moderation?.threshold ?? 1;
	const asked: Asked = {
		options: {...data.rules, threshold},
		weights: weightsName(state),
	};
	const answer =
		want.type === 'text'
			? await findText(desk, subject.chats, {...data, asked, want}, signal)
			: await desk.ask({...asked, seek: want}, signal);
	if (!answer) return;
	const {counts, measure, starts, located} = answer;
	const chat = located && subject.chats[located.chat];
	const shown = chat ? showExample(chat, located, subject.judges.isMine) : null;
	yield {
		type: 'data/answered',
		asked: data.asked,
		answer: {
			effect: {counts, measure},
			starts,
			shown,
			placeholders: desk.placeholders,
		},
	};
}

/** Messages that are searched before the event loop gets its turn. */
const step = 10_000;

type Asked = Omit<Question, 'seek'>;

type Search = Pick<DataStep, 'search' | 'starts'> & {
	asked: Asked;
	want: {from: number; by: 1 | -1};
};

/** The next example, in either direction, in which a message has the text. */
async function findText(
	desk: Desk,
	chats: readonly Chat[],
	{asked, search, starts, want: {from, by}}: Search,
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
			answer = await desk.ask({...asked, seek}, signal);
			if (!answer || answer.located) return answer;
		}
	}
	return answer ?? desk.ask({...asked, seek: {type: 'none'}}, signal);
}
