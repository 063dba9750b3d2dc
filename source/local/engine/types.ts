/** What the embedded engine reads: a line of an uploaded JSONL file. */
export type Turn = {role: 'system' | 'user' | 'assistant'; content: string};
export type TrainingExample = {messages: Turn[]; source?: Provenance};

/** Where an example is from, as far as the file tells (the data set's own copy does). */
export type Provenance = {
	/** Title of the chat. */
	chat: string;
	/** Who else takes part. */
	people: string[];
	/** For each message the wall-clock time of its first original; null for the system message and a nudge. */
	times: (string | null)[];
};

export type Hyperparameters = {
	n_epochs: number | 'auto';
	batch_size: number | 'auto';
	learning_rate_multiplier: number | 'auto';
};

/** All that a training follows from. */
export type TrainingTask = {
	/** Oldest first. They are taken out as they are read, for much text is not held twice. */
	examples: TrainingExample[];
	/** Never learnt; without any, the newest tenth of the examples takes its place. */
	validation: TrainingExample[];
	hyperparameters: Hyperparameters;
	/** Wall-clock time for the network; null for automatic, 0 for none. */
	minutes: number | null;
	seed: number;
	/** What an earlier run of the same task saved. */
	saved: Uint8Array | null;
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
	| {type: 'checkpoint'; step: number; model: Uint8Array<ArrayBuffer>}
	/** What another run of the same task needs to go on from here instead of from the beginning. */
	| {type: 'saved'; state: Uint8Array}
	| {type: 'trained'; tokens: number; model: Uint8Array<ArrayBuffer>};

export type Sampling = {
	temperature: number;
	topP: number;
	/** Most tokens of the engine's own vocabulary. */
	maxTokens: number;
	seed: number | null;
	stop: readonly string[];
	/** How much a reply keeps to what its owner once said: 0 is always made new, 1 always said again. */
	recall: number;
	/** Who is talked to: that person's exchanges come first. */
	partner: string | null;
};

/** A real exchange that a reply leaned on, or said again. */
export type Memory = {
	asked: string;
	reply: string;
	/** Title of the chat and wall-clock time, where they are known. */
	chat: string | null;
	at: string | null;
	/** Its reply was said again word by word. */
	quoted: boolean;
};

/** What is known of a reply when it is complete. */
export type ReplyReport = {
	finish: 'stop' | 'length';
	promptTokens: number;
	completionTokens: number;
	/** A quotation first, then the nearest exchanges, nearest first. */
	memory: readonly Memory[];
};
