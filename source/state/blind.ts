import type {KeptResult} from '../store/blind.ts';
import type {Moment} from '../twin/blind/moments.ts';
import {
	type BlindResult,
	cardOf,
	resultOf,
	type Who,
} from '../twin/blind/result.ts';
import {baseModelOf} from './chat-compare.ts';
import type {ChatStep} from './chat-step.ts';
import {withTask} from './chat-tasks.ts';

/** What is shown of a moment: the real reply and the others', in an order of chance. */
export type Candidate = {who: Who; text: string};

/** The blind test over the chat: a friend is shown held-out moments and says which reply is the real one. */
export type BlindStep = {
	phase: 'begin' | 'pick' | 'end';
	/** In the order they are shown in; null until they are looked up. */
	moments: readonly Moment[] | null;
	/** Tests that were taken before. */
	earlier: readonly KeptResult[];
	/** Whether the model that the twin rests on takes part. */
	withBase: boolean;
	/** The moment that is shown. */
	at: number;
	/** By moment: the replies, or null where it is passed over (the twin said the very same, or nothing). */
	replies: ReadonlyMap<number, readonly Candidate[] | null>;
	picks: readonly Who[];
	/** Why the twin does not answer, in a sentence. */
	error: string | null;
};

export type BlindAction =
	| {
			type: 'blind/moments';
			moments: readonly Moment[];
			earlier: readonly KeptResult[];
	  }
	| {type: 'blind/replies'; at: number; replies: readonly Candidate[] | null}
	| {type: 'blind/failed'; reason: string}
	| {type: 'blind/base'}
	| {type: 'blind/begin'}
	| {type: 'blind/pick'; place: number}
	| {type: 'blind/copy'}
	| {type: 'blind/close'};

/** As many picks as a friend has patience for, and enough to tell a good twin from guessing. */
export const plannedPicks = 20;

const startBlind: BlindStep = {
	phase: 'begin',
	moments: null,
	earlier: [],
	withBase: false,
	at: 0,
	replies: new Map(),
	picks: [],
	error: null,
};

export const openBlind = (step: ChatStep): ChatStep => ({
	...step,
	blind: startBlind,
});

export function reduceBlind(step: ChatStep, action: BlindAction): ChatStep {
	const {blind} = step;
	if (!blind) return step;
	switch (action.type) {
		case 'blind/moments':
			return {
				...step,
				blind: {...blind, moments: action.moments, earlier: action.earlier},
			};
		case 'blind/replies': {
			const replies = new Map(blind.replies).set(action.at, action.replies);
			return advanced(step, {...blind, replies});
		}
		case 'blind/failed':
			return {...step, blind: {...blind, error: action.reason}};
		case 'blind/base':
			return baseModelOf(step.twin) === null
				? {...step, notice: 'There is no base model that could take part.'}
				: {...step, blind: {...blind, withBase: !blind.withBase}};
		case 'blind/begin':
			return begin(step, blind);
		case 'blind/pick':
			return pick(step, blind, action.place);
		case 'blind/copy':
			return blindResult(step, blind).picks === 0
				? {...step, notice: 'Nothing was picked: there is no card to copy.'}
				: withTask(step, {
						kind: 'copy',
						text: cardOf(blindResult(step, blind)),
					});
		case 'blind/close':
			return close(step, blind);
	}
}

/** Begins; after a failure it asks again, after the end it begins anew with other moments. */
function begin(step: ChatStep, blind: BlindStep): ChatStep {
	if (blind.phase === 'end')
		return {
			...step,
			blind: {...startBlind, withBase: blind.withBase},
		};
	if (blind.moments === null) return step;
	if (blind.moments.length === 0)
		return {
			...step,
			notice: 'There is nothing to show: see above.',
		};
	return {...step, blind: {...blind, phase: 'pick', error: null}};
}

/** The moment that is shown, with its replies; null while these are still to come. */
export const candidatesAt = ({
	at,
	replies,
}: BlindStep): readonly Candidate[] | null => replies.get(at) ?? null;

function pick(step: ChatStep, blind: BlindStep, place: number): ChatStep {
	const chosen = candidatesAt(blind)?.[place];
	if (!chosen) return step;
	const picks = [...blind.picks, chosen.who];
	return advanced(step, {...blind, picks, at: blind.at + 1});
}

/** Passes over moments that show nothing, and ends after the last one. */
function advanced(step: ChatStep, blind: BlindStep): ChatStep {
	let {at} = blind;
	while (blind.replies.get(at) === null) at++;
	const isOver =
		blind.picks.length >= plannedPicks || at >= (blind.moments?.length ?? 0);
	return isOver
		? ended(step, {...blind, at})
		: {...step, blind: {...blind, at}};
}

function ended(step: ChatStep, blind: BlindStep): ChatStep {
	const over = {...step, blind: {...blind, phase: 'end' as const}};
	return blind.picks.length === 0
		? over
		: withTask(over, {
				kind: 'blind',
				result: blindResult(step, blind),
			});
}

/** Leaves; in the middle of it what was picked so far is shown first. */
const close = (step: ChatStep, blind: BlindStep): ChatStep =>
	blind.phase === 'pick' && blind.picks.length > 0
		? ended(step, blind)
		: {...step, blind: null};

export const blindResult = (
	{twin}: ChatStep,
	{picks, withBase}: BlindStep,
): BlindResult => resultOf(twin.name, picks, withBase ? 3 : 2);

/** The next moment whose replies are to be made: the one on the screen, or the one behind it; null for none. */
export function wantedMoment({
	phase,
	moments,
	at,
	replies,
	error,
}: BlindStep): number | null {
	if (phase !== 'pick' || error !== null) return null;
	const wanted = [at, at + 1].find(place => !replies.has(place));
	return wanted !== undefined && wanted < (moments?.length ?? 0)
		? wanted
		: null;
}
