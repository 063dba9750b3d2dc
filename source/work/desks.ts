import {Worker} from 'node:worker_threads';
import type {Chat} from '../chats/message.ts';
import type {ChatTable} from '../dataset/columns.ts';
import {openTokenCounter} from '../dataset/count/count.ts';
import {
	type Answer,
	createDesk,
	type Question,
	type Desk as QuietDesk,
} from '../dataset/desk.ts';
import type {Weights} from '../dataset/measure.ts';
import {countPlaceholders, type Judges} from '../dataset/table.ts';
import type {DatasetOptions} from '../dataset/types.ts';
import {tabulateGently} from './gently.ts';
import type {OutlineMessage} from './outline-worker.ts';
import {weigh} from './weigh.ts';

/** With fewer messages an answer takes a few milliseconds, less than a thread takes to begin. */
const enoughForThread = 50_000;

/** The bundle of `outline-worker.ts`; a worker cannot run TypeScript, so from source it is the one in dist/. */
const workerURL = new URL(
	import.meta.url.endsWith('.ts')
		? '../../dist/outline-worker.js'
		: './outline-worker.js',
	import.meta.url,
);

/** Answers about the examples of some chats. */
export type Desk = {
	/** Placeholders by kind, as often as there are. */
	placeholders: ReturnType<typeof countPlaceholders>;
	/** One question at a time: those whose signal ends while they wait are never put. Null for these. */
	ask(question: Question, signal: AbortSignal): Promise<Answer | null>;
	weigh(name: string, weights: Weights): void;
	close(): Promise<unknown>;
};

/** The chats that a desk is about; whoever is the owner, and what moderation says. */
export type Subject = {
	chats: readonly Chat[];
	me: readonly string[];
	/** Stands for what moderation says: another object, another subject. */
	moderation: object;
	judges: Judges;
};

/**
What a data set would be, before it is built: how many examples and messages, how many tokens, what it costs, and any one
of the examples. For screens whose numbers follow a key, a threshold or a knob:

```ts
const desk = await desks.open(subject);                  // work/subject.ts makes the subject of a state
const answer = await desk.ask({options: {...rules, threshold}, seek: {type: 'none'}, weights: name}, signal);
answer.counts      // examples, held out, kept, dropped by reason
answer.measure     // replies, turns, tokens (null until they are counted)
```

A million messages are answered within 100 ms, in a thread, whatever threshold or rule is asked for. Tokens are counted once
for all thresholds and rules (`weigh`, which takes seconds there) and are sums from then on; `state/figures.ts` makes epochs,
billed tokens and prices of a measure.
*/
export type Desks = {
	/** The desk of a subject: made when first asked for, then the same one; the one before is closed. */
	open(subject: Subject): Promise<Desk>;
	/**
	Counts the tokens of every message as these options write it; from then on this desk knows them under the name given.
	Yields how far it is, 0 to 1; what was counted before is not counted again.
	*/
	weigh(
		subject: Subject,
		name: string,
		options: DatasetOptions,
		signal: AbortSignal,
	): AsyncGenerator<number, void>;
	close(): Promise<void>;
};

/**
@param threadFrom messages from which on another thread answers
@param countFrom characters from which on another thread counts tokens: all of them, unless told otherwise
*/
export function createDesks(
	threadFrom = enoughForThread,
	countFrom = 0,
): Desks {
	let current: {subject: Subject; desk: Promise<Desk>} | null = null;
	let weighed: {name: string; weights: Weights} | null = null;
	const counter = openTokenCounter(countFrom);
	const closeDesk = async () => {
		const last = current;
		current = null;
		await (await last?.desk.catch(() => undefined))?.close();
	};
	const open = async (subject: Subject): Promise<Desk> => {
		if (current && isSame(current.subject, subject)) return current.desk;
		void closeDesk();
		const desk = makeDesk(subject, threadFrom);
		current = {subject, desk};
		// Other levels or another owner: the texts may weigh what they weighed.
		if (weighed) (await desk).weigh(weighed.name, weighed.weights);
		return desk;
	};
	return {
		open,
		async *weigh(subject, name, options, signal) {
			const weights = yield* weigh(subject.chats, options, counter, signal);
			weighed = {name, weights};
			(await open(subject)).weigh(name, weights);
		},
		async close() {
			await Promise.all([closeDesk(), counter.close()]);
		},
	};
}

/** A chat that was read anew, its dates in another order, is another one. */
const isSame = (one: Subject, other: Subject): boolean =>
	one.moderation === other.moderation &&
	one.me.join('\n') === other.me.join('\n') &&
	one.chats.length === other.chats.length &&
	one.chats.every((chat, place) => chat === other.chats[place]);

async function makeDesk(
	{chats, judges}: Subject,
	threadFrom: number,
): Promise<Desk> {
	const tables: ChatTable[] = [];
	let messages = 0;
	for (const chat of chats) {
		messages += chat.messages.length;
		tables.push(await tabulateGently(chat, judges));
	}
	const placeholders = countPlaceholders(tables);
	const {answer, weigh, close} =
		messages < threadFrom
			? {...createDesk(tables), close: async () => {}}
			: startThread(tables);
	let busy: Promise<unknown> | null = null;
	return {
		placeholders,
		weigh,
		close,
		async ask(question, signal) {
			while (busy) await busy.catch(() => undefined);
			if (signal.aborted) return null;
			const asked = Promise.resolve(answer(question));
			busy = asked;
			try {
				return await asked;
			} finally {
				busy = null;
			}
		},
	};
}

type Thread = Pick<QuietDesk, 'weigh'> & {
	answer(question: Question): Promise<Answer>;
	close(): Promise<unknown>;
};

/** A thread that has the tables; it does not keep the program alive. */
function startThread(tables: readonly ChatTable[]): Thread {
	const worker = new Worker(workerURL, {
		workerData: tables,
		transferList: tables.flatMap(({seconds, mine, fate, level}) => [
			seconds.buffer,
			mine.buffer,
			fate.buffer,
			...(level ? [level.buffer] : []),
		]),
	});
	worker.unref();
	const tell = (message: OutlineMessage) => worker.postMessage(message);
	let waiting: {
		resolve: (answer: Answer) => void;
		reject: (error: Error) => void;
	} | null = null;
	let error: Error | null = null;
	const end = (reason: Error) => {
		error ??= reason;
		waiting?.reject(error);
	};
	worker
		.on('message', (answer: Answer) => waiting?.resolve(answer))
		.on('error', end)
		.on('exit', () =>
			end(new Error('Counting ended early, most likely for want of memory.')),
		);
	return {
		answer: question =>
			new Promise<Answer>((resolve, reject) => {
				if (error) reject(error);
				waiting = {resolve, reject};
				tell({type: 'ask', question});
			}),
		weigh: (name, weights) => tell({type: 'weigh', name, weights}),
		close: () => worker.terminate(),
	};
}
