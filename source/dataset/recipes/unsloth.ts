import {dataFile} from './data.ts';
import {recipeReadme} from './readme.ts';
import {serveWithVllm} from './serve.ts';
import {
	accumulation,
	baseModel,
	epochsFor,
	learningRate,
	loraRank,
	sequenceLength,
} from './settings.ts';
import type {Recipe, RecipeFile, RecipeInput} from './types.ts';

const train = 'unsloth train --config config.yaml';

/** Relative names are moved there, whatever folder one is in. */
const adapter = '$HOME/.unsloth/studio/outputs/twin';

/**
Unsloth's command line. Its configuration has five parts and no place for held-out examples; local files are found from
the folder one is in, what it writes goes below its own home; `train_on_completions` learns the replies only.
(unslothai/unsloth at 015bdef, 2026-08-22: unsloth_cli/config.py, commands/train.py,
studio/backend/core/training/trainer.py, studio/backend/utils/paths/storage_roots.py.)
*/
export const unsloth: Recipe = {title: 'Unsloth', train, build};

function build(input: RecipeInput): RecipeFile[] {
	const {length} = input.examples;
	const config = `model: ${baseModel}

data:
  local_dataset: [train.jsonl]
  format_type: chatml

training:
  training_type: lora
  max_seq_length: ${sequenceLength(input.longest)}
  load_in_4bit: true
  output_dir: twin
  num_epochs: ${epochsFor(length)}
  learning_rate: ${learningRate}
  batch_size: 1
  gradient_accumulation_steps: ${accumulation(length, 1)}
  warmup_steps: 5
  train_on_completions: true

lora:
  lora_r: ${loraRank}
  lora_alpha: ${loraRank}
`;
	return [
		...dataFile('train.jsonl', input.examples),
		...dataFile('held-out.jsonl', input.validation),
		{path: 'config.yaml', content: config},
		recipeReadme(
			{
				title: 'Unsloth',
				files: [
					'`train.jsonl`: the examples',
					...(input.validation.length > 0
						? [
								'`held-out.jsonl`: examples to measure with; its command line has no place for them',
							]
						: []),
					'`config.yaml`: the configuration (`--dry-run` shows it as it is understood)',
				],
				install: 'curl -fsSL https://unsloth.ai/install.sh | sh',
				train,
				notes: [
					`The adapter comes to lie in \`${adapter}\`: where it ends up is printed at the end, and differs where \`UNSLOTH_STUDIO_HOME\` is set.`,
				],
				severalGpus: null,
				...serveWithVllm(`"${adapter}"`),
				checked: 'Unsloth’s source of 2026-08-22',
			},
			input,
		),
	];
}
