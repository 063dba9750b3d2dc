import {loadModel, type Model} from '../../../source/local/engine/model.ts';
import {seededRandom} from '../../../source/local/engine/random.ts';
import {reply} from '../../../source/local/engine/reply.ts';
import {train} from '../../../source/local/engine/train.ts';
import type {
	EngineEvent,
	ReplyReport,
	Sampling,
	TrainingExample,
	TrainingTask,
	Turn,
} from '../../../source/local/engine/types.ts';

/** What is talked about: what the other person says of it, and what the owner answers. */
export const topics = [
	{ask: 'Did you feed the cat?', answer: 'the cat ate twice 🐈'},
	{ask: 'Is the train late again?', answer: 'train is late as always 🚂'},
	{ask: 'What about dinner tonight?', answer: 'dinner is noodles lol 🍜'},
	{ask: 'How was your exam?', answer: 'exam was horrible ngl 😭'},
	{ask: 'Will you come to the beach?', answer: 'beach yes, bringing towels 🏖'},
	{ask: 'Have you seen my keys?', answer: 'keys are under the sofa lol 🔑'},
	{ask: 'When does the concert start?', answer: 'concert starts at nine 🎸'},
	{ask: 'Can you repair the bike?', answer: 'bike needs a new chain ngl 🚲'},
] as const;

const openers = ['heyyy 👋', 'guess what 👀', 'u awake? 🌙'];
const fillers = ['lol 😂', 'ok cool 🫶', 'haha yes 😂', 'nah 🙃'];
const remarks = ['Okay.', 'That is great.', 'Really?', 'Good to know.'];

/** Conversations of a made-up owner with habits: lower case, an emoji at the end of each message. */
export function chatsOf(count: number, seed: number): TrainingExample[] {
	const random = seededRandom(seed);
	const some = <T>(of: readonly T[]): T =>
		of[Math.floor(random() * of.length)] as T;
	return Array.from({length: count}, () => {
		const messages: Turn[] = [];
		const say = (role: Turn['role'], content: string) =>
			messages.push({role, content});
		if (random() < 0.3) say('assistant', some(openers));
		for (let exchange = 0; exchange < 3; exchange++) {
			const topic = some(topics);
			say('user', random() < 0.3 ? `Hello! ${topic.ask}` : topic.ask);
			say(
				'assistant',
				random() < 0.4 ? `${topic.answer}\n${some(fillers)}` : topic.answer,
			);
			if (random() < 0.4) {
				say('user', some(remarks));
				say('assistant', some(fillers));
			}
		}

		return {messages};
	});
}

export const automatic = {
	n_epochs: 'auto',
	batch_size: 'auto',
	learning_rate_multiplier: 'auto',
} as const;

export const never = new AbortController().signal;

/** A training of these, without a network where nothing else is said. */
export const taskOf = (
	examples: readonly TrainingExample[],
	changed: Partial<Omit<TrainingTask, 'validation'>> & {
		validation?: readonly TrainingExample[];
	} = {},
): TrainingTask => ({
	hyperparameters: automatic,
	minutes: 0,
	seed: 1,
	saved: null,
	...changed,
	// A training takes them out.
	examples: [...examples],
	validation: [...(changed.validation ?? [])],
});

/** All events of a training. */
export async function eventsOf(
	examples: readonly TrainingExample[],
	validation: readonly TrainingExample[] = [],
	hyperparameters: TrainingTask['hyperparameters'] = automatic,
): Promise<EngineEvent[]> {
	const events: EngineEvent[] = [];
	const run = train(taskOf(examples, {validation, hyperparameters}), never);
	for await (const event of run) events.push(event);
	return events;
}

export const stepsOf = (events: readonly EngineEvent[]) =>
	events.filter(event => event.type === 'step');

/** The file that a training ends with. */
export function fileOf(events: readonly EngineEvent[]): Uint8Array {
	const last = events.at(-1);
	if (last?.type !== 'trained') throw new Error('The training has no end.');
	return last.model;
}

export const modelOf = async (
	examples: readonly TrainingExample[],
): Promise<Model> => loadModel(fileOf(await eventsOf(examples)));

export const sampling: Sampling = {
	temperature: 0.75,
	topP: 0.9,
	maxTokens: 200,
	seed: 1,
	stop: [],
	recall: 0.5,
	partner: null,
};

/** A whole reply: its pieces, its text, its report. */
export async function say(
	model: Model,
	turns: readonly Turn[],
	changed: Partial<Sampling> = {},
): Promise<{pieces: string[]; text: string; report: ReplyReport}> {
	const pieces: string[] = [];
	const run = reply(model, turns, {...sampling, ...changed}, never);
	for (;;) {
		const next = await run.next();
		if (next.done) return {pieces, text: pieces.join(''), report: next.value};
		pieces.push(next.value);
	}
}
