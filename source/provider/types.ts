export type ProviderName = 'local' | 'openai' | 'azure' | 'nebius' | 'custom';

/** A service that speaks the OpenAI protocol, as data. */
export type Provider = {
	name: ProviderName;
	/** For people: 'Embedded (this machine)', 'OpenAI'… */
	label: string;
	/** Null for the embedded provider, which is answered in this process, and where the owner has to say it. */
	baseURL: string | null;
	/** Environment variable that gives the base URL; null where it is fixed. */
	baseURLVariable: string | null;
	/** Environment variable that holds the key; null where none is needed. */
	keyVariable: string | null;
	/** Servers on the owner's own machine mostly ask for no key. */
	keyOptional: boolean;
	can: {moderate: boolean; train: boolean; chat: boolean};
	/** Names of the models offered first. */
	models: {
		moderation: string | null;
		training: string | null;
		chat: string | null;
	};
	/** Fewest examples that a training file may have. */
	fewestExamples: number;
	quirks: Quirks;
};

/** Where a provider differs from the protocol as OpenAI publishes it. */
export type Quirks = {
	/** Nebius and other clones want `hyperparameters` at the top level, not under `method`. */
	topLevelHyperparameters: boolean;
	/** Nebius reads `learning_rate_multiplier` as the learning rate itself: a factor must never be passed on. */
	absoluteLearningRate: boolean;
	/** Most compatible servers know `max_tokens` only. */
	maxTokens: 'max_tokens' | 'max_completion_tokens';
	/** Azure asks for a byte order mark in front of a training file; all others stumble over one. */
	byteOrderMark: boolean;
	/** What the owner has to do before the trained model answers; null where it answers at once. */
	beforeChat: string | null;
	/** Sampling with models that reason, by name; the first that matches counts. */
	reasoning: readonly {
		models: RegExp;
		sampling: 'without-reasoning' | 'never';
	}[];
	/** What the replies of a twin that was made there are sampled with, unless its owner changes it. */
	sampling: {temperature: number; topP: number};
	/** How much it repeats what its owner wrote, 0 to 1, unless it is told; null where nobody can tell it. */
	recall: number | null;
	/** Whether a training can be paused. */
	pauses: boolean;
	/** Whether `/fine_tuning/model_limits` tells what an organisation may train. */
	limits: boolean;
};
