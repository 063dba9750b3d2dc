import {dataFile} from './data.ts';
import {recipeReadme, shell} from './readme.ts';
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

const train = 'llamafactory-cli train train.yaml';

/** Its template for this model, without a thinking mode. */
const template = 'qwen3_nothink';

/**
LLaMA-Factory. It skips examples that do not alternate strictly or do not begin with the user; finds data sets by name in
`dataset_info.json`; learns every reply of an example; starts torchrun by itself where it sees several GPUs; and its server
listens to the whole network unless API_HOST says otherwise.
(hiyouga/LLaMA-Factory at ff6d4d1, 2026-08-18: data/README.md, examples/README.md, examples/train_lora,
src/llamafactory/data/converter.py, launcher.py, api/app.py; DeepSpeed's "auto" values as in examples/deepspeed.)
*/
export const llamaFactory: Recipe = {title: 'LLaMA-Factory', train, build};

function build(input: RecipeInput): RecipeFile[] {
	const config = trainConfig(input);
	return [
		...dataFile('train.jsonl', input.examples),
		...dataFile('validation.jsonl', input.validation),
		{path: 'dataset_info.json', content: datasetInfo(input)},
		{path: 'train.yaml', content: config},
		{
			path: 'train.sharded.yaml',
			content: `${config}\n# each GPU holds a part of the model\ndeepspeed: zero3.json\n`,
		},
		{path: 'zero3.json', content: zero3},
		{path: 'serve.yaml', content: serveConfig},
		recipeReadme(
			{
				title: 'LLaMA-Factory',
				files: [
					`${listFiles(input, 'train.jsonl', 'validation.jsonl')}: the examples; \`dataset_info.json\` says where they are and what their keys mean`,
					'`train.yaml`: the configuration; `train.sharded.yaml` and `zero3.json`: for a model too large for one GPU',
					'`serve.yaml`: for the server',
				],
				install: 'pip install llamafactory',
				train,
				notes: [
					'The adapter comes to lie in `adapter/`; `adapter/trainer_log.jsonl` follows the loss.',
				],
				severalGpus: `The same line uses all GPUs of the machine, each with the whole model. A model that one GPU cannot hold is spread over them (DeepSpeed ZeRO-3, \`pip install deepspeed\`), over several machines by a line on each:\n\n${shell('FORCE_TORCHRUN=1 llamafactory-cli train train.sharded.yaml\n\n# two machines: NODE_RANK=0 on the first, 1 on the second\nFORCE_TORCHRUN=1 NNODES=2 NODE_RANK=0 MASTER_ADDR=ADDRESS_OF_THE_FIRST MASTER_PORT=29500 llamafactory-cli train train.sharded.yaml')}`,
				serve:
					'API_HOST=127.0.0.1 API_PORT=8000 API_MODEL_NAME=twin llamafactory-cli api serve.yaml',
				baseURL: 'http://127.0.0.1:8000/v1',
				model: 'twin',
				checked: 'LLaMA-Factory’s documentation and source of 2026-08-18',
			},
			input,
		),
	];
}

function datasetInfo(input: RecipeInput): string {
	const described = (file: string) => ({
		file_name: file,
		formatting: 'sharegpt',
		columns: {messages: 'messages'},
		tags: {
			role_tag: 'role',
			content_tag: 'content',
			user_tag: 'user',
			assistant_tag: 'assistant',
			system_tag: 'system',
		},
	});
	const sets = {
		twin: described('train.jsonl'),
		...(hasValidation(input)
			? {twin_validation: described('validation.jsonl')}
			: {}),
	};
	return `${JSON.stringify(sets, null, 2)}\n`;
}

function trainConfig(input: RecipeInput): string {
	const {length} = input.examples;
	const measured = hasValidation(input)
		? `
eval_dataset: twin_validation
per_device_eval_batch_size: 1
eval_strategy: epoch
`
		: '';
	return `model_name_or_path: ${baseModel}
template: ${template}

stage: sft
do_train: true
finetuning_type: lora
lora_rank: ${loraRank}
lora_alpha: ${loraRank}
lora_target: all

dataset_dir: .
dataset: twin
cutoff_len: ${sequenceLength(input.longest)}

output_dir: adapter
logging_steps: 5
save_strategy: epoch
plot_loss: true
report_to: none

per_device_train_batch_size: 1
gradient_accumulation_steps: ${accumulation(length, 1)}
learning_rate: ${learningRate}
num_train_epochs: ${epochsFor(length)}
lr_scheduler_type: cosine
warmup_ratio: 0.1
bf16: true
${measured}`;
}

const serveConfig = `model_name_or_path: ${baseModel}
adapter_name_or_path: adapter
template: ${template}
infer_backend: huggingface
`;

const zero3 = `${JSON.stringify(
	{
		train_batch_size: 'auto',
		train_micro_batch_size_per_gpu: 'auto',
		gradient_accumulation_steps: 'auto',
		gradient_clipping: 'auto',
		bf16: {enabled: 'auto'},
		zero_optimization: {
			stage: 3,
			stage3_gather_16bit_weights_on_model_save: true,
		},
	},
	null,
	2,
)}\n`;
