import {Hono} from 'hono';
import type {OpenAI} from 'openai';
import type {Elsewhere} from '../elsewhere.ts';
import {refuse} from '../errors.ts';
import {toSeconds} from '../ids.ts';
import {baseModel, type KeptModel, type Models} from '../models.ts';
import {lexicon} from './moderations.ts';

/** When the embedded models came into being: with the program's first version. */
const builtInSince = '2026-11-22T00:00:00Z';

const toModel = (id: string, createdAt: string) =>
	({
		id,
		object: 'model',
		created: toSeconds(createdAt),
		owned_by: 'local',
		// What is on this machine ends when its owner deletes it.
		shutdown_date: null,
	}) satisfies OpenAI.Model;

const builtIn = [baseModel, lexicon].map(id => toModel(id, builtInSince));

/** A checkpoint is a twin on its way. */
const isCheckpoint = ({id}: KeptModel): boolean => id.includes(':ckpt-');

/** `/v1/models`: twins first, for clients that take the first one; then what is built in, and checkpoints. */
export function modelRoutes(models: Models, elsewhere: Elsewhere): Hono {
	const show = ({id, createdAt}: Pick<KeptModel, 'id' | 'createdAt'>) =>
		toModel(id, createdAt);
	return new Hono()
		.get('/', async c => {
			const kept = await models.list();
			const checkpoints = kept.filter(isCheckpoint);
			const twins = kept.filter(model => !isCheckpoint(model));
			return c.json({
				object: 'list',
				data: [
					...twins.map(show),
					...(await elsewhere.list()).map(show),
					...builtIn,
					...checkpoints.map(show),
				],
			});
		})
		.get('/:id', async c => {
			const name = c.req.param('id');
			const found = builtIn.find(({id}) => id === name);
			if (found) return c.json(found);
			const known = (await elsewhere.get(name)) ?? (await models.get(name));
			return c.json(show(known ?? noSuchModel(name)));
		})
		.delete('/:id', async c => {
			const name = c.req.param('id');
			if (builtIn.some(({id}) => id === name))
				refuse(
					403,
					'model_not_deletable',
					`The model "${name}" is part of the program and cannot be deleted.`,
				);
			const kept = (await models.get(name)) ?? noSuchModel(name);
			if (kept.id !== name) noSuchModel(name);
			// Whoever deletes a twin wants nothing left of it: its checkpoints go too.
			for (const {id} of await models.list())
				if (id.startsWith(`${kept.id}:ckpt-`)) await models.remove(id);
			await models.remove(kept.id);
			return c.json({
				id: kept.id,
				object: 'model',
				deleted: true,
			} satisfies OpenAI.ModelDeleted);
		});
}

export const noSuchModel = (name: string): never =>
	refuse(
		404,
		'model_not_found',
		`The model "${name}" does not exist here. GET /v1/models lists those that do.`,
		'model',
	);
