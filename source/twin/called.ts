import type {Home} from '../store/home.ts';
import {openStore} from '../store/store.ts';
import {findTwin} from './find.ts';

/** The embedded provider's model behind the name or id of a twin in this home; null for none. */
export async function modelCalled(
	name: string,
	home: Home,
): Promise<string | null> {
	if (name === '') return null;
	const twins = (await openStore(home).twins.list()).filter(
		({provider}) => provider === 'local',
	);
	const twin = findTwin(twins, name);
	return typeof twin === 'string' ? null : twin.model;
}
