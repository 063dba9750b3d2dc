import {setImmediate as nextTick} from 'node:timers/promises';
import {Worker} from 'node:worker_threads';
import type {Chat} from '../chats/message.ts';
import {type Answer, createDesk, type Question} from '../dataset/desk.ts';
import {
	countPlaceholders,
	type Judges,
	tabulateInSteps,
} from '../dataset/table.ts';
import type {ChatTable} from '../dataset/types.ts';

/** With fewer messages an answer takes a few milliseconds, less than a thread takes to begin. */
const enoughForThread = 50_000;

/** Messages that are put into tables before the event loop gets its turn: a few milliseconds. */
const step = 2000;

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
	close(): Promise<unknown>;
};

/** The chats that a desk is about; the key says whether the owner or the moderation are others than before. */
export type Subject = {key: string; chats: readonly Chat[]; judges: Judges};

export type Desks = {
	/** The desk of a subject: made when first asked for, then the same one; the one before is closed. */
	open(subject: Subject): Promise<Desk>;
	close(): Promise<void>;
};

export function createDesks(threadFrom = enoughForThread): Desks {
	let current: {subject: Subject; desk: Promise<Desk>} | null = null;
	const close = async () => {
		const last = current;
		current = null;
		await (await last?.desk.catch(() => undefined))?.close();
	};
	return {
		async open(subject) {
			if (current && isSame(current.subject, subject)) return current.desk;
			void close();
			current = {subject, desk: makeDesk(subject, threadFrom)};
			return current.desk;
		},
		close,
	};
}

/** A chat that was read anew, its dates in another order, is another one. */
const isSame = (one: Subject, other: Subject): boolean =>
	one.key === other.key &&
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
	const {answer, close} =
		messages < threadFrom
			? {answer: createDesk(tables), close: async () => {}}
			: startThread(tables);
	let busy: Promise<unknown> | null = null;
	return {
		placeholders,
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

async function tabulateGently(chat: Chat, judges: Judges): Promise<ChatTable> {
	const steps = tabulateInSteps(chat, judges, step);
	for (;;) {
		const one = steps.next();
		if (one.done) return one.value;
		await nextTick();
	}
}

/** A thread that has the tables; it does not keep the program alive. */
function startThread(tables: readonly ChatTable[]) {
	const worker = new Worker(workerURL, {
		workerData: tables,
		transferList: tables.flatMap(({seconds, mine, fate}) => [
			seconds.buffer,
			mine.buffer,
			fate.buffer,
		]),
	});
	worker.unref();
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
		answer: (question: Question) =>
			new Promise<Answer>((resolve, reject) => {
				if (error) reject(error);
				waiting = {resolve, reject};
				worker.postMessage(question);
			}),
		close: () => worker.terminate(),
	};
}
