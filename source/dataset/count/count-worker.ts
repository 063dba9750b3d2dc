import {parentPort} from 'node:worker_threads';
import {loadTokenizer} from '../tokens.ts';

const loading = loadTokenizer();

parentPort?.on('message', async (texts: readonly string[]) => {
	const count = await loading;
	const counts = Uint32Array.from(texts, text => count(text));
	parentPort?.postMessage(counts, [counts.buffer]);
});
