import type {ProviderName} from '../../provider/types.ts';

/** Something that can be deleted, with what it is in words. */
export type Item = {
	key: string;
	/** Where it lies: 'This machine', or a provider's label. */
	place: string;
	words: string;
	/** Whether this program made it; what others left at a provider is shown too. */
	ours: boolean;
	target:
		| {type: 'files'; files: string[]}
		| {type: 'twin' | 'job'; id: string}
		| {
				type: 'remote file' | 'remote model' | 'remote job';
				provider: ProviderName;
				baseURL: string | null;
				id: string;
		  };
};

/** '2026-11-25' of an ISO time. */
export const day = (time: string): string => time.slice(0, 10);
