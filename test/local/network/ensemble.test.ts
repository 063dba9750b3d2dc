import {describe, expect, test} from 'vitest';
import {seededRandom} from '../../../source/local/engine/random.ts';
import {makeEnsemble} from '../../../source/local/network/ensemble.ts';
import {openKernels} from '../../../source/local/network/kernels.ts';
import {makeNetwork} from '../../../source/local/network/network.ts';
import {newWeights, type Trained} from '../../../source/local/network/shape.ts';

const vocabulary = 20;
const share = new Float64Array(vocabulary).fill(1 / vocabulary);

const trained = (seed: number, size: number): Trained => {
	const shape = {vocabulary, size};
	return {shape, weights: newWeights(shape, share, seededRandom(seed))};
};
const alone = ({shape, weights}: Trained) =>
	makeNetwork(openKernels(), shape, weights);

describe('networks asked together', () => {
	const all = [trained(1, 16), trained(2, 32), trained(3, 16)];
	const ensemble = makeEnsemble(all);
	const tokens = Uint16Array.from([3, 7, 1, 19, 4, 4]);

	test('say the mean of what each of them says, each with a state of its own', () => {
		const state = ensemble?.begin() ?? new Float32Array();
		expect(state).toHaveLength(64);
		for (const token of tokens) ensemble?.read(state, token);
		const together = new Float64Array(vocabulary);
		ensemble?.predict(state, together);
		const each = all.map(one => {
			const network = alone(one);
			const own = network.begin();
			for (const token of tokens) network.read(own, token);
			const into = new Float64Array(vocabulary);
			network.predict(own, into);
			return into;
		});
		for (const [token, chance] of together.entries())
			expect(chance).toBeCloseTo(
				each.reduce((sum, said) => sum + (said[token] as number), 0) / 3,
				12,
			);
		expect(together.reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 9);
	});

	test('follow a conversation as their mean does', () => {
		const targets = Uint16Array.from([0, 7, 1, 19, 4, 4]);
		const places = [1, 3, 5];
		const each = all.map(one => alone(one).follow(tokens, targets, places));
		const together = ensemble?.follow(tokens, targets, places);
		for (const [at, chance] of (together ?? []).entries())
			expect(chance).toBeCloseTo(
				each.reduce((sum, said) => sum + (said[at] as number), 0) / 3,
				12,
			);
	});

	test('one is itself, none is none', () => {
		const [first] = all as [Trained];
		const into = [new Float64Array(vocabulary), new Float64Array(vocabulary)];
		for (const [index, network] of [
			makeEnsemble([first]),
			alone(first),
		].entries())
			network?.predict(network.begin(), into[index] as Float64Array);
		expect(into[0]).toEqual(into[1]);
		expect(makeEnsemble([])).toBeNull();
	});
});
