import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	copyRate,
	gatherTexts,
	longestOverlap,
} from '../../source/likeness/copying.ts';
import {
	areaUnderCurve,
	discriminatorAuc,
} from '../../source/likeness/discriminator.ts';
import {makeJudge, relevance} from '../../source/likeness/relevance.ts';
import {casual, formal, repliesOf} from './replies.ts';

describe('discriminator', () => {
	test('tells two authors apart', () => {
		expect(discriminatorAuc(casual(60), formal(60))).toBeGreaterThan(0.99);
	});

	test('cannot tell two halves of one author', () => {
		const all = casual(240);
		const even = all.filter((_, at) => at % 2 === 0);
		const odd = all.filter((_, at) => at % 2 === 1);
		// By the parity "yep" and "maybe" stand in one half only: mixed by twos it is a fair half.
		const mixed = [...even.slice(0, 60), ...odd.slice(0, 60)];
		const rest = [...even.slice(60), ...odd.slice(60)];
		expect(discriminatorAuc(mixed, rest)).toBeLessThan(0.65);
	});

	test('says nothing of a handful', () => {
		expect(discriminatorAuc(casual(9), formal(60))).toBeNaN();
	});

	test('area under the curve is the share of pairs in order, ties half', () => {
		const scores = fc.array(fc.integer({min: 0, max: 5}), {
			minLength: 1,
			maxLength: 12,
		});
		fc.assert(
			fc.property(scores, scores, (ones, others) => {
				let sum = 0;
				for (const one of ones) {
					for (const other of others) {
						sum += one > other ? 1 : one === other ? 0.5 : 0;
					}
				}

				expect(areaUnderCurve(ones, others)).toBeCloseTo(
					sum / (ones.length * others.length),
					10,
				);
			}),
		);
	});
});

describe('copies', () => {
	const texts = gatherTexts([
		'I left the keys under the blue pot by the door',
		'ok',
	]);

	test.each([
		[0, 'ok', 'short ones do not count'],
		[1, 'I left the keys under the BLUE  pot by the door', 'however it is set'],
		[0, 'I left the keys somewhere', 'a part is no copy'],
	])('rate %i for "%s": %s', (rate, reply) => {
		expect(copyRate(repliesOf(reply), texts)).toBe(rate);
	});

	test('finds the longest passage that two texts share', () => {
		expect(
			longestOverlap('maybe the keys under the blue pot? no idea', texts),
		).toBe(' the keys under the blue pot');
		expect(longestOverlap('nothing of the kind', texts)).toBe('');
	});

	test('every passage found stands in both, whatever the texts', () => {
		const text = fc.string({
			unit: fc.constantFrom('a', 'b', ' '),
			maxLength: 80,
		});
		fc.assert(
			fc.property(text, text, (reply, other) => {
				const passage = longestOverlap(reply, gatherTexts([other]));
				const plain = (one: string) => one.replace(/\s+/g, ' ').trim();
				expect(plain(reply)).toContain(passage);
				expect(plain(other)).toContain(passage);
			}),
		);
	});
});

describe('relevance', () => {
	const subjects = ['cat', 'train', 'dinner', 'exam', 'beach', 'keys', 'bike'];
	const past = subjects.map(subject => ({
		context: [`what about the ${subject}?`],
		reply: `my ${subject} answer is number ${subject.length}${subject}`,
	}));
	const judge = makeJudge(past);

	test('is high for replies that fit and even for those that do not', () => {
		expect(relevance(past, judge)).toBeGreaterThan(0.95);
		const shuffled = past.map(({context}, at) => ({
			context,
			reply: past[(at + 3) % past.length]?.reply ?? '',
		}));
		expect(relevance(shuffled, judge)).toBeLessThan(0.6);
		const same = past.map(({context}) => ({context, reply: 'ok'}));
		expect(relevance(same, judge)).toBe(0.5);
	});

	test('needs two replies', () => {
		expect(relevance(past.slice(0, 1), judge)).toBeNaN();
	});
});
