import {execFileSync} from 'node:child_process';
import {
	chmod,
	lstat,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	symlink,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {PassThrough, Writable} from 'node:stream';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {
	dataset,
	datasetFlags,
	datasetOptions,
} from '../../source/commands/dataset.ts';
import type {Moderate} from '../../source/commands/dataset-moderation.ts';
import type {DatasetValues} from '../../source/commands/dataset-values.ts';
import {UsageError} from '../../source/commands/io.ts';
import {parseJsonl} from '../../source/dataset/parse.ts';
import {
	defaultSettings,
	strict,
} from '../../source/moderation/selection/settings.ts';
import {categories} from '../../source/moderation/types.ts';
import {openExcluded} from '../../source/store/excluded.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'twin-dataset-'));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

const at = (name: string) => path.join(folder, name);

/** A day per exchange, so each is a conversation. */
const exchanges = (count: number): string =>
	Array.from({length: count}, (_, day) => {
		const date = `${String(day + 1).padStart(2, '0')}.01.24`;
		return `[${date}, 10:00:00] Anna Lee: question ${day}\n[${date}, 10:01:00] Nora: answer ${day}, Anna\n`;
	}).join('');

async function exported(text = exchanges(12), name = 'chat.txt') {
	await writeFile(at(name), text);
	return at(name);
}

type Run = {
	values?: DatasetValues;
	moderate?: Moderate;
	stdout?: Writable;
	tty?: boolean;
	signal?: AbortSignal;
};

async function run(paths: string[], options: Run = {}) {
	const {values, moderate, signal = new AbortController().signal} = options;
	const written = {stdout: '', stderr: ''};
	const stream = (name: 'stdout' | 'stderr') =>
		new PassThrough().on('data', chunk => {
			written[name] += chunk;
		});
	const code = await dataset(
		paths,
		datasetOptions({me: ['Nora'], moderation: 'off', ...values}),
		{
			stdin: new PassThrough(),
			stdout: options.stdout ?? stream('stdout'),
			stderr: Object.assign(stream('stderr'), {isTTY: options.tty ?? false}),
			environment: {TWIN_TUI_HOME: at('home')},
		},
		signal,
		moderate,
	);
	return {code, ...written};
}

/** Said where the held-out examples have no file. */
const heldOut =
	'1 example held out for evaluation was written nowhere: give --out FILE, or --validation 0 to train on all.\n';

describe('dataset', () => {
	test('writes training examples to stdout, says what is held out, and writes nothing else anywhere', async () => {
		const {code, stdout, stderr} = await run([await exported()]);
		expect([code, stderr]).toEqual([0, heldOut]);
		const examples = parseJsonl(stdout);
		expect(examples).toHaveLength(11);
		expect(examples[0]?.messages).toEqual([
			{role: 'user', content: 'question 0'},
			{role: 'assistant', content: 'answer 0, Person1'},
		]);
		expect(await readdir(folder)).toEqual(['chat.txt']);
	});

	test('--out writes both files for the owner only, --json the summary to stdout', async () => {
		const values = {out: at('data.jsonl'), json: true};
		const {code, stdout, stderr} = await run([await exported()], {values});
		expect([code, stderr]).toEqual([0, '']);
		expect(JSON.parse(stdout)).toMatchObject({
			chats: 1,
			messages: 24,
			kept: 24,
			dropped: {moderation: 0, media: 0, rolloverEnd: 0},
			examples: 11,
			validationExamples: 1,
			epochs: 9,
		});
		const {tokens, billedTokens, cost} = JSON.parse(stdout);
		expect(tokens).toBeGreaterThan(11 * 15);
		expect(billedTokens).toBe(tokens * 9);
		expect(cost).toBeCloseTo((billedTokens * 3) / 1e6, 2);
		const held = await readFile(at('data.validation.jsonl'), 'utf8');
		expect(held).toContain('answer 11');
		const training = await readFile(at('data.jsonl'), 'utf8');
		expect(training).not.toContain('answer 11');
		for (const file of ['data.jsonl', 'data.validation.jsonl'])
			expect((await stat(at(file))).mode & 0o777).toBe(0o600);
	});

	test('leaves out what was excluded in the chat, and says so; --ignore-excluded takes it', async () => {
		await openExcluded({data: at('home')}).add({
			key: 'k',
			chat: null,
			at: '2024-01-03T10:00:00',
			until: '2024-01-04T10:00:00',
			asked: 'question 2',
			reply: 'answer 2, Person1',
		});
		const file = await exported();
		const without = await run([file]);
		expect(without.code).toBe(0);
		expect(without.stdout).not.toContain('question 2');
		expect(without.stdout).toContain('question 3');
		expect(without.stderr).toBe(
			'2 messages that you excluded in the chat stay out; --ignore-excluded takes them.\n' +
				heldOut,
		);
		const all = await run([file], {values: {'ignore-excluded': true}});
		expect(all.stdout).toContain('question 2');
		expect(all.stderr).toBe(heldOut);
	});

	test('--sources says of each line where it comes from, and a recipe has no place for that', async () => {
		const values = {out: at('data.jsonl'), sources: true};
		await run([await exported()], {values});
		for (const file of ['data.jsonl', 'data.validation.jsonl'])
			expect(
				parseJsonl(await readFile(at(file), 'utf8'))[0]?.source,
			).toMatchObject({
				chat: expect.stringContaining('Anna Lee'),
				people: ['Person1'],
				times: [
					expect.stringMatching(/^2024-01-\d\dT10:00:00$/),
					expect.stringMatching(/T10:01:00$/),
				],
			});
		expect(() =>
			datasetOptions({
				me: ['Nora'],
				sources: true,
				recipe: 'trl',
				out: at('trl'),
			}),
		).toThrow('leave it out');
	});

	test('the summary goes to stderr where the examples go to stdout', async () => {
		const {stdout, stderr} = await run([await exported()], {
			values: {json: true, validation: '0'},
		});
		expect(parseJsonl(stdout)).toHaveLength(12);
		expect(JSON.parse(stderr)).toMatchObject({
			examples: 12,
			validationExamples: 0,
		});
	});

	test('a second run leaves the same bytes, and doubles nothing', async () => {
		const file = await exported();
		const values = {out: at('data.jsonl')};
		await run([file], {values});
		const first = await readFile(at('data.jsonl'));
		await run([file], {values});
		expect(await readFile(at('data.jsonl'))).toEqual(first);
	});

	test('a terminal gets a few words about it', async () => {
		const {stderr} = await run([await exported()], {tty: true});
		expect(stderr).toContain('11 examples to train on and 1 held out');
		expect(stderr).toContain('written nowhere');
	});

	test('names that are words are asked about, until they are decided', async () => {
		const text = exchanges(3)
			.replaceAll('Anna', 'Will')
			.replaceAll('day', 'Will');
		const file = await exported(text);
		const asked = await run([file]);
		expect(asked.stdout).not.toContain('Person1');
		expect(asked.stderr).toBe(
			'Names that are also words were left where they stand alone: Will. Decide with --replace-name NAME or --keep-name NAME.\n',
		);
		const replaced = await run([file], {values: {'replace-name': ['Will']}});
		expect(replaced.stdout).toContain('answer 0, Person1');
		const kept = await run([file], {values: {'keep-name': ['Will']}});
		expect([kept.stdout, kept.stderr]).toEqual([asked.stdout, '']);
	});

	test('--report tells what was replaced: on stderr, in the JSON, in a file', async () => {
		const file = await exported();
		const {stderr} = await run([file], {values: {report: true}});
		expect(stderr).toMatch(
			/keep it on this machine[\s\S]* 12× name\n +answer 0, Anna\n/,
		);
		expect(stderr).toContain('12× Person1: Anna 12×');
		const values = {
			report: true,
			json: true,
			out: at('data.jsonl'),
			'report-file': at('report.txt'),
		};
		const {stdout} = await run([file], {values});
		expect(JSON.parse(stdout).report.names).toMatchObject([
			{label: 'Person1', count: 12, written: [['Anna', 12]]},
		]);
		expect(await readFile(at('report.txt'), 'utf8')).toBe(
			stderr.replace(heldOut, ''),
		);
		expect((await stat(at('report.txt'))).mode & 0o777).toBe(0o600);
	});

	test('moderation is asked about each text once, and obeyed', async () => {
		const asked: string[] = [];
		const moderate: Moderate = async (texts, {threshold}) => {
			asked.push(...texts.keys(), `at ${threshold}`);
			return text => text === 'question 1';
		};
		const {stderr} = await run([await exported(exchanges(2))], {
			values: {moderation: 'local', json: true, validation: '0'},
			moderate,
		});
		expect(asked).toEqual([
			'question 0',
			'answer 0, Anna',
			'question 1',
			'answer 1, Anna',
			'at 0.6',
		]);
		expect(JSON.parse(stderr)).toMatchObject({
			kept: 2,
			dropped: {moderation: 1, invalid: 1},
			examples: 1,
		});
	});

	test('moderation is local unless told otherwise', async () => {
		const text = `${exchanges(12)}[13.01.24, 10:00:00] Anna Lee: fuck you, you fucking bitch\n[13.01.24, 10:01:00] Nora: oh\n`;
		const {code, stderr} = await run([await exported(text)], {
			values: {moderation: undefined, threshold: '0.3', json: true},
		});
		expect(code).toBe(0);
		expect(JSON.parse(stderr)).toMatchObject({dropped: {moderation: 1}});
	});
});

describe('dataset for other engines', () => {
	/** Mine first, so that something has to be done about it. */
	const text = `[31.12.23, 10:00:00] Nora: hey\n${exchanges(12)}`;

	test.each([
		['alternating', 'messages', 'role', ['user', 'assistant']],
		['sharegpt', 'conversations', 'from', ['human', 'gpt']],
	])('--format %s alternates', async (format, list, key, names) => {
		const {code, stdout} = await run([await exported(text)], {
			values: {format, validation: '0'},
		});
		expect(code).toBe(0);
		const examples = stdout
			.trim()
			.split('\n')
			.map(line => JSON.parse(line)[list]);
		expect(examples).toHaveLength(13);
		expect(JSON.stringify(examples[0][0])).toContain(
			'Start a chat with Person1.',
		);
		for (const entries of examples)
			for (const [at, entry] of entries.entries())
				expect(entry[key]).toBe(names[at % 2]);
	});

	test('exports of the same chat are one chat, and that is told', async () => {
		const one = await exported(text, 'chat.txt');
		const other = await exported(text, 'again.txt');
		const values = {validation: '0'};
		const alone = await run([one], {values});
		const both = await run([one, other], {values});
		expect(both.stdout).toBe(alone.stdout);
		expect(both.stderr).toMatch(
			/chat\.txt and .*again\.txt are exports of the same chat/,
		);
	});

	test('--recipe writes a folder for the owner only, and again what belongs there', async () => {
		const file = await exported(text);
		const values = {recipe: 'llama-factory', out: at('engine')};
		expect((await run([file], {values})).code).toBe(0);
		const first = await readdir(at('engine'));
		expect(first).toContain('validation.jsonl');
		for (const name of first)
			expect((await stat(at(`engine/${name}`))).mode & 0o777).toBe(0o600);
		expect((await stat(at('engine'))).mode & 0o777).toBe(0o700);
		await writeFile(at('engine/adapter'), 'trained');
		const again = await run([file], {values: {...values, validation: '0'}});
		expect(again).toEqual({code: 0, stdout: '', stderr: ''});
		expect(await readdir(at('engine'))).toEqual([
			...first.slice(0, 2),
			'adapter',
			...first.slice(2).filter(name => name !== 'validation.jsonl'),
		]);
	});

	test.each([
		['somebody else’s folder', async () => writeFile(at('other/x'), '')],
		['a file', async () => writeFile(at('engine'), '')],
	])('--recipe leaves %s alone', async (_, prepare) => {
		await mkdir(at('other'));
		await prepare();
		const out = (await readdir(folder)).includes('engine') ? 'engine' : 'other';
		const {code, stdout, stderr} = await run([await exported()], {
			values: {recipe: 'trl', out: at(out)},
		});
		expect([code, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(/with --out\.\n$/);
		expect((await readdir(at('other'))).length).toBeLessThan(2);
	});

	test('a terminal gets the next step', async () => {
		const {stderr} = await run([await exported()], {
			tty: true,
			values: {recipe: 'axolotl', out: at('engine')},
		});
		expect(stderr).toContain(
			`to train: cd ${at('engine')} && axolotl train config.yml`,
		);
	});
});

describe('what the summary says', () => {
	test('distributions, prices by model, a free allowance, readiness', async () => {
		const {stderr} = await run([await exported()], {
			values: {json: true, 'free-tokens': '1000'},
		});
		const summary = JSON.parse(stderr);
		expect(summary).toMatchObject({
			freeTokens: 1000,
			turns: {min: 2, median: 2, p95: 2, max: 2},
			overLimit: 0,
			readiness: {level: 'a try', replies: 11},
		});
		const {billedTokens, costs, tokensPerExample} = summary;
		expect(tokensPerExample.histogram).toHaveLength(12);
		expect(costs['gpt-4o-2024-08-06']).toBeCloseTo(
			((billedTokens - 1000) * 25) / 1e6,
			2,
		);
	});

	test('in words on a terminal, a warning where there is too little', async () => {
		const {stderr} = await run([await exported(exchanges(3))], {tty: true});
		expect(stderr).toContain('Too few to train on: 3 of at least 10');
		expect(stderr).toContain('At OpenAI (prices of 2026-10): gpt-4o-mini $');
	});
});

describe('dataset says what is wrong', () => {
	test('a name that is in no chat, with the nearest first', async () => {
		const {code, stdout, stderr} = await run([await exported()], {
			values: {me: ['Nora', 'Ana Lee']},
		});
		expect([code, stdout]).toEqual([1, '']);
		expect(stderr).toBe(
			'Nobody in these chats is called "Ana Lee". Did you mean "Anna Lee"? There are: Anna Lee, Nora.\n',
		);
	});

	test('a name written in another way is found', async () => {
		const text = exchanges(2).replaceAll('Nora', 'Zoe\u0308  B');
		const {code} = await run([await exported(text)], {
			values: {me: ['Zo\u00eb B']},
		});
		expect(code).toBe(0);
	});

	test('no example left, with the counts', async () => {
		const {code, stderr} = await run([
			await exported(
				'[01.01.24, 10:00:00] Nora: a\n[02.01.24, 10:00:00] Nora: b\n',
			),
		]);
		expect(code).toBe(1);
		expect(stderr).toContain(
			'No training example is left of 2 messages: 2 in conversations of you alone (--openers nudge).',
		);
	});

	test('an export that cannot be read, and the rest goes on', async () => {
		const {code, stdout, stderr} = await run([
			at('missing.txt'),
			await exported(),
		]);
		expect(code).toBe(1);
		expect(stderr.replace(heldOut, '')).toMatch(/^.*missing\.txt: .+\n$/);
		expect(parseJsonl(stdout)).toHaveLength(11);
	});

	test('nothing but an export that cannot be read', async () => {
		const {code, stdout, stderr} = await run([at('missing.txt')]);
		expect([code, stdout]).toEqual([1, '']);
		expect(stderr.split('\n')).toHaveLength(2);
	});

	test('an export is never written over', async () => {
		const file = await exported();
		const {code, stderr} = await run([file], {values: {out: file}});
		expect(code).toBe(1);
		expect(stderr).toContain('is one of the exports');
		expect(await readFile(file, 'utf8')).toBe(exchanges(12));
	});

	test('a place that is not there, and no folder is made', async () => {
		const out = path.join(folder, 'mistyped', 'x.jsonl');
		const {code, stderr} = await run([await exported()], {values: {out}});
		expect(code).toBe(1);
		expect(stderr).toContain(
			`there is no folder ${path.join(folder, 'mistyped')}`,
		);
		await expect(readFile(out)).rejects.toThrow('ENOENT');
	});

	test('a folder as --out', async () => {
		const {code, stderr} = await run([await exported()], {
			values: {out: folder},
		});
		expect(code).toBe(1);
		expect(stderr).toBe(
			`${folder} cannot be written: it is a folder. Give --out the name of a file.\n`,
		);
	});

	test('moderation that fails, and nothing is written', async () => {
		const {code, stdout, stderr} = await run([await exported()], {
			values: {moderation: 'local'},
			moderate: async () => {
				throw new Error('Out of order.');
			},
		});
		expect([code, stdout, stderr]).toEqual([1, '', 'Out of order.\n']);
	});

	test('a reader that goes away ends it quietly', async () => {
		const broken = new Writable({
			write(_chunk, _encoding, done) {
				done(Object.assign(new Error('write EPIPE'), {code: 'EPIPE'}));
			},
		});
		const {code, stderr} = await run([await exported()], {stdout: broken});
		expect([code, stderr]).toEqual([0, '']);
	});

	test('Ctrl+C ends it without a word', async () => {
		const {code, stdout, stderr} = await run([await exported()], {
			signal: AbortSignal.abort(),
		});
		expect([code, stdout, stderr]).toEqual([130, '', '']);
	});

	test('a link as --out is followed, and stays', async () => {
		await writeFile(at('real.jsonl'), 'old');
		await chmod(at('real.jsonl'), 0o644);
		await symlink(at('real.jsonl'), at('link.jsonl'));
		await run([await exported()], {values: {out: at('link.jsonl')}});
		expect((await lstat(at('link.jsonl'))).isSymbolicLink()).toBe(true);
		expect(parseJsonl(await readFile(at('real.jsonl'), 'utf8'))).toHaveLength(
			11,
		);
	});

	test.skipIf(process.platform === 'win32')(
		'a pipe is written to, and nothing is put beside it',
		async () => {
			execFileSync('mkfifo', [at('pipe')]);
			const reading = readFile(at('pipe'), 'utf8');
			const {code} = await run([await exported()], {
				values: {out: at('pipe')},
			});
			expect(code).toBe(0);
			expect(parseJsonl(await reading)).toHaveLength(11);
			expect((await stat(at('pipe'))).isFIFO()).toBe(true);
			expect(await readdir(folder)).toEqual(['chat.txt', 'pipe']);
		},
	);
});

describe('options', () => {
	test.each<[DatasetValues, RegExp]>([
		[{me: []}, /--me NAME/],
		[{me: [' ']}, /which name is yours/i],
		[{'gap-hours': 'six'}, /--gap-hours takes a number, and not "six"/],
		[{'gap-hours': '0'}, /above 0/],
		[{'gap-hours': '-1'}, /--gap-hours takes a number/],
		[{rollover: 'sometimes'}, /--rollover takes always, never or a number/],
		[{'max-messages': '2.5'}, /whole number/],
		[{'max-messages': '0'}, /whole number/],
		[{openers: 'x'}, /--openers takes keep, drop or nudge, and not "x"/],
		[{prefix: 'x'}, /--prefix takes group, always or none/],
		[{validation: '1'}, /less than 1/],
		[{threshold: '1.5'}, /--threshold takes a number from 0 to 1/],
		[{thresholds: 'rude=1'}, /--thresholds knows no category "rude"/],
		[{thresholds: 'hate=2'}, /and not "hate=2"/],
		[{moderation: 'x'}, /--moderation takes local, openai, custom or off/],
		[{out: ''}, /--out takes/],
		[{'replace-name': [' ']}, /--replace-name takes a name/],
		[{'report-file': '-'}, /--report-file takes the name of a file/],
		[
			{report: true, 'no-anonymize': true},
			/--report is about anonymisation, which --no-anonymize turns off/,
		],
		[{'free-tokens': '1.5'}, /whole number of tokens/],
		[{format: 'x'}, /--format takes openai, alternating or sharegpt/],
		[{recipe: 'x', out: 'f'}, /--recipe takes mlx-lm, .* or trl, and not "x"/],
		[{recipe: 'trl'}, /name a folder for them with --out/],
		[{recipe: 'trl', out: '-'}, /name a folder for them with --out/],
		[{recipe: 'trl', out: 'f', format: 'sharegpt'}, /leave out --format/],
		[
			{format: 'alternating', 'separate-replies': true},
			/--format alternating needs turns that alternate/,
		],
		[
			{recipe: 'trl', out: 'f', openers: 'keep'},
			/--recipe trl needs conversations that somebody else begins/,
		],
	])('%j', (values, sentence) => {
		const parse = () => datasetOptions({me: ['Nora'], ...values});
		expect(parse).toThrow(UsageError);
		expect(parse).toThrow(sentence);
	});

	test('the published experiment where nothing is said', () => {
		expect(datasetOptions({me: ['Nora']})).toEqual({
			rules: {
				me: ['Nora'],
				gapHours: 6,
				rollover: 'always',
				separateReplies: false,
				maxMessages: 50,
				openers: 'keep',
				prefix: 'group',
				pairs: false,
				system: '',
				since: '',
				maxPerChat: 0,
				keepPlaceholders: [],
				validation: 0.1,
				anonymize: true,
				replaceNames: [],
				keepNames: [],
				regions: [expect.stringMatching(/^[A-Z]{2}$/)],
			},
			moderation: 'local',
			threshold: 0.6,
			selection: defaultSettings,
			format: 'openai',
			recipe: null,
			sources: false,
			freeTokens: 0,
			out: null,
			json: false,
			ignoreExcluded: false,
			report: false,
			reportFile: null,
		});
	});

	test('every flag arrives', () => {
		const values: DatasetValues = {
			me: ['a', 'b'],
			'gap-hours': '.5',
			rollover: '24',
			'separate-replies': true,
			'max-messages': '8',
			openers: 'nudge',
			prefix: 'always',
			pairs: true,
			system: 'You are a.',
			validation: '0.2',
			since: '2021-03-01',
			'max-per-chat': '500',
			'keep-placeholders': 'video, photo',
			'replace-name': ['Will', 'oma'],
			'keep-name': ['Joy'],
			report: true,
			'report-file': 'report.txt',
			moderation: 'off',
			threshold: '0.8',
			thresholds: 'hate=0.3, sexual=off',
			strict: true,
			format: 'openai',
			sources: true,
			'ignore-excluded': true,
			'free-tokens': '2000000',
			out: 'x.jsonl',
			json: true,
		};
		expect([...Object.keys(values), 'no-anonymize', 'recipe'].sort()).toEqual(
			Object.keys(datasetFlags).sort(),
		);
		expect(datasetOptions(values)).toEqual({
			rules: {
				me: ['a', 'b'],
				gapHours: 0.5,
				rollover: 24,
				separateReplies: true,
				maxMessages: 8,
				openers: 'nudge',
				prefix: 'always',
				pairs: true,
				system: 'You are a.',
				validation: 0.2,
				since: '2021-03-01',
				maxPerChat: 500,
				keepPlaceholders: ['photo', 'video'],
				anonymize: true,
				replaceNames: ['Will', 'oma'],
				keepNames: ['Joy'],
				regions: [expect.stringMatching(/^[A-Z]{2}$/)],
			},
			moderation: 'off',
			threshold: 0.8,
			selection: {
				...defaultSettings,
				categories: new Set(
					categories.filter(category => category !== 'sexual'),
				),
				thresholds: new Map(strict.thresholds).set('hate', 0.3),
				flagged: 'drop',
			},
			format: 'openai',
			recipe: null,
			sources: true,
			freeTokens: 2_000_000,
			out: 'x.jsonl',
			json: true,
			ignoreExcluded: true,
			report: true,
			reportFile: 'report.txt',
		});
		expect(
			datasetOptions({me: ['a'], 'no-anonymize': true}).rules.anonymize,
		).toBe(false);
	});
});
