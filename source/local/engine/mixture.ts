/** The parts of the mixture, in this order: all speakers, the owner's messages alone, what was said in this conversation, the network. */
export const parts = 4;
export const part = {everyone: 0, owner: 1, recent: 2, network: 3} as const;
const positions = 4;
const depths = 5;
export const groups = positions * depths;

/** Weights of the parts, per group; those of a group are together 1. */
export type Weights = Float64Array;

/** What the parts say of tokens that none of them has learnt. */
export type Observations = {
	size: number;
	group: Uint8Array;
	/** Probabilities by the parts, `parts` numbers a token. */
	given: Float64Array;
};

/** Where weights differ: at the start of a message the owner's own habits tell more; and with how much context the large model knows. */
export const groupOf = (tokensSaid: number, depth: number): number =>
	Math.min(tokensSaid, positions - 1) * depths + depth;

/** Where EM begins, and what a group without text keeps. */
export function usualWeights(): Weights {
	const weights = new Float64Array(groups * parts);
	for (let group = 0; group < groups; group++) {
		weights.set([0.45, 0.3, 0.05, 0.2], group * parts);
	}

	return weights;
}

export function emptyObservations(room: number): Observations {
	return {
		size: 0,
		group: new Uint8Array(room),
		given: new Float64Array(room * parts),
	};
}

/** The probability under the mixture of what was observed at `index`. */
function mix(
	weights: Weights,
	{group, given}: Observations,
	index: number,
): number {
	let sum = 0;
	for (let part = 0; part < parts; part++) {
		sum +=
			weightAt(weights, group[index] as number, part) *
			(given[index * parts + part] as number);
	}

	return sum;
}

export const weightAt = (
	weights: Weights,
	group: number,
	part: number,
): number => weights[group * parts + part] as number;

/** Mean loss of the observations in nats per token; NaN without any. */
export function lossOf(weights: Weights, observed: Observations): number {
	let sum = 0;
	for (let index = 0; index < observed.size; index++) {
		sum -= Math.log(mix(weights, observed, index));
	}

	return sum / observed.size;
}

/** A group with little text leans on all groups together, as if it had seen so many tokens more. */
const lean = 30;

/**
 * One step of expectation–maximisation: the loss of the observations does not rise (but for the lean).
 * `rate` 1 is the plain step; more goes further in the same direction, below 2.
 */
export function improve(
	weights: Weights,
	observed: Observations,
	rate: number,
): Weights {
	const shares = new Float64Array(groups * parts);
	const all = new Float64Array(parts).fill(1e-3);
	for (let index = 0; index < observed.size; index++) {
		const group = observed.group[index] as number;
		const total = mix(weights, observed, index);
		for (let part = 0; part < parts; part++) {
			const share =
				(weightAt(weights, group, part) *
					(observed.given[index * parts + part] as number)) /
				total;
			(shares[group * parts + part] as number) += share;
			(all[part] as number) += share;
		}
	}

	const sum = all.reduce((a, b) => a + b);
	const improved = new Float64Array(groups * parts);
	for (let group = 0; group < groups; group++) {
		let total = 0;
		for (let part = 0; part < parts; part++) {
			const at = group * parts + part;
			const expected =
				(shares[at] as number) + (lean * (all[part] as number)) / sum;
			const before = weights[at] as number;
			improved[at] = Math.max(1e-4, expected) ** rate * before ** (1 - rate);
			total += improved[at] as number;
		}

		for (let part = 0; part < parts; part++) {
			(improved[group * parts + part] as number) /= total;
		}
	}

	return improved;
}
