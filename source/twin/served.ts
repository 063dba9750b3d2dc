import {createHash} from 'node:crypto';
import {findProvider} from '../provider/providers.ts';
import type {Twin} from '../store/types.ts';

/** A model that the owner's own server answers for, such as one that a recipe trained. */
export type Served = {
	name: string;
	baseURL: string;
	/** What the server calls it. */
	model: string;
	/** What it was trained under; empty for none. */
	systemPrompt: string;
};

/** The record of a twin that this program did not train; the same name is the same twin, so its address can be changed. */
export const servedTwin = (
	{name, baseURL, model, systemPrompt}: Served,
	now = new Date(),
): Twin => ({
	id: `twin-served-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`,
	name,
	provider: 'custom',
	baseURL,
	model,
	made: 'fine-tuned',
	systemPrompt,
	sampling: findProvider('custom').quirks.sampling,
	dataset: {chats: [], examples: 0, messages: 0, hash: ''},
	me: [],
	past: null,
	retrieval: true,
	style: null,
	shutdownDate: null,
	createdAt: now.toISOString(),
});
