import type {Voice} from './engine.ts';
import type {Usual} from './routes/chat-request.ts';

/** A twin whose model is at another provider; it is asked for by its id or its name. */
export type TwinElsewhere = {
	id: string;
	createdAt: string;
	/** What it is sampled with where a client says nothing. */
	usual: Usual;
	voice: Voice;
};

/** Twins that answer beside the models of this provider. */
export type Elsewhere = {
	/** Newest first. */
	list(): Promise<Pick<TwinElsewhere, 'id' | 'createdAt'>[]>;
	get(name: string): Promise<TwinElsewhere | null>;
};

export const nobodyElse: Elsewhere = {
	list: async () => [],
	get: async () => null,
};
