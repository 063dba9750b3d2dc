/** When the prices were looked up (reference: openai-api.md, section 2.7). */
export const pricesAsOf = '2026-10';

/** What the published experiment trained. */
export const defaultModel = 'gpt-4o-mini-2024-07-18';

/** US dollars per million tokens of training. */
const trainingPrices: Readonly<Record<string, number>> = {
	'gpt-4.1-2025-04-14': 25,
	'gpt-4.1-mini-2025-04-14': 5,
	'gpt-4o-2024-08-06': 25,
	'gpt-4o-mini-2024-07-18': 3,
};

/** Dollars per million billed tokens, for a snapshot, its alias or a fine-tuned model made from it; null where none is known. */
export function trainingPrice(model: string): number | null {
	const name = model.replace(/^ft:([^:]+):.*$/, '$1');
	const alias = Object.keys(trainingPrices).find(
		snapshot => snapshot.replace(/-\d{4}-\d\d-\d\d$/, '') === name,
	);
	return trainingPrices[alias ?? name] ?? null;
}

/** US dollars, to the cent, that OpenAI asks for a training on so many billed tokens; null for a model without a known price. */
export function cost(billed: number, model = defaultModel): number | null {
	const price = trainingPrice(model);
	return price === null ? null : Math.round((billed * price) / 1e4) / 100;
}
