import {parentPort} from 'node:worker_threads';
import {loadTokenizer} from '../tokens.ts';
import type {Counted, ToCount} from './count.ts';

const loading = loadTokenizer();

parentPort?.on('message', async ({number, texts}: ToCount) => {
	const count = await loading;
	const counts = Uint32Array.from(texts, text => count(text));
	const answer: Counted = {number, counts};
	parentPort?.postMessage(answer, [counts.buffer]);
});
