export type ProviderName = 'local' | 'openai' | 'azure' | 'nebius' | 'custom';

/** A service that speaks the OpenAI protocol, as data. */
export type Provider = {
	name: ProviderName;
	/** For people: 'Embedded (this machine)', 'OpenAI'… */
	label: string;
	/** Null for the embedded provider, which is answered in this process. */
	baseURL: string | null;
	/** Environment variable that holds the key; null where none is needed. */
	keyVariable: string | null;
	can: {moderate: boolean; train: boolean; chat: boolean};
	/** Names of the models offered first. */
	models: {
		moderation: string | null;
		training: string | null;
		chat: string | null;
	};
	quirks: {
		/** Nebius and other clones want `hyperparameters` at the top level, not under `method`. */
		topLevelHyperparameters: boolean;
		/** Most compatible servers know `max_tokens` only. */
		maxTokens: 'max_tokens' | 'max_completion_tokens';
	};
};
