import type {Home} from '../store/home.ts';
import {openStore} from '../store/store.ts';
import {findTwin} from './find.ts';

/** The embedded provider's model behind the name or id of a twin in this home; null for none. */
export async function modelCalled(
	name: string,
	home: Home,
): Promise<string | null> {
	if (name === '') return null;
	const twin = findTwin(await openStore(home).twins.list(), name);
	// A name that two twins share means the newer one, wherever its model is.
	return typeof twin === 'string' || twin.provider !== 'local'
		? null
		: twin.model;
}
