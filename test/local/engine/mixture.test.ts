import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {
	emptyObservations,
	groupOf,
	groups,
	improve,
	lossOf,
	parts,
	usualWeights,
} from '../../../source/local/engine/mixture.ts';
import type {Model} from '../../../source/local/engine/model.ts';
import {
	beginSaying,
	condition,
	makeScratch,
	predict,
} from '../../../source/local/engine/predict.ts';
import {
	emptyRecent,
	fade,
	recall,
	remember,
} from '../../../source/local/engine/recent.ts';
import {toStream} from '../../../source/local/engine/stream.ts';
import {chatsOf, modelOf} from './author.ts';

const observed = (rows: readonly (readonly number[])[]) => {
	const observations = emptyObservations(rows.length);
	for (const row of rows) {
		observations.group[observations.size] = groupOf(0, 2);
		observations.given.set(row, parts * observations.size++);
	}

	return observations;
};

describe('weights', () => {
	test('each step of EM lowers the loss and keeps sums of 1', () => {
		const chance = fc.double({min: 1e-6, max: 1, noNaN: true});
		fc.assert(
			fc.property(
				fc.array(fc.tuple(chance, chance, chance, chance), {
					minLength: 200,
					maxLength: 250,
				}),
				rows => {
					const observations = observed(rows);
					let weights = usualWeights();
					let loss = lossOf(weights, observations);
					for (let epoch = 0; epoch < 5; epoch++) {
						weights = improve(weights, observations, 1);
						const now = lossOf(weights, observations);
						expect(now).toBeLessThanOrEqual(loss + 1e-3);
						loss = now;
					}

					for (let group = 0; group < groups; group++) {
						const own = weights.subarray(group * parts, (group + 1) * parts);
						expect(own.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
					}
				},
			),
			{numRuns: 20},
		);
	});

	test('find the part that predicts best', () => {
		const rows = Array.from({length: 300}, () => [0.01, 0.5, 0.02, 0.1]);
		let weights = usualWeights();
		for (let epoch = 0; epoch < 30; epoch++) {
			weights = improve(weights, observed(rows), 1);
		}

		expect(weights[parts * groupOf(0, 2) + 1]).toBeGreaterThan(0.95);
	});
});

describe('what was said in this conversation', () => {
	test('makes its words likelier, less with each message after it', () => {
		const recent = emptyRecent();
		const chance = () => recall(recent, [7], 1, 9, 100);
		expect(chance()).toBeCloseTo(0.01, 12);
		remember(recent, [8, 9, 9], 0, 3);
		const fresh = chance();
		fade(recent);
		remember(recent, [8, 11, 12], 0, 3);
		expect(fresh).toBeGreaterThan(0.3);
		expect(chance()).toBeLessThan(fresh);
		expect(chance()).toBeGreaterThan(0.01);
	});

	test('sums to 1 over all tokens', () => {
		const recent = emptyRecent();
		remember(recent, [8, 9, 9, 4, 9], 0, 5);
		fade(recent);
		let sum = 0;
		for (let token = 0; token < 20; token++) {
			sum += recall(recent, [4, 9], 2, token, 20);
		}

		expect(sum).toBeCloseTo(1, 12);
	});
});

describe('prediction', () => {
	let model: Model;
	beforeAll(async () => {
		model = await modelOf(chatsOf(40, 3));
	});

	test.each(['Did you feed the cat?', 'नमस्ते', '', 'never seen zzzqqq 🦩'])(
		'sums to 1 and is above 0 after "%s", conditioned or not',
		said => {
			const stream = toStream(
				model.tokenizer,
				[{role: 'user', content: said}],
				true,
			);
			const recent = emptyRecent();
			remember(recent, stream.tokens, 1, stream.length - 1);
			const saying = beginSaying(stream, 4);
			const found = emptyRecent();
			remember(
				found,
				[stream.tokens[stream.length - 1] ?? 0, 40, 41, 40],
				0,
				4,
			);
			for (let step = 0; step < 3; step++) {
				const result = predict(model, recent, saying, makeScratch(model));
				expect(Math.min(...result)).toBeGreaterThan(0);
				expect(result.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
				const before = result[40] as number;
				condition(result, found, saying);
				expect(result.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
				expect(result[40]).toBeGreaterThan(before);
				saying.tokens[saying.length++] = 40 + (step % 2);
			}
		},
	);
});
