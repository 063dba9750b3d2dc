import type {LossPoint, TrainingStep} from './training-step.ts';

/** Points that the pace is taken from: the newest, since a training may have rested. */
const recent = 20;

/** So many steps and seconds tell a pace; the first steps are quicker or slower than the rest. */
const fewestSteps = 5;
const fewestSeconds = 5;

/** Silence of so many usual steps, and at least so many seconds, means that nobody knows. */
const patience = 5;
const leastPatience = 90;

/** Seconds left, as far as the last steps tell; null where nobody knows, and what is known instead. */
export type Left = {seconds: number | null; why: string};

/**
How long a training will still take: what the provider expects, else by the pace of the newest steps.
@param now milliseconds since 1970
*/
export function timeLeft(
	{losses, totalSteps, step, expected, paused}: TrainingStep,
	now: number,
): Left {
	if (paused) return unknown('paused');
	if (expected !== null && expected > now)
		return {seconds: (expected - now) / 1000, why: ''};
	if (totalSteps === null) return unknown('');
	if (step >= totalSteps) return unknown('finishing');
	const perStep = secondsPerStep(losses);
	if (perStep === null) return unknown('time left not known yet');
	const last = losses.at(-1)?.at ?? now;
	const silent = (now - last) / 1000;
	if (silent > Math.max(perStep * patience, leastPatience))
		return unknown(`no news for ${Math.round(silent / 60)} min`);
	return {
		seconds: Math.max((totalSteps - step) * perStep - silent, 0),
		why: '',
	};
}

const unknown = (why: string): Left => ({seconds: null, why});

/** Of the newest dated points; null where there are too few to tell. Dates are in whole seconds. */
function secondsPerStep(losses: readonly LossPoint[]): number | null {
	const dated = losses.filter(({at}) => at !== null).slice(-recent);
	const [first, last] = [dated[0], dated.at(-1)];
	if (!first || !last || first.at === null || last.at === null) return null;
	const steps = last.step - first.step;
	const seconds = (last.at - first.at) / 1000;
	return steps >= fewestSteps && seconds >= fewestSeconds
		? seconds / steps
		: null;
}

/** Longer silences in the embedded engine's own records mean that the program was closed. */
const closed = 120_000;

/**
Seconds since a training began, wherever it was watched: at a provider it goes on meanwhile, here only while the program
runs. While it is known to have been paused, no time goes by.
@param now milliseconds since 1970
*/
export function timeElapsed(step: TrainingStep, now: number): number | null {
	const {job, provider, losses, messages, phase, paused} = step;
	if (!job) return null;
	const begun = Date.parse(job.createdAt);
	const times = [...losses, ...messages]
		.flatMap(({at}) => (at ? [at] : []))
		.sort((a, b) => a - b);
	const isRunning = phase === 'running' || phase === 'cancelling';
	const rests = restsOf(step, now);
	const end = isRunning
		? paused
			? (rests.at(-1)?.from ?? times.at(-1))
			: now
		: times.at(-1);
	if (end === undefined) return null;
	const away =
		provider === 'local'
			? [...rests, ...silences([begun, ...times, end])]
			: rests;
	return Math.max(0, (end - begun - covered(away, begun, end)) / 1000);
}

type Span = {from: number; to: number};

/** The embedded engine's own records know of pauses that nobody here watched. */
function restsOf(
	{rests, messages, provider}: TrainingStep,
	now: number,
): Span[] {
	const watched = rests.map(({from, to}) => ({from, to: to ?? now}));
	if (provider !== 'local') return watched;
	const told: Span[] = [];
	for (const {text, at} of messages) {
		if (text === 'Fine-tuning job paused') told.push({from: at, to: now});
		const last = told.at(-1);
		if (text === 'Fine-tuning job resumed' && last) last.to = at;
	}
	return [...watched, ...told].sort((a, b) => a.from - b.from);
}

const silences = (times: readonly number[]): Span[] =>
	times
		.map((to, index) => ({from: times[index - 1] ?? to, to}))
		.filter(({from, to}) => to - from > closed);

/** How much of a time these spans cover, which may overlap. */
function covered(spans: readonly Span[], from: number, to: number): number {
	let sum = 0;
	let until = from;
	for (const span of [...spans].sort((a, b) => a.from - b.from)) {
		const begin = Math.max(span.from, until);
		const end = Math.min(span.to, to);
		if (end <= begin) continue;
		sum += end - begin;
		until = end;
	}
	return sum;
}

/** Tokens trained on so far: what the provider said in the end, else by the share of the steps; null where nobody counted. */
export function tokensSoFar(
	{trained, job, step, totalSteps}: TrainingStep,
	epochs: number,
): number | null {
	if (trained !== null) return trained;
	if (!job?.tokens || !totalSteps) return null;
	return Math.round((job.tokens * epochs * step) / totalSteps);
}
