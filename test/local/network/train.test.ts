import {describe, expect, test} from 'vitest';
import {toStream} from '../../../source/local/engine/stream.ts';
import {makeTokenizer} from '../../../source/local/engine/tokenizer.ts';
import {pacer} from '../../../source/local/network/pace.ts';
import {readState} from '../../../source/local/network/saved.ts';
import {
	type NetworkPlan,
	openTraining,
	type Slice,
} from '../../../source/local/network/train.ts';
import {chatsOf, never} from '../engine/author.ts';

const tokenizer = makeTokenizer({atoms: [], merges: new Uint16Array()});
const streams = chatsOf(30, 1).map(({messages}) =>
	toStream(tokenizer, messages),
);
const plan: NetworkPlan = {
	size: 16,
	lanes: 4,
	rate: 0.01,
	drop: 0.2,
	seed: 3,
	minutes: null,
	epochs: 1,
	stepsPerEpoch: 40,
	stopsEarly: false,
	slices: 10,
	first: 0,
	mayFollow: false,
};

type Kept = {
	slice: number;
	loss: number;
	weights: Float32Array;
	saved: Uint8Array;
};

async function slicesOf(
	saved: Uint8Array | null,
	changed: Partial<NetworkPlan> = {},
	each = (_: Slice) => {},
) {
	const kept: Kept[] = [];
	const whole = {...plan, ...changed};
	const training = openTraining(streams, tokenizer.size, whole, saved);
	for await (const slice of training.slices(never)) {
		kept.push({
			slice: slice.slice,
			loss: slice.loss,
			weights: slice.weights.slice(),
			saved: slice.save(),
		});
		each(slice);
	}

	return kept;
}

describe('a network’s training', () => {
	test('goes on from what was saved as if nothing had been, to the last bit', async () => {
		const whole = await slicesOf(null);
		expect(whole.map(({slice}) => slice)).toEqual([
			1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
		]);
		const rest = await slicesOf(whole[3]?.saved ?? null);
		expect(rest.map(({slice}) => slice)).toEqual([5, 6, 7, 8, 9, 10]);
		expect(rest.at(-1)?.weights).toEqual(whole.at(-1)?.weights);
		expect(rest[0]?.loss).toBe(whole[4]?.loss);
		const other = await slicesOf(null, {seed: 4});
		expect(other.at(-1)?.weights).not.toEqual(whole.at(-1)?.weights);
	});

	test('knows the best network that an earlier run measured, even where nothing is left to do', async () => {
		const losses = [5, 4, 2, 3, 3, 3, 3, 3, 3, 3];
		const saves: Uint8Array[] = [];
		const open = (saved: Uint8Array | null) =>
			openTraining(streams, tokenizer.size, plan, saved);
		const whole = open(null);
		let third: Float32Array | undefined;
		for await (const {slice, weights, measured, save} of whole.slices(never)) {
			if (slice === 3) third = weights.slice();
			measured(losses[slice - 1] as number);
			saves.push(save());
		}

		expect(whole.best().weights).toEqual(third);
		for (const done of [3, 4, 10]) {
			const rest = open(saves[done - 1] as Uint8Array);
			expect(rest.last().slice).toBe(done);
			for await (const {slice, measured} of rest.slices(never))
				measured(losses[slice - 1] as number);
			expect(rest.best()).toEqual(whole.best());
			expect(rest.last()).toEqual(whole.last());
		}
	});

	test('where it was never measured, the best is the network as it is, from the beginning on', async () => {
		const training = openTraining(streams, tokenizer.size, plan, null);
		expect(training.last()).toEqual({slice: 0, loss: Number.NaN, accuracy: 0});
		const saves: Uint8Array[] = [];
		let now: Float32Array | undefined;
		for await (const {save, weights} of training.slices(never)) {
			saves.push(save());
			now = weights;
		}

		expect(training.best().weights).toEqual(now);
		// The first measurement counts, however bad it is and whoever goes on.
		const rest = openTraining(
			streams,
			tokenizer.size,
			plan,
			saves[4] as Uint8Array,
		);
		for await (const {slice, weights, measured} of rest.slices(never)) {
			if (slice > 6) continue;
			measured(1e9);
			now = weights.slice();
		}

		expect(rest.best().weights).toEqual(now);
	});

	test('begins anew where what was saved is damaged or of another kind', async () => {
		const whole = await slicesOf(null);
		const saved = (whole[3] as Kept).saved;
		const damaged = saved.slice();
		damaged[500] = (damaged[500] as number) ^ 1;
		const shape = {vocabulary: tokenizer.size, lanes: 4};
		expect(readState(saved, shape)).not.toBeNull();
		expect(readState(damaged, shape)).toBeNull();
		expect(readState(saved.subarray(0, 200), shape)).toBeNull();
		expect(readState(new Uint8Array(), shape)).toBeNull();
		expect(readState(saved, {...shape, vocabulary: 24})).toBeNull();
		const again = await slicesOf(damaged);
		expect(again.at(-1)?.weights).toEqual(whole.at(-1)?.weights);
	});

	test('ends early where nothing is gained any more, with its slices complete', async () => {
		const steps: number[] = [];
		const slices = await slicesOf(
			null,
			{epochs: 30, stopsEarly: true, slices: 40},
			slice => {
				slice.measured(1);
				steps.push(slice.slice);
			},
		);
		expect(steps.at(-1)).toBe(40);
		expect(slices.length).toBeLessThan(25);
	});
});

describe('pace', () => {
	test('rises, stays, falls', () => {
		const pace = pacer({...plan, stepsPerEpoch: 200}, null);
		const rates: number[] = [];
		while (!pace.isOver()) {
			rates.push(pace.rate());
			pace.stepped();
		}

		expect(rates).toHaveLength(200);
		expect(rates[0]).toBeLessThan(0.1);
		expect(rates[100]).toBe(1);
		expect(rates[199]).toBeLessThan(0.05);
	});

	test('goes on where nobody measures or the loss falls', () => {
		const pace = pacer({...plan, stepsPerEpoch: 100, stopsEarly: true}, null);
		let steps = 0;
		while (!pace.isOver()) {
			pace.measured(5 - steps++ / 10);
			pace.stepped();
		}

		expect(steps).toBe(100);
	});
});
