import {axolotl} from './axolotl.ts';
import {llamaFactory} from './llama-factory.ts';
import {mlxLm} from './mlx-lm.ts';
import {trl} from './trl.ts';
import type {Recipe} from './types.ts';
import {unsloth} from './unsloth.ts';

/** Every engine that a recipe is known for, by the name it is asked for with. */
export const recipes = {
	'mlx-lm': mlxLm,
	'llama-factory': llamaFactory,
	axolotl,
	unsloth,
	trl,
} as const satisfies Record<string, Recipe>;

export type RecipeName = keyof typeof recipes;

export const recipeNames = Object.keys(recipes) as RecipeName[];
