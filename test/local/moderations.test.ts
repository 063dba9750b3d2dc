import {expect, it} from 'vitest';
import {flagThreshold} from '../../source/local/routes/moderations.ts';
import {score} from '../../source/local/scorer/score.ts';
import {categories} from '../../source/moderation/types.ts';
import {openLocal} from './local.ts';

it('gives one result per text, in order, with the scores of the lexicon', async () => {
	const {client} = await openLocal();
	const input = ['see you at six', 'I will kill you', ''];
	const {model, results} = await client.moderations.create({input});
	expect(model).toBe('local-lexicon-2');
	for (const [index, text] of input.entries()) {
		const scores = score(text);
		const result = results[index];
		for (const [at, category] of categories.entries()) {
			expect(result?.category_scores[category]).toBe(scores[at]);
			expect(result?.categories[category]).toBe(
				(scores[at] ?? 0) >= flagThreshold,
			);
		}
		expect(result?.flagged).toBe(scores.some(one => one >= flagThreshold));
	}
	expect(results.map(({flagged}) => flagged)).toEqual([false, true, false]);
});

it('takes a text alone, and many at once', async () => {
	const {client} = await openLocal();
	const one = await client.moderations.create({
		input: 'hello',
		model: 'local-lexicon',
	});
	expect(one.results).toHaveLength(1);
	const many = Array.from({length: 1000}, (_, index) => `hello ${index}`);
	expect((await client.moderations.create({input: many})).results).toHaveLength(
		1000,
	);
});

it('judges parts as one text', async () => {
	const {client} = await openLocal();
	const input = ['I will', 'kill you'].map(text => ({
		type: 'text' as const,
		text,
	}));
	const {results} = await client.moderations.create({input});
	expect(results).toHaveLength(1);
});

it.each([
	['nothing', {input: []}, 400],
	['a number', {input: 5 as unknown as string}, 400],
	[
		'a picture',
		{input: [{type: 'image_url' as const, image_url: {url: 'x'}}]},
		400,
	],
	[
		'the name of another model',
		{input: 'x', model: 'omni-moderation-latest'},
		404,
	],
])('refuses %s', async (_, body, status) => {
	const {client} = await openLocal();
	await expect(client.moderations.create(body)).rejects.toMatchObject({status});
});
