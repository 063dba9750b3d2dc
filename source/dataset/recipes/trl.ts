import {dataFile} from './data.ts';
import {recipeReadme, shell} from './readme.ts';
import {serveWithVllm} from './serve.ts';
import {
	accumulation,
	baseModel,
	epochsFor,
	hasValidation,
	learningRate,
	listFiles,
	loraRank,
	sequenceLength,
} from './settings.ts';
import type {Recipe, RecipeFile, RecipeInput} from './types.ts';

const train = 'trl sft --config sft.yaml';

/**
TRL. A folder with train.jsonl and validation.jsonl is a data set with these splits; `assistant_only_loss` learns the
replies only and needs a chat template that marks them, which TRL brings for Qwen3; LoRA's alpha is 16 there already.
(huggingface/trl 1.10 at f2cd577, 2026-07-24: docs/source/clis.md, sft_trainer.md, trl/scripts/sft.py,
trl/trainer/sft_config.py, model_config.py.)
*/
export const trl: Recipe = {title: 'TRL', train, build};

function build(input: RecipeInput): RecipeFile[] {
	return [
		...dataFile('data/train.jsonl', input.examples),
		...dataFile('data/validation.jsonl', input.validation),
		{path: 'sft.yaml', content: trainConfig(input)},
		recipeReadme(
			{
				title: 'TRL',
				files: [
					`${listFiles(input, 'data/train.jsonl', 'data/validation.jsonl')}: the examples`,
					'`sft.yaml`: the configuration',
				],
				install: 'pip install trl peft',
				train,
				notes: [
					'The adapter comes to lie in `adapter/`. Less memory: `load_in_4bit: true` (with `pip install bitsandbytes`).',
				],
				severalGpus: `${shell(`${train} --num_processes 4`)}\n\nWhatever \`accelerate launch\` takes stands behind it, sharding and several machines included.`,
				...serveWithVllm('adapter'),
				checked: 'TRL 1.10 (documentation and source of 2026-07-24)',
			},
			input,
		),
	];
}

function trainConfig(input: RecipeInput): string {
	const {length} = input.examples;
	const measured = hasValidation(input)
		? `dataset_test_split: validation
eval_strategy: epoch
per_device_eval_batch_size: 1
`
		: '';
	return `model_name_or_path: ${baseModel}
dtype: bfloat16

dataset_name: data
dataset_train_split: train
${measured}assistant_only_loss: true
max_length: ${sequenceLength(input.longest)}
packing: false

use_peft: true
lora_r: ${loraRank}
lora_alpha: ${loraRank}
lora_target_modules: [all-linear]

output_dir: adapter
num_train_epochs: ${epochsFor(length)}
per_device_train_batch_size: 1
gradient_accumulation_steps: ${accumulation(length, 1)}
learning_rate: ${learningRate}
lr_scheduler_type: cosine
warmup_steps: 5
gradient_checkpointing: true
logging_steps: 5
save_strategy: epoch
report_to: none
`;
}
