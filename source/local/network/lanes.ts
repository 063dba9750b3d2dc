import {type Random, seededRandom} from '../engine/random.ts';
import {noTarget, type Stream} from '../engine/stream.ts';
import {special} from '../engine/vocabulary.ts';

/** Conversations read side by side, each lane going on with the next one when its own ends. */
export type Lanes = {
	/** Fills the arrays with the next `steps` tokens of each lane, time by time. */
	fill(into: Filled): void;
	/** How often all conversations were read, with fractions. */
	epoch(): number;
	/** Where the lanes stand; `restore` goes on from there. */
	save(): number[];
	restore(saved: readonly number[]): void;
};

export type Filled = {
	inputs: Uint16Array;
	targets: Uint16Array;
	/** 0 where nothing is predicted. */
	weights: Float32Array;
	/** 1 where the conversation begins. */
	begins: Uint8Array;
};

/** What others say teaches less about how the owner writes. */
const otherWeight = 0.5;

/** Lays conversations into lanes, in an order of its own for each epoch that follows from the seed. */
export function openLanes(
	streams: readonly Stream[],
	lanes: number,
	seed: number,
): Lanes {
	let total = 0;
	for (const {length} of streams) total += length - 1;
	let round = 0;
	let next = 0;
	let read = 0;
	let order = shuffled(streams.length, orderOf(seed, round));
	const current = new Int32Array(lanes).fill(-1);
	const place = new Int32Array(lanes);
	const pull = (lane: number) => {
		if (next === order.length) {
			round++;
			next = 0;
			order = shuffled(streams.length, orderOf(seed, round));
		}

		current[lane] = order[next++] as number;
		place[lane] = 1;
	};

	return {
		fill({inputs, targets, weights, begins}) {
			for (let at = 0; at < inputs.length; at++) {
				const lane = at % lanes;
				let stream = streams[current[lane] as number];
				if (!stream || (place[lane] as number) >= stream.length) {
					pull(lane);
					stream = streams[current[lane] as number] as Stream;
				}

				const here = place[lane] as number;
				const target = stream.targets[here] as number;
				const own =
					stream.tokens[stream.turnStart[here] as number] === special.own;
				inputs[at] = stream.tokens[here - 1] as number;
				targets[at] = target === noTarget ? 0 : target;
				weights[at] = target === noTarget ? 0 : own ? 1 : otherWeight;
				begins[at] = here === 1 ? 1 : 0;
				(place[lane] as number)++;
				read++;
			}
		},
		epoch: () => read / (total || 1),
		save: () => [round, next, read, ...current, ...place],
		restore(saved) {
			[round = 0, next = 0, read = 0] = saved;
			order = shuffled(streams.length, orderOf(seed, round));
			current.set(saved.slice(3, 3 + lanes));
			place.set(saved.slice(3 + lanes));
		},
	};
}

const orderOf = (seed: number, round: number): Random =>
	seededRandom(seed ^ Math.imul(round + 1, 0x9e3779b1));

function shuffled(count: number, random: Random): Uint32Array {
	const order = Uint32Array.from({length: count}, (_, at) => at);
	for (let at = count - 1; at > 0; at--) {
		const other = Math.floor(random() * (at + 1));
		const kept = order[at] as number;
		order[at] = order[other] as number;
		order[other] = kept;
	}

	return order;
}
