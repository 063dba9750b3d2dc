import {toJsonl} from '../jsonl.ts';
import type {Example} from '../types.ts';
import type {RecipeFile} from './types.ts';

/** A file of examples in OpenAI's shape; no file where there is none. */
export const dataFile = (
	path: string,
	examples: readonly Example[],
): RecipeFile[] =>
	examples.length === 0
		? []
		: [{path, content: [...toJsonl(examples)].join('')}];
