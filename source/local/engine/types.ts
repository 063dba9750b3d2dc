/** What the embedded engine reads: a line of an uploaded JSONL file. */
export type Turn = {role: 'system' | 'user' | 'assistant'; content: string};
export type TrainingExample = {messages: Turn[]};

export type Hyperparameters = {
	n_epochs: number | 'auto';
	batch_size: number | 'auto';
	learning_rate_multiplier: number | 'auto';
};

/** What a training run says while it goes; `model` is the file to save, compact and self-contained. */
export type EngineEvent =
	| {type: 'message'; message: string}
	| {
			type: 'step';
			step: number;
			totalSteps: number;
			/** Nats per token, measured on the step's own examples before they are learnt. */
			trainLoss: number;
			trainAccuracy: number;
			/** Nats per token on text that is never learnt; null on steps where it is not measured. */
			validLoss: number | null;
			validAccuracy: number | null;
	  }
	| {type: 'checkpoint'; step: number; model: Uint8Array}
	/** What another run of the same task needs to go on from here instead of from the beginning. */
	| {type: 'saved'; state: Uint8Array}
	| {type: 'trained'; tokens: number; model: Uint8Array};

export type Sampling = {
	temperature: number;
	topP: number;
	/** Most tokens of the engine's own vocabulary. */
	maxTokens: number;
	seed: number | null;
	stop: readonly string[];
};

/** A real exchange that a reply leaned on. */
export type Source = {
	said: string;
	reply: string;
	/** How near it is to this moment: 0 for nothing in common, 1 for the very same words. */
	score: number;
};

/** What is known of a reply when it is complete. */
export type ReplyReport = {
	finish: 'stop' | 'length';
	promptTokens: number;
	completionTokens: number;
	/** The exchange whose reply was said again word by word; null where the reply was made new. */
	quotation: Source | null;
	/** The nearest exchanges, nearest first. */
	sources: readonly Source[];
};
