import path from 'node:path';
import process from 'node:process';
import {checkFolder, writeFolder} from '../commands/recipe-folder.ts';
import {openTokenCounter} from '../dataset/count/count.ts';
import {type RecipeName, recipes} from '../dataset/recipes/recipes.ts';
import type {Services} from '../services.ts';
import {planFor} from '../state/plan.ts';
import type {TrainingAction} from '../state/training.ts';
import type {State} from '../state.ts';
import {usualTarget} from '../training/target.ts';
import {building} from './building.ts';

/** What runs best where: Apple's chips have mlx-lm, everybody else's cards LLaMA-Factory. */
const engine: RecipeName =
	process.platform === 'darwin' && process.arch === 'arm64'
		? 'mlx-lm'
		: 'llama-factory';

/** Writes the data set with the configuration of an engine of the owner's own into a folder of the home. */
export async function* recipeWriting(
	{home}: Services,
	state: State,
	signal: AbortSignal,
): AsyncGenerator<TrainingAction> {
	const folder = path.join(home.data, 'recipes', engine);
	try {
		const plan = planFor(alternating(state), usualTarget('local'));
		if (!plan) throw new Error('Pick chats first: a recipe is made of them.');
		await checkFolder(folder);
		const {examples, validation} = await building(state, plan, signal);
		const counter = openTokenCounter();
		const tokens = await counter.perExample(examples, signal);
		await counter.close();
		const files = recipes[engine].build({
			examples,
			validation,
			longest: tokens.reduce((most, count) => Math.max(most, count), 0),
			name: plan.me[0]?.trim().split(/\s+/)[0] ?? 'Twin',
		});
		await writeFolder(folder, files);
		yield {type: 'training/recipe-written', folder};
	} catch (error) {
		yield {type: 'training/recipe-failed', reason: (error as Error).message};
	}
}

/** Such engines want a reply after each turn of others', theirs first; what stays on this machine keeps its names. */
const alternating = (state: State): State => ({
	...state,
	rules: {
		...state.rules,
		openers: state.rules.openers === 'drop' ? 'drop' : 'nudge',
		separateReplies: false,
	},
});
