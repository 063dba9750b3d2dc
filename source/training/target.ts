import {findProvider} from '../provider/providers.ts';
import {leavesMachine} from '../provider/reach.ts';
import type {ProviderName} from '../provider/types.ts';
import type {Twin} from '../store/types.ts';

/** With what a twin is to be made. */
export type Target = {
	provider: ProviderName;
	/** Of a server that the owner names, else null. */
	baseURL: string | null;
	/** To be trained, or to be prompted; empty where none is chosen yet. */
	model: string;
	way: Twin['made'];
};

/** A provider's usual model, trained; prompted where nothing can be trained. */
export function usualTarget(provider: ProviderName): Target {
	const {models} = findProvider(provider);
	const way = models.training || !models.chat ? 'fine-tuned' : 'prompted';
	return {
		provider,
		baseURL: null,
		model: (way === 'fine-tuned' ? models.training : models.chat) ?? '',
		way,
	};
}

/** Whether messages leave this machine for it, once or with every message. */
export const leaves = ({
	provider,
	baseURL,
}: Pick<Target, 'provider' | 'baseURL'>): boolean =>
	leavesMachine(provider, baseURL);
