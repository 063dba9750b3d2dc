import {describe, expect, test} from 'vitest';
import {seededRandom} from '../../../source/local/engine/random.ts';
import {
	readNetworksSoFar,
	writeNetworksSoFar,
} from '../../../source/local/engine/saved-networks.ts';
import {newWeights} from '../../../source/local/network/shape.ts';

const network = (seed: number, size: number) => {
	const shape = {vocabulary: 24, size};
	return {shape, weights: newWeights(shape, [], seededRandom(seed))};
};
const state = {
	complete: [network(1, 8), network(2, 16)],
	minutes: 0.7,
	slices: 12,
	training: Uint8Array.of(1, 2, 3),
};

describe('networks in the middle of a training', () => {
	test.each([0, 1, 2])('%i complete ones are read as they were', count => {
		const whole = {...state, complete: state.complete.slice(0, count)};
		expect(readNetworksSoFar(writeNetworksSoFar(whole), 24)).toEqual(whole);
	});

	test('what is damaged, short or of another vocabulary is passed over', () => {
		const bytes = writeNetworksSoFar(state);
		for (const at of [0, 5, 9, 300, bytes.length - 1]) {
			const damaged = bytes.slice();
			damaged[at] = (damaged[at] as number) ^ 1;
			expect(readNetworksSoFar(damaged, 24)).toBeNull();
		}

		for (const length of [0, 3, 8, 100])
			expect(readNetworksSoFar(bytes.subarray(0, length), 24)).toBeNull();
		expect(readNetworksSoFar(bytes, 32)).toBeNull();
	});
});
