import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {parseJsonl} from '../dataset/parse.ts';
import type {Example} from '../dataset/types.ts';
import type {Provider} from '../provider/types.ts';
import type {NewJob} from '../training/prepare.ts';
import type {TrainOptions} from './train-options.ts';

/**
What is to be trained, out of the files and options of the command. The files are checked first, since a provider may
take minutes to find a bad line.
@throws Error with a sentence that names the file
*/
export async function planTraining(
	dataFile: string,
	options: TrainOptions,
	provider: Provider,
): Promise<NewJob> {
	const training = await readExamples(dataFile);
	const validation = options.validation
		? await readExamples(options.validation)
		: null;
	const {label} = provider;
	// A prompt has no least number of examples.
	const fewestExamples = options.prompted ? 1 : provider.fewestExamples;
	if (training.examples.length < fewestExamples)
		throw new Error(
			`${dataFile} has ${training.examples.length} examples, and ${label} wants at least ${fewestExamples}: take in more chats, or a higher threshold.`,
		);
	const usual = options.prompted
		? provider.models.chat
		: provider.models.training;
	const model = options.model ?? usual;
	if (!model)
		throw new Error(`${label} has no usual model: name one with --model.`);
	const title = path.basename(dataFile).replace(/\.jsonl$/i, '');
	return {
		name: options.name ?? title,
		provider: provider.name,
		baseURL: provider.name === 'local' ? null : provider.baseURL,
		model,
		training: training.text,
		validation: validation?.text ?? null,
		hyperparameters: options.hyperparameters,
		suffix: options.suffix,
		systemPrompt: commonSystemPrompt(training.examples),
		dataset: {
			// Nobody says how many chats it was made of.
			chats: [],
			examples: training.examples.length,
			messages: countMessages(training.examples),
		},
		me: [],
	};
}

async function readExamples(file: string) {
	const text = (await readText(file)).replace(/^\uFEFF/, '');
	let examples: Example[];
	try {
		examples = parseJsonl(text);
	} catch (error) {
		throw new Error(`${file} is no training data: ${(error as Error).message}`);
	}
	if (examples.length === 0)
		throw new Error(
			`${file} holds no examples: make it with "twin-tui dataset".`,
		);
	return {text, examples};
}

async function readText(file: string): Promise<string> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		const reason =
			code === 'ENOENT'
				? 'there is no such file'
				: code === 'EISDIR'
					? 'it is a folder'
					: code === 'EACCES'
						? 'it may not be read'
						: (error as Error).message;
		throw new Error(`${file} cannot be read: ${reason}.`);
	}
}

/** A twin is to be asked under the very prompt it was trained with; none where the examples differ. */
function commonSystemPrompt(examples: readonly Example[]): string {
	const [first] = examples;
	const prompt =
		first?.messages[0]?.role === 'system' ? first.messages[0].content : '';
	return examples.every(
		({messages: [entry]}) =>
			entry?.role === 'system' && entry.content === prompt,
	)
		? prompt
		: '';
}

const countMessages = (examples: readonly Example[]): number =>
	examples.reduce(
		(sum, {messages}) =>
			sum + messages.filter(({role}) => role !== 'system').length,
		0,
	);
