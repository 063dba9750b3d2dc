import {once} from 'node:events';
import {type MessagePort, parentPort} from 'node:worker_threads';
import {train} from './engine/train.ts';
import type {TrainingTask} from './engine/types.ts';
import {readExamples} from './examples.ts';
import type {TrainingInput} from './training-thread.ts';

const port = parentPort as MessagePort;
// The thread is ended from outside (training-thread.ts), so nothing aborts this.
const {signal} = new AbortController();

/** The task of the first message, whose bytes are let go as soon as they are read. */
const task = once(port, 'message').then(([input]) =>
	toTask(input as TrainingInput),
);

async function toTask({
	training,
	validation,
	...rest
}: TrainingInput): Promise<TrainingTask> {
	return {
		...rest,
		examples: await readExamples(training),
		validation: validation ? await readExamples(validation) : [],
	};
}

for await (const event of train(await task, signal)) {
	// A model is large: it goes over to the other thread instead of being copied.
	if ('model' in event) port.postMessage(event, [event.model.buffer]);
	else port.postMessage(event);
}

port.close();
