import process from 'node:process';

/** Whether nothing shall move by itself: because it was asked for, or because a screen reader would read every change. */
export const isStill = (
	{REDUCE_MOTION, INK_SCREEN_READER}: NodeJS.ProcessEnv = process.env,
): boolean => Boolean(REDUCE_MOTION) || INK_SCREEN_READER === 'true';
