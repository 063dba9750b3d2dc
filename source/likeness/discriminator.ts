import {type Features, featureCount, featuresOf} from './features.ts';
import type {Reply} from './types.ts';

const folds = 5;
const epochs = 12;
const rate = 2;
const decay = 1e-4;

type Labelled = {features: Features; real: 0 | 1};

/**
How well a judge tells two lists of replies apart: a logistic regression over character n-grams, words and length,
trained on four fifths and asked about the last, in turn. The area under its ROC curve: 0.5 where it cannot tell, 1 where
it always can (a classifier two-sample test: Lopez-Paz and Oquab 2017). Contexts are not looked at. The longer list is
cut to the length of the shorter one, evenly; NaN with fewer than ten on a side.
*/
export function discriminatorAuc(
	real: readonly Reply[],
	made: readonly Reply[],
): number {
	const size = Math.min(real.length, made.length);
	if (size < 2 * folds) return Number.NaN;
	const label = (replies: readonly Reply[], as: 0 | 1): Labelled[] =>
		spread(replies, size).map(({reply}) => ({
			features: featuresOf(reply),
			real: as,
		}));
	const ones = label(real, 1);
	const zeros = label(made, 0);
	let sum = 0;
	for (let fold = 0; fold < folds; fold++) {
		const isAsked = (_: Labelled, at: number) => at % folds === fold;
		const isLearnt = (_: Labelled, at: number) => at % folds !== fold;
		// One of each in turn, so that the order of learning favours neither.
		const left = zeros.filter(isLearnt);
		const learnt = ones
			.filter(isLearnt)
			.flatMap((one, at) => [one, left[at] as Labelled]);
		const weights = regress(learnt);
		const score = ({features}: Labelled) => dot(weights, features);
		sum += areaUnderCurve(
			ones.filter(isAsked).map(score),
			zeros.filter(isAsked).map(score),
		);
	}

	return sum / folds;
}

/** `size` of the items, evenly spread. */
const spread = <T>(items: readonly T[], size: number): T[] =>
	Array.from(
		{length: size},
		(_, at) => items[Math.floor((at * items.length) / size)] as T,
	);

/** Weights of a logistic regression, by stochastic gradient descent. */
function regress(learnt: readonly Labelled[]): Float64Array {
	const weights = new Float64Array(featureCount + 1);
	for (let epoch = 0; epoch < epochs; epoch++) {
		const step = rate / (1 + epoch / 2);
		for (const {features, real} of learnt) {
			const error = real - 1 / (1 + Math.exp(-dot(weights, features)));
			const {place, value} = features;
			for (let at = 0; at < place.length; at++) {
				const where = place[at] as number;
				const old = weights[where] as number;
				weights[where] =
					old + step * (error * (value[at] as number) - decay * old);
			}

			(weights[featureCount] as number) += 0.1 * step * error;
		}
	}

	return weights;
}

function dot(weights: Float64Array, {place, value}: Features): number {
	let sum = weights[featureCount] as number;
	for (let at = 0; at < place.length; at++) {
		sum += (weights[place[at] as number] as number) * (value[at] as number);
	}

	return sum;
}

/** The probability that one of the first scores above one of the others; ties count half. */
export function areaUnderCurve(
	ones: readonly number[],
	others: readonly number[],
): number {
	const sorted = others.toSorted((a, b) => a - b);
	let sum = 0;
	for (const score of ones) {
		sum += (rankOf(sorted, score, false) + rankOf(sorted, score, true)) / 2;
	}

	return sum / (ones.length * others.length || 1);
}

/** How many are below, or not above, a number. */
function rankOf(
	sorted: readonly number[],
	score: number,
	withSame: boolean,
): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const value = sorted[middle] as number;
		if (value < score || (withSame && value === score)) low = middle + 1;
		else high = middle;
	}

	return low;
}
