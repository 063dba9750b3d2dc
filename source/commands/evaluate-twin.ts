import {gatherTexts} from '../likeness/copying.ts';
import {type Measures, measure, spread} from '../likeness/measure.ts';
import {contextOf, type Moment} from '../likeness/moments.ts';
import {makeJudge} from '../likeness/relevance.ts';
import type {Reply} from '../likeness/types.ts';
import type {Connection} from '../provider/client.ts';
import type {Twin} from '../store/types.ts';
import {bitsOf} from '../twin/likelihood.ts';
import type {Exchange, Past} from '../twin/past.ts';
import {recall as remember} from '../twin/recall.ts';
import {talk} from '../twin/talk.ts';
import type {EvaluateOptions} from './evaluate.ts';
import type {Io} from './io.ts';

export type Evaluation = {
	/** Nothing but these moments was asked about; none of them was learnt. */
	moments: number;
	/** Of the real replies, their end included; null where the provider does not tell. */
	bitsPerCharacter: number | null;
	/** Share of the replies that say a real one again, and are marked so; null where the provider does not tell. */
	quoted: number | null;
	/** Mean time to a whole reply. */
	millisecondsPerReply: number;
	rows: ({name: string} & Measures)[];
	/** Some of the replies, as many as were asked for. */
	shown: {said: string; real: string; reply: string}[];
};

type Task = {
	connection: Connection;
	twin: Twin;
	moments: readonly Moment[];
	past: Past | null;
	options: EvaluateOptions;
	stderr: Io['stderr'];
};

/** Bits are counted over so many moments, however few are answered: that takes a hundredth of the time. */
const mostScored = 1000;

/** Lets a twin answer moments that it never learnt, and measures its replies beside the real ones and three baselines. */
export async function evaluateTwin(
	task: Task,
	signal: AbortSignal,
): Promise<Evaluation> {
	const {options, moments, past} = task;
	const asked = spread(moments, options.count);
	const learnt = learntOf(past);
	const begun = performance.now();
	const {replies, quoted} = await answerAll(task, asked, signal);
	const spent = performance.now() - begun;
	const real = asked.map(moment => replyTo(moment, moment.reply));
	const known = learnt.map(({asked: said, reply}) => ({
		context: [said],
		reply,
	}));
	const judge = makeJudge(known);
	const yardstick = {
		real,
		judge,
		own: gatherTexts(learnt.map(({reply}) => reply)),
		others: gatherTexts(learnt.flatMap(({asked: said}) => said.split('\n'))),
	};
	const rows = [
		{name: 'the twin', replies},
		{name: 'your real replies', replies: real},
		...baselines(asked, past),
	];
	return {
		moments: asked.length,
		quoted,
		bitsPerCharacter: await bitsPerCharacter(
			task,
			spread(moments, mostScored),
			signal,
		),
		millisecondsPerReply: spent / asked.length,
		rows: rows.map(({name, replies: theirs}) => ({
			name,
			...measure(theirs, yardstick),
		})),
		shown: spread(
			asked.map((moment, at) => ({
				said: moment.history.at(-1)?.content ?? '',
				real: moment.reply,
				reply: replies[at]?.reply ?? '',
			})),
			options.show,
		).slice(0, options.show),
	};
}

const replyTo = (moment: Moment, reply: string): Reply => ({
	context: contextOf(moment),
	reply,
});

async function answerAll(
	{connection, twin, past, options, stderr}: Task,
	moments: readonly Moment[],
	signal: AbortSignal,
): Promise<{replies: Reply[]; quoted: number | null}> {
	const {temperature, topP, recall} = options;
	const sampling = {
		temperature: temperature ?? twin.sampling.temperature,
		topP: topP ?? twin.sampling.topP,
	};
	const replies: Reply[] = [];
	let quoted: number | null = null;
	for (const [at, moment] of moments.entries()) {
		const history = moment.history.flatMap(({role, content}) =>
			role === 'system' ? [] : [{role, content}],
		);
		const {partner} = moment;
		const told = talk(
			{
				connection,
				twin,
				history,
				sampling,
				recalled: remember({past, twin, history, partner}),
				...(partner !== null && {partner}),
				...(recall !== null && {recall}),
			},
			signal,
		);
		for await (const event of told) {
			if (event.type !== 'done') continue;
			replies.push(replyTo(moment, event.text));
			if (!event.memory) continue;
			quoted ??= 0;
			if (event.memory.some(one => one.quoted)) quoted += 1 / moments.length;
		}
		signal.throwIfAborted();
		if (stderr.isTTY)
			stderr.write(`\r${at + 1} of ${moments.length} moments answered `);
	}
	if (stderr.isTTY) stderr.write('\r\u001B[K');
	return {replies, quoted};
}

/** A past reply whatever was said; the reply to the past message most like it; what somebody else wrote. */
function baselines(
	asked: readonly Moment[],
	past: Past | null,
): {name: string; replies: Reply[]}[] {
	const learnt = learntOf(past);
	const others = learnt.flatMap(({asked: said}) => (said === '' ? [] : [said]));
	if (!past || others.length === 0) return [];
	const pick = (texts: readonly string[], at: number): string =>
		// A stride without a common factor with most lengths: all over the list.
		texts[(at * 7919 + 13) % texts.length] ?? '';
	const own = learnt.map(({reply}) => reply);
	const each = (reply: (moment: Moment, at: number) => string) =>
		asked.map((moment, at) => replyTo(moment, reply(moment, at)));
	const nearest = ({history}: Moment) =>
		past.nearest(history.at(-1)?.content ?? '', {count: 1, fill: true})[0]
			?.reply ?? '';
	return [
		{name: 'a random past reply', replies: each((_, at) => pick(own, at))},
		{name: 'the nearest past reply', replies: each(nearest)},
		{
			name: 'another person of these chats',
			replies: each((_, at) => pick(others, at)),
		},
	];
}

const learntOf = (past: Past | null): readonly Exchange[] =>
	past?.exchanges.filter(({heldOut}) => !heldOut) ?? [];

async function bitsPerCharacter(
	{connection, twin}: Task,
	moments: readonly Moment[],
	signal: AbortSignal,
): Promise<number | null> {
	let bits = 0;
	let characters = 0;
	for (const {history, reply} of moments) {
		const last = {role: 'assistant' as const, content: reply};
		const some = await bitsOf(connection, twin, [...history, last], signal);
		if (some === null) return null;
		bits += some;
		characters += reply.trim().length + 1;
	}

	return bits / characters;
}
