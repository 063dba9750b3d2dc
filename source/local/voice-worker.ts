import {parentPort} from 'node:worker_threads';
import {loadVoice, type Voice} from './engine.ts';
import type {ToVoices, VoiceAnswer} from './voice-thread.ts';

// Models are loaded and answer here, so that the screen goes on meanwhile.
const voices = new Map<number, Voice>();
const calls = new Map<number, AbortController>();

const tell = (answer: VoiceAnswer) => parentPort?.postMessage(answer);

parentPort?.on('message', (message: ToVoices) => {
	if (message.type === 'close') voices.delete(message.voice);
	else if (message.type === 'stop') calls.get(message.call)?.abort();
	else void answer(message);
});

type Call = Extract<ToVoices, {call: number; voice: number}>;

async function answer(message: Call): Promise<void> {
	const {call} = message;
	const controller = new AbortController();
	calls.set(call, controller);
	try {
		tell({call, done: await perform(message, controller.signal)});
	} catch (error) {
		// An abort is told by who asked for it.
		if (!controller.signal.aborted)
			tell({call, problem: (error as Error).message});
	} finally {
		calls.delete(call);
	}
}

/** What the call is answered with at its end. */
async function perform(message: Call, signal: AbortSignal): Promise<unknown> {
	const {call, voice} = message;
	if (message.type === 'load') {
		voices.set(voice, await loadVoice(message.bytes));
		return null;
	}
	const found = voices.get(voice);
	if (!found) throw new Error('The model is not loaded any more: ask again.');
	if (message.type === 'score') return found.score?.(message.turns);
	const pieces = found.reply(message.turns, message.sampling, signal);
	for (;;) {
		const {value, done} = await pieces.next();
		if (done) return value;
		tell({call, piece: value});
	}
}
