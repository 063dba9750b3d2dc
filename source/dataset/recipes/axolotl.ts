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

const train = 'axolotl train config.yml';

/**
axolotl. It learns every reply under `roles_to_train: [assistant]`; drops rows that are too long unless told to cut them;
takes `test_datasets` or `val_set_size`, never both; and starts all GPUs by itself, each with the whole model.
(axolotl-ai-cloud/axolotl 0.18 at 067b021, 2026-07-24: docs/dataset-formats/conversation.qmd, multi-gpu.qmd, cli.qmd,
multimodal_assistant_mask.md, src/axolotl/utils/schemas.)
*/
export const axolotl: Recipe = {title: 'axolotl', train, build};

function build(input: RecipeInput): RecipeFile[] {
	const config = trainConfig(input);
	return [
		...dataFile('train.jsonl', input.examples),
		...dataFile('validation.jsonl', input.validation),
		{path: 'config.yml', content: config},
		{path: 'config.sharded.yml', content: `${config}\n${sharded}`},
		recipeReadme(
			{
				title: 'axolotl',
				files: [
					`${listFiles(input, 'train.jsonl', 'validation.jsonl')}: the examples`,
					'`config.yml`: the configuration; `config.sharded.yml`: for a model too large for one GPU',
				],
				install: 'pip install --no-build-isolation axolotl',
				train,
				notes: [
					'The adapter comes to lie in `adapter/`. `axolotl preprocess config.yml --debug` shows which words are learned: yours only. `prepared/` holds your chats as numbers: delete it with the rest.',
				],
				severalGpus: `The same line uses all GPUs of the machine, each with the whole model. A model that one GPU cannot hold is spread over them (FSDP2), over several machines by a line on each:\n\n${shell('axolotl train config.sharded.yml\n\n# two machines of eight GPUs: --node_rank 0 on the first, 1 on the second\naxolotl train config.sharded.yml --launcher torchrun -- --nnodes 2 --node_rank 0 --nproc_per_node 8 --master_addr ADDRESS_OF_THE_FIRST --master_port 29500')}\n\nFor a model of another family, put the name of its layers into \`transformer_layer_cls_to_wrap\`.`,
				...serveWithVllm('adapter'),
				checked: 'axolotl 0.18 (documentation and source of 2026-07-24)',
			},
			input,
		),
	];
}

const dataset = (path: string) => `  - path: ${path}
    ds_type: json
    split: train
    type: chat_template
    field_messages: messages
    roles_to_train: [assistant]
    train_on_eos: turn
`;

function trainConfig(input: RecipeInput): string {
	const {length} = input.examples;
	const measured = hasValidation(input)
		? `test_datasets:\n${dataset('validation.jsonl')}evals_per_epoch: 2\n`
		: '';
	return `base_model: ${baseModel}
chat_template: tokenizer_default

datasets:
${dataset('train.jsonl')}${measured}val_set_size: 0
dataset_prepared_path: prepared

sequence_len: ${sequenceLength(input.longest)}
excess_length_strategy: truncate
sample_packing: false
pad_to_sequence_len: false

adapter: lora
lora_r: ${loraRank}
lora_alpha: ${loraRank}
lora_dropout: 0.0
lora_target_linear: true

output_dir: adapter
num_epochs: ${epochsFor(length)}
micro_batch_size: 1
gradient_accumulation_steps: ${accumulation(length, 1)}
learning_rate: ${learningRate}
lr_scheduler: cosine
warmup_ratio: 0.1
optimizer: adamw_torch_fused
bf16: auto
gradient_checkpointing: true
attn_implementation: sdpa
logging_steps: 5
saves_per_epoch: 1
`;
}

const sharded = `# each GPU holds a part of the model
fsdp_version: 2
fsdp_config:
  offload_params: false
  cpu_ram_efficient_loading: true
  auto_wrap_policy: TRANSFORMER_BASED_WRAP
  transformer_layer_cls_to_wrap: Qwen3DecoderLayer
  state_dict_type: FULL_STATE_DICT
  reshard_after_forward: true
`;
