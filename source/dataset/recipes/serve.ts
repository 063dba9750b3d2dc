import {baseModel, loraRank} from './settings.ts';

/**
How an adapter in the PEFT form is served: vLLM listens to the whole network unless told otherwise, hence the host.
(docs.vllm.ai, "LoRA Adapters": --enable-lora, --lora-modules NAME=PATH, --max-lora-rank; looked up 2026-11-22.)
*/
export const serveWithVllm = (
	adapter: string,
): {serve: string; baseURL: string; model: string} => ({
	serve: `pip install vllm\nvllm serve ${baseModel} --enable-lora --lora-modules twin=${adapter} --max-lora-rank ${loraRank} --host 127.0.0.1 --port 8000`,
	baseURL: 'http://127.0.0.1:8000/v1',
	model: 'twin',
});
