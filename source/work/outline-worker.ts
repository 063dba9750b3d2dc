import {parentPort, workerData} from 'node:worker_threads';
import type {ChatTable} from '../dataset/columns.ts';
import {createDesk, type Question} from '../dataset/desk.ts';
import type {Weights} from '../dataset/measure.ts';

export type OutlineMessage =
	| {type: 'ask'; question: Question}
	| {type: 'weigh'; name: string; weights: Weights};

// The tables come once; each question after that is a few bytes.
const desk = createDesk(workerData as ChatTable[]);

parentPort?.on('message', (message: OutlineMessage) => {
	if (message.type === 'weigh') desk.weigh(message.name, message.weights);
	else parentPort?.postMessage(desk.answer(message.question));
});
