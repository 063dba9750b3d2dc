import type {Models} from './models.ts';

/** The id of the model that its owner calls so; null for none. */
export type ModelCalled = (name: string) => Promise<string | null>;

/** Models that are found by what their owner calls them, too; an id comes first, and only an id deletes. */
export const withNames = (
	models: Models,
	modelCalled: ModelCalled,
): Models => ({
	...models,
	async get(name) {
		const kept = await models.get(name);
		if (kept) return kept;
		const id = await modelCalled(name);
		return id === null ? null : models.get(id);
	},
});
