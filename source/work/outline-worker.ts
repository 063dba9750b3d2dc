import {parentPort, workerData} from 'node:worker_threads';
import {createDesk, type Question} from '../dataset/desk.ts';
import type {ChatTable} from '../dataset/types.ts';

// The tables come once; each question after that is a few bytes.
const desk = createDesk(workerData as ChatTable[]);

parentPort?.on('message', (question: Question) =>
	parentPort?.postMessage(desk(question)),
);
