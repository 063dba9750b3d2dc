import {withAccess} from '../provider/access.ts';
import type {ProviderName} from '../provider/types.ts';
import type {Home} from '../store/home.ts';
import {openSettings} from '../store/settings.ts';
import type {Io} from './io.ts';

/** The environment, with keys that the owner agreed to keep where it holds none; the embedded provider needs none. */
export async function accessFor(
	provider: ProviderName,
	{environment}: Pick<Io, 'environment'>,
	home: Home,
): Promise<NodeJS.ProcessEnv> {
	if (provider === 'local') return environment;
	const {access} = (await openSettings(home)).values();
	return withAccess(environment, access);
}
