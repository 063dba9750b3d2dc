import {billedTokens, epochs} from './tokens.ts';

/** When the prices were looked up (reference: openai-api.md, section 2.7). */
export const pricesAsOf = '2026-10';

/** What the published experiment trained. */
export const defaultModel = 'gpt-4o-mini-2024-07-18';

/** US dollars per million tokens of training, what the experiment trained first. */
const trainingPrices: Readonly<Record<string, number>> = {
	[defaultModel]: 3,
	'gpt-4.1-mini-2025-04-14': 5,
	'gpt-4.1-2025-04-14': 25,
	'gpt-4o-2024-08-06': 25,
};

/** The same at other providers, whose models have names of their own. */
const otherPrices: Readonly<Record<string, number>> = {
	'meta-llama/Meta-Llama-3.1-8B-Instruct': 0.4,
};

/** Dollars per million billed tokens, for a snapshot, its alias or a fine-tuned model made from it; null where none is known. */
export function trainingPrice(model: string): number | null {
	const name = model.replace(/^ft:([^:]+):.*$/, '$1');
	const alias = Object.keys(trainingPrices).find(
		snapshot => snapshot.replace(/-\d{4}-\d\d-\d\d$/, '') === name,
	);
	return trainingPrices[alias ?? name] ?? otherPrices[name] ?? null;
}

/**
US dollars, to the cent, that OpenAI asks for a training on so many billed tokens, of which `free` are not charged
(an allowance that some accounts have); null for a model without a known price.
*/
export function cost(
	billed: number,
	model = defaultModel,
	free = 0,
): number | null {
	const price = trainingPrice(model);
	const charged = Math.max(0, billed - free);
	return price === null ? null : Math.round((charged * price) / 1e4) / 100;
}

/** What each model with a known price would cost. */
export const costs = (billed: number, free = 0): Record<string, number> =>
	Object.fromEntries(
		Object.keys(trainingPrices).map(model => [
			model,
			cost(billed, model, free) ?? 0,
		]),
	);

export type Bill = {
	/** How often the examples are gone through. */
	epochs: number;
	/** Tokens that are billed for. */
	billed: number;
	/** US dollars; null for a model without a known price. */
	cost: number | null;
};

/** What a training asks for. @param times epochs; `auto` for as many as OpenAI chooses */
export function billOf(
	{tokens, examples}: {tokens: number; examples: number},
	{
		model,
		times = 'auto',
		free = 0,
	}: {model: string; times?: number | 'auto'; free?: number},
): Bill {
	const chosen = times === 'auto' ? epochs(examples) : times;
	const billed = billedTokens(tokens, chosen);
	return {epochs: chosen, billed, cost: cost(billed, model, free)};
}
