import type {Connection} from '../provider/client.ts';
import {readTrouble} from '../provider/trouble.ts';
import type {ProviderName} from '../provider/types.ts';
import {removeFile} from '../store/files.ts';
import type {Store} from '../store/store.ts';
import {cancelRemote} from './cancel.ts';
import type {Item} from './stock/item.ts';

export {stockHere} from './stock/here.ts';
export type {Item} from './stock/item.ts';
export {stockAt} from './stock/there.ts';

type Provided = Pick<Connection, 'client' | 'provider'>;

/**
Deletes one item; what is gone already is fine.
@param connect gives the connection to a provider
@throws the package's or the system's error
*/
export async function removeItem(
	{target}: Item,
	store: Store,
	connect: (
		provider: ProviderName,
		baseURL: string | null,
	) => Promise<Provided>,
): Promise<void> {
	switch (target.type) {
		case 'files':
			for (const file of target.files) await removeFile(file);
			return;
		case 'twin':
			return store.twins.remove(target.id);
		case 'job':
			return store.jobs.remove(target.id);
		default: {
			const {client, provider} = await connect(target.provider, target.baseURL);
			try {
				if (target.type === 'remote file')
					await client.files.delete(target.id, {maxRetries: 1});
				else if (target.type === 'remote model')
					await client.models.delete(target.id, {maxRetries: 1});
				else await cancelRemote(target.id, {client, provider});
			} catch (error) {
				if (readTrouble(error, provider).status !== 404) throw error;
			}
		}
	}
}
