/** How long a network is trained: for some minutes, or for some readings of all conversations. */
export type Planned = {
	/** Wall-clock time; null where `epochs` says how long. */
	minutes: number | null;
	epochs: number;
	/** Steps that one reading takes. */
	stepsPerEpoch: number;
	/** Ends earlier where the loss on text that is not learnt stops falling. */
	stopsEarly: boolean;
	/** How many slices are told of. */
	slices: number;
	/** Those of them that were done before, by other networks. */
	first: number;
	/** Whether another network may take the time that this one leaves. */
	mayFollow: boolean;
};

export type SavedPace = {
	steps: number;
	/** Milliseconds of training, without the pauses between programs. */
	spent: number;
	slice: number;
	/** The least loss on text that is not learnt; null before the first. */
	best: number | null;
	worse: number;
	/** Share of the way at which the rate began to fall; 2 where it has not. */
	turned: number;
};

/** Where a training stands. */
export type Pace = {
	isOver(): boolean;
	/** Steps done. */
	step(): number;
	/** What the learning rate is multiplied by: rises to 1, stays, falls to 0. */
	rate(): number;
	/** Counts a step; whether there is something to tell: a slice is complete, or all is over. */
	stepped(): boolean;
	/** Slices done. */
	slice(): number;
	/** Milliseconds so far. */
	spent(): number;
	/** Whether the time that is left when this network ends is enough for another one like it. */
	leavesTime(): boolean;
	/** Whether a loss on text that is not learnt was ever taken. */
	hasMeasured(): boolean;
	/** Takes a loss on text that is not learnt; says whether it is the best so far, and whether the rate falls from now on for it. */
	measured(loss: number): {best: boolean; turns: boolean};
	save(): SavedPace;
};

const risingSteps = 30;
/** In the last part of the way the rate falls; an early end keeps as large a part of the way so far. */
const falling = 0.3;
const shortFall = 0.35;
/** Another network gains something in so much of the time that one took: its rate falls sooner. */
const enough = 0.6;
/** Before so much of the way nobody can say that it leads nowhere. */
const leastSteps = 300;
const leastEpochs = 3;
/** So many measurements in a row without a better one, and the rate falls. */
const patience = 3;
/** A loss that falls by less has stopped falling. */
const least = 0.002;

export function pacer(planned: Planned, saved: SavedPace | null): Pace {
	const {minutes, epochs, slices, first, stopsEarly, stepsPerEpoch} = planned;
	const begun = performance.now() - (saved?.spent ?? 0);
	const total = Math.max(1, Math.round(epochs * stepsPerEpoch));
	let {steps, slice, best, worse, turned} = saved ?? {
		steps: 0,
		slice: first,
		best: null,
		worse: 0,
		turned: 2,
	};
	const spent = () => performance.now() - begun;
	/** Share of the way, 0 to 1, as it was planned. */
	const way = () =>
		minutes === null ? steps / total : spent() / (60_000 * minutes);
	const end = () => (turned > 1 ? 1 : Math.min(1, turned * (1 + shortFall)));
	const leavesTime = () =>
		planned.mayFollow && minutes !== null && 1 - end() >= enough * end();
	const isOver = () => way() >= end();
	const fallsFrom = () => (turned > 1 ? 1 - falling : turned);
	return {
		isOver,
		spent,
		leavesTime,
		step: () => steps,
		rate() {
			const now = way();
			const rising = Math.min(1, (steps + 1) / risingSteps);
			const from = fallsFrom();
			const left = (end() - now) / (end() - from);
			return rising * Math.max(0.01, Math.min(1, left));
		},
		stepped() {
			steps++;
			// Where the end was moved nearer, what is left of the slices is longer, or another network's.
			const done = Math.min(1, leavesTime() ? way() : way() / end());
			const now = first + Math.floor(done * (slices - first));
			const isComplete = now > slice;
			slice = Math.max(slice, now);
			return isComplete || isOver();
		},
		slice: () => slice,
		hasMeasured: () => best !== null,
		measured(loss) {
			const before = best ?? Number.POSITIVE_INFINITY;
			const early = steps < Math.max(leastSteps, leastEpochs * stepsPerEpoch);
			worse = early || loss < before - least ? 0 : worse + 1;
			best = Math.min(before, loss);
			const now = way();
			const turns =
				stopsEarly && worse >= patience && turned > 1 && now < 1 - falling;
			if (turns) turned = now;
			return {best: loss < before, turns};
		},
		save: () => ({steps, spent: spent(), slice, best, worse, turned}),
	};
}
