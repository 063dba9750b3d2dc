import {randomInt} from 'node:crypto';

const alphabet =
	'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An id as OpenAI's look: the prefix and letters and digits that nobody can guess. */
export const newId = (prefix: string, length = 24): string =>
	prefix +
	Array.from({length}, () => alphabet[randomInt(alphabet.length)]).join('');

/** Like `newId`, for names that end up as file names where case does not count. */
export const newLowerCaseId = (length: number): string =>
	Array.from({length}, () => alphabet[36 + randomInt(26)]).join('');

/** Unix time in seconds, as OpenAI's objects have it. */
export const toSeconds = (isoTime: string): number =>
	Math.floor(Date.parse(isoTime) / 1000);

export const nowInSeconds = (): number => Math.floor(Date.now() / 1000);
