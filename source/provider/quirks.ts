import type {ProviderName, Quirks} from './types.ts';

const ordinary: Quirks = {
	topLevelHyperparameters: false,
	absoluteLearningRate: false,
	maxTokens: 'max_completion_tokens',
	byteOrderMark: false,
	beforeChat: null,
	reasoning: [],
	// As in the published experiment (design, section 1).
	sampling: {temperature: 0.75, topP: 0.15},
	recall: null,
	pauses: false,
	limits: false,
};

/**
Sampling with reasoning models (reference: openai-api.md, section 1.5): some take it only when they do not reason, which
is what a twin wants anyway; others never do, and their reasoning would use up the reply's tokens.
*/
const reasoning: Quirks['reasoning'] = [
	{models: /^gpt-6-(luna|sol)\b/, sampling: 'without-reasoning'},
	{
		models:
			/^(gpt-6-astra|gpt-6\.1-sol|gpt-5(-mini|-nano)?|o\d(-mini|-pro)?)(-\d{4}-\d{2}-\d{2})?$/,
		sampling: 'never',
	},
];

/** Where providers differ from the protocol as OpenAI publishes it, all in one place (reference: openai-api.md, sections 1 to 4). */
export const quirks: Readonly<Record<ProviderName, Quirks>> = {
	// It chooses among replies rather than tokens, and is best with what it was measured with.
	local: {
		...ordinary,
		sampling: {temperature: 1, topP: 0.95},
		recall: 0.5,
		pauses: true,
	},
	openai: {...ordinary, reasoning, pauses: true, limits: true},
	azure: {
		...ordinary,
		reasoning,
		pauses: true,
		byteOrderMark: true,
		beforeChat:
			'Deploy it in Azure under this very name; it answers only once it is deployed.',
	},
	nebius: {
		...ordinary,
		topLevelHyperparameters: true,
		absoluteLearningRate: true,
		maxTokens: 'max_tokens',
		beforeChat:
			'It answers once it is served: at a dedicated Nebius endpoint, or downloaded and served on your own machine.',
	},
	custom: {...ordinary, maxTokens: 'max_tokens'},
};
