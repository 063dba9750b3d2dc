import type {Load, Voice} from '../../source/local/engine.ts';
import {openLocal, startJob, untilEnded} from './local.ts';
import {briefTraining} from './trainings.ts';

export const hi = [{role: 'user' as const, content: 'how are you'}];

/** A provider with a model of this voice, and its name. */
export async function openWith(load: Load, train = briefTraining) {
	const local = await openLocal({train, load});
	const job = await untilEnded(local.client, (await startJob(local.client)).id);
	return {...local, model: job.fine_tuned_model ?? ''};
}

/** A voice that says these pieces, whatever it is asked; a token is a word. */
export const parrot =
	(...pieces: string[]) =>
	(): Voice => ({
		async *reply(turns, {maxTokens}) {
			yield* pieces;
			const count = (text: string) => text.split(' ').length;
			const completionTokens = count(pieces.join(''));
			return {
				finish: completionTokens < maxTokens ? 'stop' : 'length',
				promptTokens: turns.reduce((sum, turn) => sum + count(turn.content), 0),
				completionTokens,
			};
		},
	});

export const noReport = {
	finish: 'stop',
	promptTokens: 0,
	completionTokens: 0,
} as const;

/** A voice that never ends, and tells whether it goes on. */
export function endlessVoice() {
	const state = {speaking: 0, pieces: 0};
	const voice: Voice = {
		async *reply(_turns, _sampling, signal) {
			state.speaking++;
			try {
				while (!signal.aborted) {
					state.pieces++;
					yield 'and ';
					await new Promise(resolve => setImmediate(resolve));
				}
				return noReport;
			} finally {
				state.speaking--;
			}
		},
	};
	return {load: () => voice, state};
}
