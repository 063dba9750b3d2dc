import {parentPort, workerData} from 'node:worker_threads';
import {loadTokenizer} from '../tokens.ts';

const count = await loadTokenizer();
const counts = Uint32Array.from(workerData as string[], text => count(text));
parentPort?.postMessage(counts, [counts.buffer]);
