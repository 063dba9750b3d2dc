import type {Example} from '../types.ts';
import type {RecipeInput} from './types.ts';

/**
A small instruction-following model without a thinking mode, so that its chat template needs no switches; free to use
(Apache 2.0), and what LLaMA-Factory's own example trains.
*/
export const baseModel = 'Qwen/Qwen3-4B-Instruct-2507';

/** LoRA for style: rank 16 and alpha as large (reference: openai-api.md, section 5.1). */
export const loraRank = 16;

/** Learning rate of the engines on PyTorch; with the point and the sign, or YAML readers take it for a text. */
export const learningRate = '1.0e-4';

/** The experiment's three epochs; with much data two, since small models soon repeat it word for word. */
export const epochsFor = (examples: number): number =>
	examples < 2000 ? 3 : 2;

/** Tokens per example: the longest and a fifth more, in the steps that memory is planned in. Longer ones are cut. */
export function sequenceLength(longest: number): number {
	const lengths = [1024, 2048, 4096];
	return lengths.find(length => longest * 1.2 <= length) ?? 8192;
}

/** Examples per step of the optimizer, on one GPU: 8, in turns of `atOnce`; fewer where there are too few for ten steps. */
export const accumulation = (examples: number, atOnce: number): number =>
	Math.max(1, Math.min(8 / atOnce, Math.floor(examples / (10 * atOnce))));

/** The prompt that all examples begin with; empty where there is none. */
export function systemPrompt([first]: readonly Example[]): string {
	const entry = first?.messages[0];
	return entry?.role === 'system' ? entry.content : '';
}

/** Whether there is anything to measure with. */
export const hasValidation = ({validation}: RecipeInput): boolean =>
	validation.length > 0;

/** The files of examples that are there, for a list in Markdown. */
export const listFiles = (input: RecipeInput, ...names: string[]): string =>
	names
		.slice(0, hasValidation(input) ? names.length : 1)
		.map(name => `\`${name}\``)
		.join(', ');
