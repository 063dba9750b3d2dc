import type {Chat} from '../chats/message.ts';
import type {Located} from '../dataset/desk.ts';
import {ownerTest} from '../dataset/speakers.ts';
import type {DatasetOptions, Example} from '../dataset/types.ts';
import {makeWriter, type Writer} from '../dataset/writer.ts';
import type {Services} from '../services.ts';
import {chosenRules} from '../state/plan.ts';
import type {TrainingAction} from '../state/training.ts';
import {weightsName} from '../state/weights.ts';
import type {State} from '../state.ts';
import {tabulateGently} from './gently.ts';
import {subjectOf} from './subject.ts';
import {isGroup} from './weigh.ts';

/** What would be trained on, in numbers, and one of the examples: what the owner is to agree to. */
export async function* planning(
	services: Services,
	state: State,
	signal: AbortSignal,
): AsyncGenerator<TrainingAction> {
	const plan = state.training?.plan;
	const subject = subjectOf(state);
	if (!plan || !subject || !state.moderation) return;
	const {threshold} = state.moderation;
	const asked = {
		options: {...chosenRules(state), threshold},
		weights: weightsName(state),
	};
	const desk = await (await services.desks()).open(subject);
	const all = await desk.ask({...asked, seek: {type: 'none'}}, signal);
	if (!all) return;
	const {counts, measure} = all;
	const total = counts.examples + counts.validationExamples;
	const middle = {type: 'number', number: Math.floor(total / 2)} as const;
	const located = (await desk.ask({...asked, seek: middle}, signal))?.located;
	const writer = makeWriter(subject.chats, plan.options);
	const sample = located
		? await writeExample(located, writer, subject.chats, plan.options)
		: null;
	const people = writer.mapping.length;
	yield {type: 'training/planned', effect: {counts, measure, sample, people}};
}

async function writeExample(
	located: Located,
	writer: Writer,
	chats: readonly Chat[],
	options: DatasetOptions,
): Promise<Example> {
	const chat = chats[located.chat] as Chat;
	const judges = {isMine: ownerTest(options.me), levelOf: null};
	const table = await tabulateGently(chat, judges);
	const {forChat} = writer;
	const {example} = forChat(located.chat, table, isGroup(chat, table, options));
	return {messages: example(located).messages};
}
