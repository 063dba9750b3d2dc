import type {State} from '../state.ts';
import type {Job} from '../store/types.ts';
import {isOver} from '../training/unfinished.ts';
import {chatWith} from './chat-sessions.ts';
import {moveCursor} from './list.ts';
import {resumeTraining} from './training-step.ts';

/** Every training that there is a record of: those that have not ended first, each kind newest first. */
export type JobsStep = {
	type: 'jobs';
	/** Null while they are read. */
	jobs: readonly Job[] | null;
	cursor: number;
};

export type JobsAction =
	| {type: 'jobs/listed'; jobs: readonly Job[]}
	| {type: 'jobs/move'; by: number}
	| {type: 'jobs/open'};

export const startJobs = (): JobsStep => ({
	type: 'jobs',
	jobs: null,
	cursor: 0,
});

export function reduceJobs(
	state: State,
	room: JobsStep,
	action: JobsAction,
): State {
	switch (action.type) {
		case 'jobs/listed': {
			const open = action.jobs.filter(job => !isOver(job));
			const over = action.jobs.filter(isOver);
			return {...state, room: {...room, jobs: [...open, ...over]}};
		}
		case 'jobs/move': {
			const count = room.jobs?.length ?? 0;
			const cursor = moveCursor(room.cursor, action.by, count);
			return {...state, room: {...room, cursor}};
		}
		case 'jobs/open':
			return openJob(state, room.jobs?.[room.cursor] ?? null);
	}
}

/** One that goes on is watched, one that made a twin leads to it, of the others it is told how they ended. */
function openJob(state: State, job: Job | null): State {
	if (!job) return state;
	const twin = state.twins.find(({id}) => id === job.twinId);
	if (twin)
		return {...state, room: null, screen: 'chat', chat: chatWith(state, twin)};
	if (isOver(job))
		return {
			...state,
			notice: job.error ?? 'This one was cancelled, or its twin deleted.',
		};
	if (state.training?.job?.id === job.id)
		return {...state, room: null, screen: 'training'} as State;
	return {
		...state,
		room: null,
		screen: 'training',
		training: resumeTraining(job, state.training),
	};
}
