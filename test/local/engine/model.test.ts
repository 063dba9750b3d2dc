import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {
	checksum,
	makeReader,
	makeWriter,
} from '../../../source/local/engine/bytes.ts';
import {loadModel, serialise} from '../../../source/local/engine/model.ts';
import {distribute} from '../../../source/local/engine/ngram.ts';
import {chatsOf, eventsOf, fileOf} from './author.ts';

let file: Uint8Array;
beforeAll(async () => {
	file = fileOf(await eventsOf(chatsOf(30, 1)));
});

const changed = (at: number, value: number) => {
	const copy = file.slice();
	copy[at] = value;
	return copy;
};

describe('model file', () => {
	test('says exactly what was saved', () => {
		const model = loadModel(file);
		const written = serialise({
			...model,
			networks: [],
			everyone: () => model.everyone,
			owner: () => model.owner,
		});
		expect(written).toEqual(file);
		const again = loadModel(written);
		const tokens = Uint16Array.from(model.tokenizer.encode('the cat ate'));
		for (const part of ['everyone', 'owner'] as const) {
			for (let at = 1; at <= tokens.length; at++) {
				const [one, other] = [model, again].map(each => {
					const into = new Float64Array(each.tokenizer.size);
					distribute(each[part], {tokens, at, floor: 0}, into);
					return into;
				});
				expect(one).toEqual(other);
			}
		}

		expect(again.exchanges).toEqual(model.exchanges);
		expect(again.weights).toEqual(model.weights);
	});

	test('is read from the middle of a larger buffer', () => {
		const larger = new Uint8Array(file.length + 9);
		larger.set(file, 5);
		const model = loadModel(larger.subarray(5, 5 + file.length));
		expect(model.tokens).toBe(loadModel(file).tokens);
	});

	test('is refused wherever a byte has changed', () => {
		fc.assert(
			fc.property(
				fc.nat({max: file.length - 1}),
				fc.integer({min: 1, max: 255}),
				(at, more) => {
					expect(() =>
						loadModel(changed(at, ((file[at] ?? 0) + more) % 256)),
					).toThrow(/train the twin again/i);
				},
			),
			{numRuns: 60},
		);
	});

	test.each([0, 1, 15, 24, 25, 1000])('is refused after %i bytes', length => {
		expect(() => loadModel(file.subarray(0, length))).toThrow(
			/train the twin again/i,
		);
	});

	test('is refused when it comes from a newer version', () => {
		expect(() => loadModel(changed(15, 4))).toThrow(/newer version.*Update/);
	});

	test('is refused when it comes from an older version', () => {
		expect(() => loadModel(changed(15, 1))).toThrow(
			/older version.*Train the twin again/,
		);
	});
});

describe('bytes', () => {
	test('are read as they were written', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(
						fc.nat({max: 2 ** 32 - 1}),
						fc.string({unit: 'binary', maxLength: 20}),
						fc.double().map(value => ({value})),
					),
					{maxLength: 30},
				),
				values => {
					const writer = makeWriter();
					for (const value of values) {
						if (typeof value === 'number') writer.whole(value);
						else if (typeof value === 'string') writer.text(value);
						else writer.real(value.value);
					}

					const reader = makeReader(writer.bytes());
					for (const value of values) {
						if (typeof value === 'number') expect(reader.whole()).toBe(value);
						else if (typeof value === 'string')
							expect(reader.text()).toBe(value);
						else expect(reader.real()).toBe(value.value);
					}
				},
			),
		);
	});

	test('have the checksum of zip and PNG', () => {
		expect(checksum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
	});
});
