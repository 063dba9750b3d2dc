import type {Example} from '../types.ts';

/** A file to be written, its path relative to the recipe's folder. */
export type RecipeFile = {path: string; content: string};

/** What a recipe is written for. */
export type RecipeInput = {
	/** Strictly alternating: a reply after each turn of others', theirs first. */
	examples: readonly Example[];
	/** Held out; none where nothing is. */
	validation: readonly Example[];
	/** Tokens of the longest example, by the vocabulary of gpt-4o: other vocabularies come near it. */
	longest: number;
	/** What the twin is to be called. */
	name: string;
};

/** How an engine trains on a data set: pure, so the same input gives the same files. */
export type Recipe = {
	/** The engine's own name. */
	title: string;
	/** The one line that trains, said in the folder. */
	train: string;
	build(input: RecipeInput): RecipeFile[];
};
