import {setImmediate as nextTick} from 'node:timers/promises';
import {expect, test} from 'vitest';
import type {EngineEvent} from '../../source/local/engine/types.ts';
import {openJobLog} from '../../source/local/jobs/log.ts';
import {temporaryFolder} from './local.ts';
import {step} from './trainings.ts';

type Step = Extract<EngineEvent, {type: 'step'}>;

test('nothing is lost that is said while the file is being written', async () => {
	const folder = await temporaryFolder();
	const log = openJobLog(folder);
	const most = 200;
	for (let number = 1; number <= most; number++) {
		log.step(step(number, most) as Step);
		const flushed = log.flush();
		// Some are said at once, some while the write goes on.
		if (number % 3 === 0) await nextTick();
		if (number % 7 === 0) await flushed;
	}
	const steps = (await log.events()).map(
		({data}) => (data as {step: number}).step,
	);
	expect(steps).toEqual(Array.from({length: most}, (_, index) => index + 1));
	await log.flush();
	// A program that comes later finds them all.
	expect(await openJobLog(folder).events()).toHaveLength(most);
});
