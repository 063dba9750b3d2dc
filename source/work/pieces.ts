import type {Services} from '../services.ts';
import type {Action, State} from '../state.ts';
import * as keyOf from './keys.ts';

/** What a piece of work does, said as actions. */
type Doing = (
	services: Services,
	state: State,
	signal: AbortSignal,
) => AsyncIterable<Action> | Promise<AsyncIterable<Action> | readonly Action[]>;

/** The name of something that goes on beside the keys; `keys.ts` says by its name when. */
export type Piece = keyof typeof keyOf;

/** The work that is asked for: while it stays the same it goes on, a new one starts it anew, null ends it. */
export const keysOf: Readonly<Record<Piece, (state: State) => string | null>> =
	keyOf;

/** All that goes on beside the keys, whatever screen is on. Each is loaded when it first has something to do. */
export const pieces: Record<Piece, () => Promise<Doing>> = {
	reading: async () => (await import('./reading.ts')).reading,
	reordering: async () => (await import('./reading.ts')).reordering,
	remembering: async () => (await import('./remembering.ts')).remembering,
	deciding: async () => (await import('./remembering.ts')).deciding,
	scanning: async () => (await import('./scanning.ts')).scanning,
	keeping: async () => (await import('./keeping.ts')).keeping,
	tabulating: async () => (await import('./tabulating.ts')).tabulating,
	counting: async () => (await import('./counting.ts')).counting,
	planning: async () => (await import('./planning.ts')).planning,
	auditing: async () => (await import('./auditing.ts')).auditing,
	weighing: async () => (await import('./weighing.ts')).weighing,
	outlining: async () => (await import('./outlining.ts')).outlining,
	training: async () => (await import('./training.ts')).training,
	cancelling: async () => (await import('./cancelling.ts')).cancelling,
	saving: async () => (await import('./saving.ts')).saving,
	removing: async () => (await import('./saving.ts')).removing,
	listing: async () => (await import('./saving.ts')).listing,
	revealing: async () => (await import('./revealing.ts')).revealing,
	portraying: async () => (await import('./learning.ts')).portraying,
	remembers: async () => (await import('./learning.ts')).remembersReply,
	likening: async () => (await import('./learning.ts')).likening,
	comparing: async () => (await import('./comparing.ts')).comparing,
	gathering: async () => (await import('./blinding.ts')).gathering,
	blinding: async () => (await import('./blinding.ts')).blinding,
	errands: async () => (await import('./errands.ts')).errands,
	answering: async () => (await import('./answering.ts')).answering,
	// What the training step and the rooms beside the steps look up and change.
	preflighting: async () => (await import('./preflighting.ts')).preflighting,
	holding: async () => (await import('./holding.ts')).holding,
	clearing: async () => (await import('./clearing.ts')).clearing,
	recipeWriting: async () =>
		(await import('./recipe-writing.ts')).recipeWriting,
	providing: async () => (await import('./providing.ts')).providing,
	offering: async () => (await import('./providing.ts')).offering,
	giving: async () => (await import('./providing.ts')).giving,
	listingJobs: async () => (await import('./listing.ts')).listingJobs,
	stocktaking: async () => (await import('./cleaning.ts')).stocktaking,
	deleting: async () => (await import('./cleaning.ts')).deleting,
	viewingPrompt: async () => (await import('./viewing.ts')).viewingPrompt,
};
