import process from 'node:process';

/** Whether nothing shall move by itself: because it was asked for, or because a screen reader would read every change. */
export const isStill = (
	{REDUCE_MOTION, INK_SCREEN_READER}: NodeJS.ProcessEnv = process.env,
): boolean => Boolean(REDUCE_MOTION) || INK_SCREEN_READER === 'true';

/** How Ink draws: what changed and nothing else, at once after a key that comes alone, and as often as screens show it while keys or words keep coming. */
export const drawing = {
	incrementalRendering: true,
	// Our own check has been made: CI in the environment does not make a terminal less of one.
	interactive: true,
	exitOnCtrlC: false,
	maxFps: 60,
};
