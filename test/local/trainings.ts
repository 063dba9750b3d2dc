import type {EngineEvent} from '../../source/local/engine/types.ts';
import type {Train} from '../../source/local/training-thread.ts';

export const step = (number: number, totalSteps: number): EngineEvent => ({
	type: 'step',
	step: number,
	totalSteps,
	trainLoss: 3 / number,
	trainAccuracy: 0.25,
	validLoss: number % 2 === 0 ? 1.456 : null,
	validAccuracy: number % 2 === 0 ? 0.5 : null,
});

/** A training whose every event is known: five steps, a checkpoint after each. */
export const knownTraining: Train = async function* () {
	for (let number = 1; number <= 5; number++) {
		yield step(number, 5);
		yield {type: 'checkpoint', step: number, model: Uint8Array.of(number)};
	}
	yield {type: 'trained', tokens: 1234, model: Uint8Array.of(9)};
};

/** A training that only leaves a model. */
export const briefTraining: Train = async function* () {
	yield {type: 'trained', tokens: 1, model: Uint8Array.of(9)};
};

/** A training that stands still after its second step until it is stopped. */
export function endlessTraining() {
	const state = {running: 0, begun: 0};
	const train: Train = async function* (_input, signal) {
		state.begun++;
		state.running++;
		try {
			yield step(1, 5);
			yield step(2, 5);
			await new Promise((_, reject) => {
				signal.addEventListener('abort', () => reject(signal.reason));
			});
		} finally {
			state.running--;
		}
	};
	return {train, state};
}
