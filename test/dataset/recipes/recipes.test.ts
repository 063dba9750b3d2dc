import {expect, test} from 'vitest';
import {buildDataset} from '../../../source/dataset/build.ts';
import {formats} from '../../../source/dataset/formats.ts';
import {toJsonl} from '../../../source/dataset/jsonl.ts';
import {checkJsonl} from '../../../source/dataset/parse.ts';
import {recipeNames, recipes} from '../../../source/dataset/recipes/recipes.ts';
import type {RecipeInput} from '../../../source/dataset/recipes/types.ts';
import {toWindows} from '../../../source/dataset/recipes/windows.ts';
import {chatOf, type Line, optionsOf, short} from '../samples.ts';

/** A day per conversation; I begin the second one. */
const lines: Line[] = [
	['Anna', '01 10:00', 'coming?'],
	['me', '01 10:01', 'yes'],
	['me', '01 10:02', 'at 8'],
	['Anna', '01 10:03', 'bring\ncake'],
	['me', '01 10:04', 'ok 🎂'],
	['me', '02 10:00', 'home?'],
	['Anna', '02 10:01', 'not yet'],
	['me', '02 10:02', 'fine'],
	['Anna', '03 10:00', '"why"?'],
	['me', '03 10:01', "don't know"],
];
const {examples, validation} = buildDataset(
	[chatOf(lines)],
	optionsOf({
		openers: 'nudge',
		system: "You are Nora's twin.",
		validation: 0.3,
	}),
);
const input: RecipeInput = {examples, validation, longest: 900, name: 'Nora'};

test.each(formats)('the format %s', async format => {
	const {examples} = buildDataset(
		[chatOf(lines)],
		optionsOf(format === 'openai' ? {} : {openers: 'nudge', system: 'Be me.'}),
	);
	await expect([...toJsonl(examples, {format})].join('')).toMatchFileSnapshot(
		`golden/${format}.jsonl`,
	);
});

test.each(recipeNames)('the files of %s', async name => {
	for (const {path, content} of recipes[name].build(input))
		await expect(content).toMatchFileSnapshot(`golden/${name}/${path}`);
});

test.each(recipeNames)('%s: nothing held out is nothing measured', name => {
	const files = recipes[name].build({...input, validation: []});
	for (const {path, content} of files) {
		expect(path).not.toMatch(/valid|held/);
		// What an adapter is to be measured with is named nowhere.
		if (!path.endsWith('.jsonl'))
			expect(content).not.toMatch(/validation\.jsonl|_validation|eval_s|held/);
	}
});

test.each(recipeNames)('%s: data that OpenAI would train on, too', name => {
	for (const {path, content} of recipes[name].build(input))
		if (path.endsWith('.jsonl'))
			expect(checkJsonl(content).problems).toEqual([]);
});

test('a step is never larger than the data of mlx-lm', () => {
	const one = examples.slice(1, 2);
	const files = recipes['mlx-lm'].build({...input, examples: one});
	const config = files.find(({path}) => path === 'lora.yaml')?.content;
	expect(config).toContain('batch_size: 2\niters: 3\n');
	// One held-out reply does not fill a step of two.
	expect(files.map(({path}) => path)).not.toContain('valid.jsonl');
});

test('windows: an example for each reply, begun by somebody else', () => {
	const long = buildDataset(
		[
			chatOf(
				Array.from(
					{length: 60},
					(_, at): Line => [
						at % 2 === 0 ? 'Anna' : 'me',
						`01 10:${String(at).padStart(2, '0')}`,
						`${at}`,
					],
				),
			),
		],
		optionsOf({maxMessages: 60, system: 'S'}),
	);
	const windows = [...toWindows(long.examples)];
	expect(windows).toHaveLength(30);
	expect(short(windows[0] as never)).toEqual(['s:S', 'u:0', 'a:1']);
	for (const {messages} of windows) {
		expect(messages.length).toBeLessThanOrEqual(17);
		expect(messages[1]?.role).toBe('user');
		expect(messages.at(-1)?.role).toBe('assistant');
	}
});
