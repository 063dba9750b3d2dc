import {Worker} from 'node:worker_threads';
import type {Scored} from './engine/score.ts';
import type {Sampling, Turn} from './engine/types.ts';
import type {Report, Voice} from './engine.ts';

/** What the thread is told. Every call is answered once, a reply with pieces before; an aborted one not at all. */
export type ToVoices =
	| {type: 'load'; call: number; voice: number; bytes: Uint8Array<ArrayBuffer>}
	| {
			type: 'reply';
			call: number;
			voice: number;
			turns: readonly Turn[];
			sampling: Sampling;
	  }
	| {type: 'score'; call: number; voice: number; turns: readonly Turn[]}
	| {type: 'stop'; call: number}
	| {type: 'close'; voice: number};

export type VoiceAnswer =
	| {call: number; piece: string}
	| {call: number; done: unknown}
	| {call: number; problem: string};

/** Models that are loaded and answer in a thread of their own, which is begun when the first one is. */
export type Voices = {
	load(bytes: Uint8Array<ArrayBuffer>): Promise<Voice>;
	close(): Promise<void>;
};

/** The bundle of `voice-worker.ts`; a worker cannot run TypeScript, so from source it is the one in dist/. */
const workerURL = new URL(
	import.meta.url.endsWith('.ts')
		? '../../dist/voice-worker.js'
		: './voice-worker.js',
	import.meta.url,
);

type Listener = (answer: VoiceAnswer) => void;

export function openVoices(): Voices {
	const listeners = new Map<number, Listener>();
	let worker: Worker | undefined;
	let count = 0;
	const fail = (problem: string) => {
		worker = undefined;
		for (const [call, listen] of listeners) listen({call, problem});
	};
	const begin = (): Worker => {
		const begun = new Worker(workerURL);
		// It keeps the program alive only while somebody waits for an answer.
		begun.unref();
		begun.on('message', (answer: VoiceAnswer) =>
			listeners.get(answer.call)?.(answer),
		);
		begun.on('error', ({message}) =>
			fail(`The model’s thread ended: ${message}`),
		);
		begun.on('exit', () => fail('The model’s thread ended. Ask again.'));
		return begun;
	};
	const call = (message: (call: number) => ToVoices, listen: Listener) => {
		worker ??= begin();
		const number = count++;
		if (listeners.size === 0) worker.ref();
		listeners.set(number, listen);
		const told = message(number);
		worker.postMessage(told, told.type === 'load' ? [told.bytes.buffer] : []);
		return {
			number,
			end() {
				listeners.delete(number);
				if (listeners.size === 0) worker?.unref();
			},
		};
	};
	const ask = (message: (call: number) => ToVoices): Promise<unknown> =>
		new Promise((resolve, reject) => {
			const {end} = call(message, answer => {
				end();
				if ('problem' in answer) reject(new Error(answer.problem));
				else if ('done' in answer) resolve(answer.done);
			});
		});

	async function* reply(
		voice: number,
		turns: readonly Turn[],
		sampling: Sampling,
		signal: AbortSignal,
	): AsyncGenerator<string, Report> {
		signal.throwIfAborted();
		const arrived: VoiceAnswer[] = [];
		let wake = () => {};
		const {number, end} = call(
			call => ({type: 'reply', call, voice, turns, sampling}),
			answer => {
				arrived.push(answer);
				wake();
			},
		);
		const stop = () => wake();
		signal.addEventListener('abort', stop);
		try {
			for (;;) {
				signal.throwIfAborted();
				const answer = arrived.shift();
				if (!answer)
					await new Promise<void>(resolve => {
						wake = resolve;
					});
				else if ('piece' in answer) yield answer.piece;
				else if ('problem' in answer) throw new Error(answer.problem);
				else return answer.done as Report;
			}
		} finally {
			signal.removeEventListener('abort', stop);
			end();
			worker?.postMessage({type: 'stop', call: number} satisfies ToVoices);
		}
	}

	return {
		async load(bytes) {
			const voice = count++;
			await ask(call => ({type: 'load', call, voice, bytes}));
			return {
				reply: (turns, sampling, signal) =>
					reply(voice, turns, sampling, signal),
				score: async turns =>
					(await ask(call => ({
						type: 'score',
						call,
						voice,
						turns,
					}))) as Scored[],
				close: () =>
					worker?.postMessage({type: 'close', voice} satisfies ToVoices),
			};
		},
		async close() {
			const ended = worker;
			worker = undefined;
			await ended?.terminate();
		},
	};
}
