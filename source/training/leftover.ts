import type {Job} from '../store/types.ts';

/** Ids of the files that were uploaded for a job and, as far as its record knows, lie at the provider still. */
export const uploadsOf = ({uploaded}: Job): string[] =>
	[uploaded?.training, uploaded?.validation].filter(id => id != null);

/** Those of a training that has succeeded: they stay at the provider until somebody deletes them. None where nothing left the program. */
export const leftoverOf = (job: Job): string[] =>
	job.provider === 'local' ? [] : uploadsOf(job);
