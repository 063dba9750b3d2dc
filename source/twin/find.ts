import type {Twin} from '../store/types.ts';

/**
The twin of a name or id, or the newest where none is named.
@param twins newest first, so a name that two twins share means the newer one
@returns a sentence where there is none
*/
export function findTwin(
	twins: readonly Twin[],
	wanted: string,
): Twin | string {
	if (twins.length === 0)
		return 'There is no twin yet: make one with "twin-tui" or "twin-tui train".';
	const found =
		wanted === ''
			? twins[0]
			: (twins.find(({id}) => id === wanted) ??
				twins.find(({name}) => name.toLowerCase() === wanted.toLowerCase()));
	return (
		found ??
		`There is no twin called "${wanted}". There are: ${twins.map(({name, id}) => `${name} (${id})`).join(', ')}.`
	);
}
