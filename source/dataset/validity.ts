import type {Turn} from './types.ts';

/** Rule 6: at least one turn of each side, the last one mine. (Nothing is empty, for blank messages are never kept.) */
export const isValid = (turns: readonly Turn[]): boolean =>
	turns.at(-1)?.role === 'assistant' && turns.some(({role}) => role === 'user');
