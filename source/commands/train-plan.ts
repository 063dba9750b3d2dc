import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type Problem, readJsonl, tellProblems} from '../dataset/parse.ts';
import type {Provider} from '../provider/types.ts';
import type {NewJob} from '../training/prepare.ts';
import type {TrainOptions} from './train-options.ts';

/** What the files of the command hold. */
export type TrainData = {
	file: string;
	training: Read;
	/** Held-out examples as JSONL. */
	validation: string | null;
};

/** A file, and what is to be known of its examples; they are not held beside its text. */
type Read = {
	text: string;
	examples: number;
	messages: number;
	/** Of all examples; empty where they differ. */
	systemPrompt: string;
};

/**
Reads and checks the files of the command, since a provider may take minutes to find a bad line.
@throws Error with a sentence that names the file
*/
export async function readTrainData(
	file: string,
	{validation}: TrainOptions,
): Promise<TrainData> {
	return {
		file,
		training: await readExamples(file),
		validation: validation ? (await readExamples(validation)).text : null,
	};
}

/**
What is to be trained, out of the files and options of the command.
@throws Error with a sentence that names the file
*/
export function planTraining(
	{file, training, validation}: TrainData,
	options: TrainOptions,
	provider: Provider,
): NewJob {
	const {label} = provider;
	const {text, examples, messages, systemPrompt} = training;
	// A prompt has no least number of examples.
	const fewestExamples = options.prompted ? 1 : provider.fewestExamples;
	if (examples < fewestExamples)
		throw new Error(
			`${file} has ${examples} examples, and ${label} wants at least ${fewestExamples}: take in more chats, or a higher threshold.`,
		);
	const usual = options.prompted
		? provider.models.chat
		: provider.models.training;
	const model = options.model ?? usual;
	if (!model)
		throw new Error(`${label} has no usual model: name one with --model.`);
	const title = path.basename(file).replace(/\.jsonl$/i, '');
	return {
		name: options.name ?? title,
		provider: provider.name,
		baseURL: provider.name === 'local' ? null : provider.baseURL,
		model,
		training: text,
		validation,
		hyperparameters: options.hyperparameters,
		suffix: options.suffix,
		systemPrompt,
		// Nobody says how many chats it was made of.
		dataset: {chats: [], examples, messages},
		me: [],
	};
}

async function readExamples(file: string): Promise<Read> {
	const text = (await readText(file)).replace(/^\uFEFF/, '');
	let examples = 0;
	let messages = 0;
	const prompts = new Set<string>();
	const problems: Problem[] = [];
	for (const read of readJsonl(text)) {
		if ('reason' in read) {
			problems.push(read);
			continue;
		}
		const [entry] = read.messages;
		// A twin is to be asked under the very prompt it was trained with; none where the examples differ.
		if (prompts.size < 2)
			prompts.add(entry?.role === 'system' ? entry.content : '');
		examples++;
		for (const {role} of read.messages) if (role !== 'system') messages++;
	}
	const problem = tellProblems(problems);
	if (problem !== null)
		throw new Error(`${file} is no training data: ${problem}`);
	if (examples === 0)
		throw new Error(
			`${file} holds no examples: make it with "twin-tui dataset".`,
		);
	const [systemPrompt = '', ...others] = prompts;
	return {
		text,
		examples,
		messages,
		systemPrompt: others.length > 0 ? '' : systemPrompt,
	};
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
