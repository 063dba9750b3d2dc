import type {Turn} from '../store/session-log.ts';

/** What is looked for: each of its words, whatever their case. */
export const wordsOf = (text: string): string[] =>
	lower(text).split(/\s+/).filter(Boolean);

export const lower = (text: string): string => text.toLocaleLowerCase();

/** Conversations are searched at every key that is typed: their texts are made small once. */
const known = new WeakMap<readonly Turn[], readonly string[]>();

/** What was said, in small letters. */
export function lowered(turns: readonly Turn[]): readonly string[] {
	const texts = known.get(turns) ?? turns.map(({text}) => lower(text));
	known.set(turns, texts);
	return texts;
}

/** Where words were said, oldest first: the turns with all of them; where there is none, those with any. */
export function placesOf(
	turns: readonly Turn[],
	words: readonly string[],
): Turn[] {
	if (words.length === 0) return [];
	const texts = lowered(turns);
	const having = (test: (text: string) => boolean) =>
		turns.filter((_, at) => test(texts[at] ?? ''));
	const whole = having(text => words.every(word => text.includes(word)));
	return whole.length > 0
		? whole
		: having(text => words.some(word => text.includes(word)));
}
