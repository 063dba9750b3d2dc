import type {Exchange} from './exchanges.ts';

/** What is usual for the owner, as far as a reply has to keep to it. */
export type Profile = {
	/** Natural logarithm of how likely a reply of so many characters is. */
	lengthLoss: (characters: number) => number;
	/** Most messages in one reply, but for rare outbursts. */
	mostLines: number;
	/** Most characters in one reply, but for rare outbursts. */
	mostCharacters: number;
	/** Exchanges in which the owner opened; where there are none, first replies. */
	openers: readonly number[];
};

/** Upper edges of the length histogram, in characters (reference: likeness measures). */
const edges = [2, 5, 10, 15, 20, 30, 40, 55, 70, 90, 120, 160, 220, 300];

export function profileOf(exchanges: readonly Exchange[]): Profile {
	const lengths = exchanges.map(({reply}) => reply.length);
	const lines = exchanges.map(({reply}) => reply.split('\n').length);
	const histogram = new Float64Array(edges.length + 1).fill(0.5);
	for (const length of lengths) (histogram[bin(length)] as number)++;
	const sum = histogram.reduce((a, b) => a + b);
	const all = [...exchanges.keys()];
	const openers = all.filter(at => exchanges[at]?.opens);
	const begins = all.filter(at => exchanges[at]?.first);
	return {
		lengthLoss: characters =>
			Math.log((histogram[bin(characters)] as number) / sum),
		mostLines: quantile(lines, 0.98),
		mostCharacters: quantile(lengths, 0.99),
		openers: openers.length > 0 ? openers : begins,
	};
}

function bin(characters: number): number {
	const found = edges.findIndex(edge => characters <= edge);
	return found < 0 ? edges.length : found;
}

function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(share * (sorted.length - 1))] ?? 1;
}
