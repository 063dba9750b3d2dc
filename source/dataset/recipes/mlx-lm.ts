import {dataFile} from './data.ts';
import {recipeReadme, shell} from './readme.ts';
import {epochsFor, loraRank, sequenceLength} from './settings.ts';
import type {Recipe, RecipeFile, RecipeInput} from './types.ts';
import {toWindows} from './windows.ts';

/** Of four bits, so that it is trained in 8 GB of memory. */
const model = 'mlx-community/Qwen3-4B-Instruct-2507-4bit';
const train = 'mlx_lm.lora --config lora.yaml';

/**
mlx-lm on a Mac. Files are called train.jsonl and valid.jsonl; training is counted in steps, not epochs; a file needs as
many examples as a step takes; and with `mask_prompt`, without which it learns the others' words too, it learns the last
message of an example only: so each reply is written as an example of its own (`toWindows`).
(ml-explore/mlx-lm at d78bf58, 2026-08-22: mlx_lm/LORA.md, lora.py, tuner/trainer.py, server.py.)
*/
export const mlxLm: Recipe = {title: 'mlx-lm', train, build};

function build(input: RecipeInput): RecipeFile[] {
	const examples = [...toWindows(input.examples)];
	const held = [...toWindows(input.validation)];
	const batch = Math.min(4, examples.length);
	const valid = held.length >= batch ? held : [];
	const steps = Math.ceil(
		(examples.length * epochsFor(examples.length)) / batch,
	);
	const config = `model: ${model}
train: true
data: .
fine_tune_type: lora
num_layers: 16
lora_parameters:
  rank: ${loraRank}
  scale: 20.0
  dropout: 0.0
mask_prompt: true
# ${epochsFor(examples.length)} times over ${examples.length} replies, ${batch} at a step
batch_size: ${batch}
iters: ${steps}
learning_rate: 1.0e-5
max_seq_length: ${sequenceLength(input.longest)}
grad_checkpoint: true
steps_per_eval: ${Math.max(10, Math.ceil(steps / 10))}
save_every: ${Math.max(10, Math.ceil(steps / 5))}
adapter_path: adapters
seed: 0
`;
	return [
		...dataFile('train.jsonl', examples),
		...dataFile('valid.jsonl', valid),
		{path: 'lora.yaml', content: config},
		recipeReadme(
			{
				title: 'mlx-lm (a Mac with Apple silicon)',
				files: [
					`\`train.jsonl\`: ${examples.length} replies of yours, each with what came before it`,
					...(valid.length > 0
						? [`\`valid.jsonl\`: ${valid.length} replies to measure with`]
						: []),
					'`lora.yaml`: the configuration',
				],
				install: 'pip install "mlx-lm[train]"',
				train,
				notes: [
					'The adapter comes to lie in `adapters/`. Stop (Ctrl+C) when the validation loss rises again: the last saved adapter stays. Too little memory: `batch_size: 1`, then `num_layers: 8`.',
					`Elsewhere than on a Mac mlx-lm runs as \`pip install "mlx-lm[cuda13,train]"\`. For llama.cpp or Ollama, fuse first:\n\n${shell(`mlx_lm.fuse --model ${model} --adapter-path adapters --save-path fused --dequantize`)}`,
				],
				severalGpus: null,
				serve: `mlx_lm.server --model ${model} --adapter-path adapters --host 127.0.0.1 --port 8080`,
				baseURL: 'http://127.0.0.1:8080/v1',
				model: 'default_model',
				checked: 'mlx-lm 0.32.0 (documentation and source of 2026-08-22)',
			},
			input,
		),
	];
}
