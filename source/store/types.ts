import type {ProviderName} from '../provider/types.ts';
import type {StyleCard} from '../twin/prompt/style-card.ts';

/** Sampling of a twin's replies; the published experiment used 0.75 and 0.15. */
export type Sampling = {temperature: number; topP: number};

/** A model, and the owner's own past exchanges, to talk to. */
export type Twin = {
	id: string;
	/** What the owner calls it. */
	name: string;
	provider: ProviderName;
	/** Base URL of a custom provider, else null. */
	baseURL: string | null;
	/** Model name at the provider. */
	model: string;
	made: 'fine-tuned' | 'prompted';
	systemPrompt: string;
	sampling: Sampling;
	/** What it was made from. */
	dataset: {chats: string[]; examples: number; messages: number; hash: string};
	/** The owner's names in the chats, and the people it can talk to. */
	me: string[];
	/** Id of the data set in the home that its past exchanges are read from (`datasets.ts`); null where none is kept. */
	past: string | null;
	/** Whether the nearest past exchanges go into its prompt. */
	retrieval: boolean;
	/** Who stands behind the labels of its data set, as the owner wants to see them; never leaves this machine. */
	names?: Readonly<Record<string, string>>;
	/** How its owner writes, for prompted twins; null for fine-tuned ones, which have learnt it. */
	style: StyleCard | null;
	/** 'YYYY-MM-DD' on which the provider ends the model; null where it tells none. */
	shutdownDate: string | null;
	/** ISO 8601 in UTC. */
	createdAt: string;
};

/** How a model is trained; 'auto' leaves it to the provider. */
export type Hyperparameters = {
	epochs: number | 'auto';
	batchSize: number | 'auto';
	/** A factor of the provider's own learning rate. */
	learningRateMultiplier: number | 'auto';
	/** The same seed, the same training, where the provider can. */
	seed?: number | 'auto';
	/** Time that the embedded engine may take; others know none. */
	minutes?: number | 'auto';
};

/** Why a training failed, as far as it says what to do about it. */
export type FailureCause =
	/** The organisation may not train, whoever asks and with whatever model. */
	| 'not-allowed'
	/** The data set was refused for what is said in it. */
	| 'content'
	| 'too-few'
	| 'credit'
	| 'other';

/** A training that was begun: enough to go on with it after any interruption. */
export type Job = {
	id: string;
	name: string;
	provider: ProviderName;
	baseURL: string | null;
	/** Base model asked for. */
	model: string;
	hyperparameters: Hyperparameters;
	suffix: string;
	/** Paths of the JSONL files in the home. */
	trainingFile: string;
	validationFile: string | null;
	systemPrompt: string;
	dataset: Twin['dataset'];
	me: string[];
	/** Who stands behind the labels of the data set; never leaves this machine. */
	names?: Readonly<Record<string, string>>;
	/** File ids at the provider, once uploaded. */
	uploaded: {training: string | null; validation: string | null};
	/** Job id at the provider, once created. */
	remoteId: string | null;
	/** How far this record is known to have come. */
	phase:
		| 'prepared'
		| 'uploaded'
		| 'created'
		| 'succeeded'
		| 'failed'
		| 'cancelled';
	/** Why it failed, in a sentence. */
	error: string | null;
	cause?: FailureCause;
	/** Tokens of one epoch, as the provider bills them; null or missing where they were not counted. */
	tokens?: number | null;
	/** The twin that came of it. */
	twinId: string | null;
	createdAt: string;
};

/** A past exchange that a reply leaned on. */
export type Recalled = {
	asked: string;
	reply: string;
	/** Title of the chat, and the wall-clock time 'YYYY-MM-DDTHH:mm:ss' of the reply; null where not known. */
	chat: string | null;
	at: string | null;
	/** Whether the twin repeats it word by word. */
	quoted: boolean;
};
