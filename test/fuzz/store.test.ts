import {mkdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {checkJsonl} from '../../source/dataset/parse.ts';
import {openJournal} from '../../source/local/jobs/journal.ts';
import {categories} from '../../source/moderation/types.ts';
import {openRecords} from '../../source/store/records.ts';
import {openScores} from '../../source/store/scores.ts';
import {defaultSettings, openSettings} from '../../source/store/settings.ts';
import {damaged, put, runs, temporaryFolder, valuesNamed} from './runs.ts';

const twin = JSON.stringify({
	id: 'twin-1',
	name: 'Mika',
	provider: 'local',
	baseURL: null,
	model: 'ft:twin-base:local:mika:x',
	made: 'fine-tuned',
	systemPrompt: '',
	sampling: {temperature: 0.75, topP: 0.15},
	dataset: {chats: ['Ada'], examples: 10, messages: 30, hash: 'h'},
	me: ['Mika'],
	shutdownDate: null,
	createdAt: '2026-01-01T00:00:00.000Z',
});

/** A file's content: a whole one with damage, JSON of another kind, or noise. */
const contentsLike = (whole: string, names: readonly string[]) =>
	fc.oneof(
		{weight: 3, arbitrary: damaged(whole)},
		{
			weight: 2,
			arbitrary: valuesNamed(names).map(value => JSON.stringify(value)),
		},
		fc.string({unit: 'binary', maxLength: 60}),
		fc.uint8Array({maxLength: 60}),
	);

test('records: whatever is in a file, it is a record or left out, and costs no other', async () => {
	const folder = await temporaryFolder();
	const records = openRecords<{id: string; createdAt: string}>(folder);
	put(path.join(folder, 'twin-0.json'), twin);
	const names = ['id', 'createdAt', 'twin-1', '2026-01-01'];
	await fc.assert(
		fc.asyncProperty(contentsLike(twin, names), async content => {
			put(path.join(folder, 'twin-1.json'), content);
			const found = await records.list();
			expect(found.length).toBeGreaterThan(0);
			for (const {id, createdAt} of found)
				expect([typeof id, typeof createdAt]).toEqual(['string', 'string']);
		}),
		{numRuns: runs},
	);
});

test('scores: whatever is in the file, scores are numbers from 0 to 1', async () => {
	const folder = await temporaryFolder();
	const store = openScores({data: folder}, 'fuzz');
	const scores = categories.map((_, index) => index / 20);
	await store.add(new Map([['ok', scores]]));
	const file = path.join(folder, 'scores', 'fuzz.jsonl');
	const whole = await readFile(file, 'utf8');
	await fc.assert(
		fc.asyncProperty(
			contentsLike(whole + whole, ['hash', 'scores']),
			async content => {
				put(file, content);
				const known = await store.known(['ok']);
				for (const own of known.values()) {
					// Behind them stands perhaps that the scorer flagged the text.
					expect(own.length - categories.length).toBeOneOf([0, 1]);
					for (const score of own) expect(score >= 0 && score <= 1).toBe(true);
				}
			},
		),
		{numRuns: runs},
	);
});

test('settings: whatever is in the file, every value is one that the program could have written', async () => {
	const folder = await temporaryFolder();
	const home = {settings: folder, data: folder, log: folder};
	const whole = JSON.stringify(defaultSettings);
	const names = Object.keys(defaultSettings);
	await fc.assert(
		fc.asyncProperty(contentsLike(whole, names), async content => {
			put(path.join(folder, 'settings.json'), content);
			const {me, threshold, sampling, rules} = (
				await openSettings(home)
			).values();
			expect(me.every(name => typeof name === 'string')).toBe(true);
			expect(threshold >= 0 && threshold <= 1).toBe(true);
			expect(sampling.temperature >= 0 && sampling.topP >= 0).toBe(true);
			expect(rules.gapHours >= 0).toBe(true);
		}),
		// Each case renames a damaged file: slow, so fewer of them.
		{numRuns: Math.ceil(runs / 4)},
	);
});

test('journals: what was appended behind any damage is read', async () => {
	const folder = await temporaryFolder();
	const file = path.join(folder, 'events.jsonl');
	const journal = openJournal<{n: number}>(file);
	await mkdir(folder, {recursive: true});
	await fc.assert(
		fc.asyncProperty(
			contentsLike('{"n":1}\n{"n":2}\n', ['n']),
			async content => {
				put(file, content);
				await journal.append([{n: 3}]);
				expect((await journal.read()).at(-1)).toEqual({n: 3});
			},
		),
		{numRuns: runs},
	);
});

test('training files: every line is an example or a problem with its number', () => {
	const line =
		'{"messages":[{"role":"user","content":"hi"},{"role":"assistant","content":"ho"}]}';
	const names = ['messages', 'role', 'content', 'user', 'assistant', 'system'];
	fc.assert(
		fc.property(
			fc.array(
				fc.oneof(
					damaged(line),
					fc.constant(line),
					valuesNamed(names).map(value => JSON.stringify(value)),
				),
				{maxLength: 5},
			),
			lines => {
				const text = lines.join('\n');
				const {examples, problems} = checkJsonl(text);
				const full = text.split('\n').filter(one => one.trim() !== '');
				expect(examples.length + problems.length).toBe(full.length);
				for (const {messages} of examples)
					expect(messages.some(({role}) => role === 'assistant')).toBe(true);
			},
		),
		{numRuns: runs},
	);
});
