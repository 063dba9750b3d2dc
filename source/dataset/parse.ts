import type {Entry, Example, Role, Source} from './types.ts';

/** A line of a training file that cannot be used, counted from 1, and a sentence that says why. */
export type Problem = {line: number; reason: string};

/** As far as a message names them; the last are for models that call functions. */
const knownKeys = new Set([
	'role',
	'content',
	'name',
	'weight',
	'function_call',
]);
const roles: Readonly<Record<string, Role>> = {
	system: 'system',
	developer: 'system',
	user: 'user',
	assistant: 'assistant',
};

/**
Reads a training file. Blank lines and a byte order mark are passed over, the rest is held to OpenAI's published checks
(reference: cookbook, "Chat_finetuning_data_prep"). `name` and `weight` are allowed and not kept; `source` is, where it is ours.
@throws Error whose message names the first lines that cannot be used and why.
*/
export function parseJsonl(text: string): Example[] {
	const {examples, problems} = checkJsonl(text);
	const problem = tellProblems(problems);
	if (problem !== null) throw new Error(problem);
	return examples;
}

/** The first line that cannot be used, why, and how many more there are; null where there are none. */
export function tellProblems([first, ...more]: readonly Problem[]):
	| string
	| null {
	if (!first) return null;
	const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
	return `Line ${first.line}: ${first.reason}${rest}`;
}

/** All examples that can be used and all lines that cannot. */
export function checkJsonl(text: string): {
	examples: Example[];
	problems: Problem[];
} {
	const examples: Example[] = [];
	const problems: Problem[] = [];
	for (const read of readJsonl(text)) {
		if ('reason' in read) problems.push(read);
		else examples.push(read);
	}
	return {examples, problems};
}

/** Line by line the example or what is wrong, for whoever need not hold all of a large file at once. */
export function* readJsonl(text: string): Generator<Example | Problem> {
	let line = 0;
	let from = text.startsWith('\ufeff') ? 1 : 0;
	while (from < text.length) {
		const end = text.indexOf('\n', from);
		const to = end < 0 ? text.length : end;
		const content = text.slice(from, to);
		from = to + 1;
		line++;
		if (!content.trim()) continue;
		const example = readExample(content);
		yield typeof example === 'string' ? {line, reason: example} : example;
	}
}

/** The example of a line, or what is wrong with it. */
function readExample(line: string): Example | string {
	try {
		return checkExample(JSON.parse(line));
	} catch {
		return 'it is not JSON.';
	}
}

/** The example, or what OpenAI's published checks find wrong with it; for what is about to be written or sent. */
export function checkExample(value: unknown): Example | string {
	if (!isObject(value)) return 'it is not an object like {"messages": […]}.';
	const {messages} = value;
	if (!Array.isArray(messages) || messages.length === 0)
		return 'it has no list of messages under "messages".';
	const entries: Entry[] = [];
	for (const [index, message] of messages.entries()) {
		const entry = readEntry(message);
		if (typeof entry === 'string') return `message ${index + 1} ${entry}`;
		entries.push(entry);
	}
	if (!entries.some(({role}) => role === 'assistant'))
		return 'it has no message of the assistant, so there is nothing to learn.';
	const source = readSource(value.source, entries.length);
	return source ? {messages: entries, source} : {messages: entries};
}

/** Null for anything else under this key: data of others may have one of their own. */
function readSource(value: unknown, entries: number): Source | null {
	if (!isObject(value)) return null;
	const {chat, people, times, pauses} = value;
	return typeof chat === 'string' &&
		isListOf(people, isText) &&
		isListOf(
			times,
			(time): time is string | null => time === null || isText(time),
		) &&
		times.length === entries
		? {chat, people, times, ...(isListOf(pauses, isNumber) ? {pauses} : {})}
		: null;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

const isText = (value: unknown): value is string => typeof value === 'string';

const isListOf = <Item>(
	value: unknown,
	isItem: (item: unknown) => item is Item,
): value is Item[] => Array.isArray(value) && value.every(isItem);

function readEntry(message: unknown): Entry | string {
	if (!isObject(message)) return 'is not an object.';
	const unknown = Object.keys(message).find(key => !knownKeys.has(key));
	if (unknown !== undefined) return `has an unknown key, "${unknown}".`;
	if (!('role' in message)) return 'has no role.';
	const role =
		typeof message.role === 'string' && Object.hasOwn(roles, message.role)
			? roles[message.role]
			: undefined;
	if (!role)
		return `has the role ${JSON.stringify(message.role)}; it must be system, user or assistant.`;
	const {content} = message;
	return typeof content === 'string' && content !== ''
		? {role, content}
		: 'has no text under "content".';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
