import {parentPort, workerData} from 'node:worker_threads';
import {train} from './engine/train.ts';
import {readExamples} from './examples.ts';
import type {TrainingInput} from './training-thread.ts';

// The thread is ended from outside (training-thread.ts), so nothing aborts this.
const {signal} = new AbortController();
const {training, validation, ...task} = workerData as TrainingInput;

const examplesOf = async (text: string | null) =>
	(text === null ? null : (await readExamples(text)).examples) ?? [];

for await (const event of train(
	{
		...task,
		examples: await examplesOf(training),
		validation: await examplesOf(validation),
	},
	signal,
))
	parentPort?.postMessage(event);
