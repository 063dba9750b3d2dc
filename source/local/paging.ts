import {refuse} from './errors.ts';

type Query = {after?: string | undefined; limit?: string | undefined};

const mostPerPage = 10_000;

/**
A page of OpenAI's cursor paging.
@param items In the order they are listed in.
@param usual How many when the client does not say.
@throws HTTPException 400 for a limit that is none and for a cursor that is not in the list.
*/
export function pageOf<T extends {id: string}>(
	items: readonly T[],
	{after, limit}: Query,
	usual: number,
): {data: T[]; has_more: boolean} {
	const size = limit === undefined ? usual : Number(limit);
	if (!Number.isInteger(size) || size < 1 || size > mostPerPage)
		refuse(
			400,
			'invalid_value',
			`"limit" has to be a whole number from 1 to ${mostPerPage}.`,
			'limit',
		);
	const begin = after ? items.findIndex(({id}) => id === after) + 1 : 0;
	if (after && begin === 0)
		refuse(
			400,
			'invalid_value',
			`"after" is "${after}", which is not in this list.`,
			'after',
		);
	const data = items.slice(begin, begin + size);
	return {data, has_more: begin + size < items.length};
}
