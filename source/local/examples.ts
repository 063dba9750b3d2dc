import {setImmediate} from 'node:timers/promises';
import {type Body, isBody} from './checks.ts';
import type {Provenance, TrainingExample, Turn} from './engine/types.ts';

const roles: Readonly<Record<string, Turn['role']>> = {
	system: 'system',
	developer: 'system',
	user: 'user',
	assistant: 'assistant',
};

/** How many examples there are, or the first line that is none, in a sentence. */
export type CheckedExamples =
	| {count: number; problem: null}
	| {count: null; problem: string};

/** Checks training data by the rules of `readExamples`, and keeps none of it. */
export async function checkExamples(
	content: Uint8Array,
): Promise<CheckedExamples> {
	let count = 0;
	for await (const read of examplesIn(content)) {
		if (typeof read === 'string') return {count: null, problem: read};
		count++;
	}
	return {count, problem: null};
}

/**
Reads training data: one JSON object with `messages` per line (rules: OpenAI's fine-tuning guide).
A byte order mark and blank lines are passed over.
@throws Error with a sentence about the first line that is no example
*/
export async function readExamples(
	content: Uint8Array,
): Promise<TrainingExample[]> {
	const examples: TrainingExample[] = [];
	for await (const read of examplesIn(content)) {
		if (typeof read === 'string') throw new Error(read);
		examples.push(read);
	}
	return examples;
}

const lineBreak = 10;

/**
The examples, line by line, so that a large file is never one text beside its bytes; a sentence where a line is none.
Other work gets its turn in between.
*/
async function* examplesIn(
	content: Uint8Array,
): AsyncGenerator<TrainingExample | string> {
	const decoder = new TextDecoder();
	let number = 0;
	for (let from = 0; from < content.length; ) {
		const found = content.indexOf(lineBreak, from);
		const to = found < 0 ? content.length : found;
		// Passes a byte order mark over, which can only stand at the begin.
		const line = decoder.decode(content.subarray(from, to));
		from = to + 1;
		if (++number % 200 === 0) await setImmediate();
		if (line.trim() === '') continue;
		const read = readLine(line);
		yield typeof read === 'string' ? `Line ${number} ${read}` : read;
	}
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
