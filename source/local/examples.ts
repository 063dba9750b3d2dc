import {setImmediate} from 'node:timers/promises';
import {type Body, isBody} from './checks.ts';
import type {Provenance, TrainingExample, Turn} from './engine/types.ts';

const roles: Readonly<Record<string, Turn['role']>> = {
	system: 'system',
	developer: 'system',
	user: 'user',
	assistant: 'assistant',
};

export type ReadExamples =
	| {examples: TrainingExample[]; problem: null}
	/** The first line that is no example, in a sentence. */
	| {examples: null; problem: string};

/**
Reads training data: one JSON object with `messages` per line (rules: OpenAI's fine-tuning guide).
A byte order mark and blank lines are passed over. Other work gets its turn in between, for a file may be large.
*/
export async function readExamples(text: string): Promise<ReadExamples> {
	const examples: TrainingExample[] = [];
	const lines = text.replace(/^\uFEFF/, '').split('\n');
	for (const [index, line] of lines.entries()) {
		if (index % 200 === 199) await setImmediate();
		if (line.trim() === '') continue;
		const read = readLine(line);
		if (typeof read === 'string')
			return {examples: null, problem: `Line ${index + 1} ${read}`};
		examples.push(read);
	}
	return {examples, problem: null};
}

/** The example, or how to go on after "Line 7 …". */
function readLine(line: string): TrainingExample | string {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return 'is no JSON: training data has one JSON object per line (JSONL).';
	}
	const messages = isBody(value) ? value.messages : undefined;
	if (!Array.isArray(messages) || messages.length === 0)
		return 'has no "messages": each line is {"messages":[{"role":…,"content":…},…]}.';
	const turns: Turn[] = [];
	for (const message of messages) {
		const turn = readTurn(message);
		if (typeof turn === 'string') return turn;
		turns.push(turn);
	}
	const source = isBody(value) ? readSource(value.source, turns.length) : null;
	return turns.some(({role}) => role === 'assistant')
		? {messages: turns, ...(source && {source})}
		: 'has no message of the assistant, so there is nothing to learn from it.';
}

/** Where the example is from, if it says so in the way of this program; whatever else stands there is passed over. */
function readSource(value: unknown, messages: number): Provenance | null {
	if (!isBody(value)) return null;
	const {chat, people, times} = value;
	const isText = (one: unknown) => typeof one === 'string';
	return isText(chat) &&
		Array.isArray(people) &&
		people.every(isText) &&
		Array.isArray(times) &&
		times.length === messages &&
		times.every(time => time === null || isText(time))
		? {chat: chat as string, people, times}
		: null;
}

function readTurn(message: unknown): Turn | string {
	if (!isBody(message)) return 'has a message that is no JSON object.';
	const {content, weight} = message;
	const role = roleOf(message);
	if (!role)
		return 'has a message whose role is not system, user or assistant.';
	if (typeof content !== 'string' || content === '')
		return `has a message of the ${role} without text: "content" has to be a text that is not empty.`;
	if (weight !== undefined && weight !== 1)
		return 'has a message with a "weight" other than 1; the embedded provider learns from every message of the assistant.';
	return {role, content};
}

const roleOf = ({role}: Body): Turn['role'] | null =>
	typeof role === 'string' && Object.hasOwn(roles, role)
		? (roles[role] ?? null)
		: null;
