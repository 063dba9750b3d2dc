import type {ChatTable, Cuts} from './columns.ts';
import {
	createSums,
	type Measure,
	measureOutline,
	type Weights,
} from './measure.ts';
import {
	createMemory,
	type Outline,
	type OutlineOptions,
	outlineChats,
} from './outline.ts';
import {provenanceOf} from './provenance.ts';
import type {DatasetCounts, Provenance} from './types.ts';

/** Which example is wanted. Numbers count through all chats from 0; those past the ends mean the first and the last. */
export type Seek =
	| {type: 'none'}
	| {type: 'number'; number: number}
	/** The one that holds a message, else the next of its chat. */
	| {type: 'near'; chat: number; source: number}
	/** The first from `from` on (`by` 1) or the last up to it (-1) that holds one of these messages of a chat. */
	| {
			type: 'holding';
			chat: number;
			indexes: readonly number[];
			from: number;
			by: 1 | -1;
	  };

export type Question = {
	options: OutlineOptions;
	seek: Seek;
	/** Names the weights that tokens are counted by (`Desk.weigh`); others, or null, and they are not counted. */
	weights: string | null;
};

/** An example by its number, and whether it is kept out of training. */
export type Located = Provenance & {number: number; held: boolean};

/** What a data set would be. */
export type Effect = {counts: DatasetCounts; measure: Measure};

export type Answer = Effect & {
	/** The number of each chat's first example. */
	starts: number[];
	/** Null where no example is what was wanted. */
	located: Located | null;
};

export type Desk = {
	answer(question: Question): Answer;
	/** From here on tokens are known. */
	weigh(name: string, weights: Weights): void;
};

type Known = {key: string; outline: Outline; starts: number[]};

/** A knob is tried to and fro: as many of its last places as are worth their memory. */
const remembered = 3;

/** Answers questions about the examples of these chats; what was made for the last answers is kept, so that looking through examples costs nothing and a knob only what it changes. */
export function createDesk(tables: readonly ChatTable[]): Desk {
	let known: Known | undefined;
	let measured: {key: string; measure: Measure} | undefined;
	let weighed: {name: string; weights: Weights} | undefined;
	let sums = createSums(remembered);
	const memory = createMemory(remembered);
	const outlined = (options: OutlineOptions, key: string): Known => {
		if (known?.key === key) return known;
		const outline = outlineChats(tables, options, memory);
		known = {key, outline, starts: startsOf(outline)};
		return known;
	};
	return {
		answer({options, seek, weights: name}) {
			const key = JSON.stringify(options);
			const {outline, starts} = outlined(options, key);
			const weights =
				name !== null && weighed?.name === name ? weighed.weights : null;
			const as = `${weights ? name : ''} ${key}`;
			if (measured?.key !== as) {
				const measure = measureOutline(outline, options, weights, sums);
				measured = {key: as, measure};
			}
			const number = find(outline, starts, seek);
			return {
				counts: outline.counts,
				measure: measured.measure,
				starts,
				located:
					number === null ? null : locate(outline, starts, number, options),
			};
		},
		weigh(name, weights) {
			weighed = {name, weights};
			measured = undefined;
			sums = createSums(remembered);
		},
	};
}

function startsOf({chats}: Outline): number[] {
	const starts: number[] = [];
	let next = 0;
	for (const {cuts} of chats) {
		starts.push(next);
		next += cuts.length;
	}
	return starts;
}

const totalOf = ({counts}: Outline): number =>
	counts.examples + counts.validationExamples;

function find(
	outline: Outline,
	starts: readonly number[],
	seek: Seek,
): number | null {
	const total = totalOf(outline);
	if (total === 0 || seek.type === 'none') return null;
	const clamp = (number: number) => Math.min(Math.max(number, 0), total - 1);
	if (seek.type === 'number') return clamp(seek.number);
	const start = starts[seek.chat] ?? 0;
	const {cuts, kept, left} = outline.chats[seek.chat] as Outline['chats'][0];
	if (seek.type === 'near') {
		const position = lowerBound(kept.index, seek.source);
		const at = firstEndingAfter(cuts, position);
		return clamp(start + Math.min(at, Math.max(cuts.length - 1, 0)));
	}
	const {indexes, from, by} = seek;
	for (const source of by > 0 ? indexes : indexes.toReversed()) {
		const position = lowerBound(kept.index, source);
		const at = firstEndingAfter(cuts, position);
		const number = start + at;
		const holds =
			kept.index[position] === source &&
			left?.[position] !== 1 &&
			at < cuts.length &&
			(cuts.from[at] as number) <= position;
		if (holds && (number - from) * by >= 0) return number;
	}
	return null;
}

function locate(
	{chats}: Outline,
	starts: readonly number[],
	number: number,
	{pairs}: OutlineOptions,
): Located {
	// Chats without examples share the start of the next: the last one is meant.
	const chat = starts.findLastIndex(start => start <= number);
	const own = chats[chat] as Outline['chats'][0];
	const at = number - (starts[chat] ?? 0);
	return {
		...provenanceOf(own, at, chat, pairs),
		number,
		held: at >= own.training,
	};
}

/** The first place in an ascending column that is not below a value. */
function lowerBound(column: Int32Array, value: number): number {
	let low = 0;
	let high = column.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((column[middle] as number) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

const firstEndingAfter = ({length, to}: Cuts, position: number): number =>
	lowerBound(to.subarray(0, length), position + 1);
