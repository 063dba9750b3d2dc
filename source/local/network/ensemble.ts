import {openKernels} from './kernels.ts';
import {makeNetwork, type Network} from './network.ts';
import type {Trained} from './shape.ts';

/**
Networks that learnt the same text from other beginnings, asked together: the mean of what they say foresees more than each of
them (Hansen and Salamon 1990). Null for none.
*/
export function makeEnsemble(all: readonly Trained[]): Network | null {
	const networks = all.map(({shape, weights}) =>
		makeNetwork(openKernels(), shape, weights),
	);
	const [first] = networks;
	return first && networks.length === 1 ? first : first ? mean(networks) : null;
}

function mean(networks: readonly Network[]): Network {
	const begins = networks.map(network => network.begin());
	const ends = begins.map((_, index) =>
		begins.slice(0, index + 1).reduce((sum, {length}) => sum + length, 0),
	);
	const length = ends.at(-1) ?? 0;
	/** The part of a state that is a network's own. */
	const own = (state: Float32Array, index: number) =>
		state.subarray(ends[index - 1] ?? 0, ends[index]);
	let said = new Float64Array();
	return {
		begin: () => new Float32Array(length),
		read(state, token) {
			for (const [index, network] of networks.entries())
				network.read(own(state, index), token);
		},
		predict(state, into) {
			if (said.length !== into.length) said = new Float64Array(into.length);
			into.fill(0);
			for (const [index, network] of networks.entries()) {
				network.predict(own(state, index), said);
				add(into, said, networks.length);
			}
		},
		follow(tokens, targets, places) {
			const sum = new Float64Array(places.length);
			for (const network of networks)
				add(sum, network.follow(tokens, targets, places), networks.length);
			return sum;
		},
	};
}

function add(sum: Float64Array, more: Float64Array, count: number): void {
	for (let at = 0; at < sum.length; at++)
		(sum[at] as number) += (more[at] as number) / count;
}
