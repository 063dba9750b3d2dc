import process from 'node:process';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type ScanOptions, scanTexts} from '../../source/moderation/scan.ts';
import {
	categories,
	type ScanEvent,
	type Scores,
} from '../../source/moderation/types.ts';
import {
	badGateway,
	createModerator,
	cut,
	type Fault,
	hang,
	limit,
	type Moderator,
	refusal,
	toldScore,
	unreachable,
	webPage,
} from './moderator.ts';

const texts = (count: number) =>
	Array.from({length: count}, (_, index) => `text ${index}`);

const scan = (
	moderator: Moderator,
	of: Iterable<string>,
	options: Partial<ScanOptions> = {},
	signal = new AbortController().signal,
) =>
	scanTexts(
		of,
		{
			model: 'omni-moderation-latest',
			known: new Map(),
			...moderator,
			...options,
		},
		signal,
	);

async function collect(events: AsyncIterable<ScanEvent>) {
	const all: ScanEvent[] = [];
	const scores = new Map<string, Scores>();
	const refused: string[] = [];
	for await (const event of events) {
		all.push(event);
		if (event.type === 'refused') refused.push(event.text);
		if (event.type !== 'scored') continue;
		for (const [text, own] of event.scores) {
			expect(scores.has(text)).toBe(false);
			scores.set(text, own);
		}
	}
	return {all, scores, refused};
}

const harassment = categories.indexOf('harassment');

test('asks for each distinct text once, 32 at a time, and tells how far it is', async () => {
	const moderator = createModerator();
	const all = [...texts(70), ' text 3 ', 'text 4\n', '', ' '];
	const {all: events, scores} = await collect(scan(moderator, all));
	expect(moderator.requests.map(input => input.length)).toEqual([32, 32, 6]);
	expect(moderator.requests.flat()).toEqual(texts(70));
	expect(events[0]).toMatchObject({known: 0, pulse: {texts: 70, done: 0}});
	expect(
		events.flatMap(event => (event.type === 'scored' ? event.pulse.done : [])),
	).toEqual([32, 64, 70]);
	for (const text of texts(70))
		expect(scores.get(text)?.[harassment]).toBe(toldScore(text));
});

test('asks for nothing that is known', async () => {
	const moderator = createModerator();
	const known = new Map([['text 1', categories.map(() => 0.5)]]);
	const {all, scores} = await collect(
		scan(moderator, ['text 1', 'text 2'], {known}),
	);
	expect(moderator.requests).toEqual([['text 2']]);
	expect(all[0]).toMatchObject({known: 1, pulse: {texts: 2}});
	expect(all[1]).toMatchObject({scores: known, pulse: {done: 1, texts: 2}});
	expect(scores.size).toBe(2);
});

test('asks for nothing at all where there is nothing', async () => {
	const moderator = createModerator();
	const {all} = await collect(scan(moderator, [' ', '']));
	expect(all).toMatchObject([{type: 'started', known: 0, pulse: {texts: 0}}]);
	expect(moderator.requests).toEqual([]);
});

test.each<[name: string, fault: Fault, seconds: number]>([
	['Retry-After: 1', limit({'retry-after': '1'}), 1],
	['Retry-After: 120', limit({'retry-after': '120'}), 120],
	['retry-after-ms: 1500', limit({'retry-after-ms': '1500'}), 1.5],
	[
		'Retry-After as a date',
		limit({'retry-after': 'Thu, 01 Jan 1970 00:05:00 GMT'}),
		300,
	],
	['429 without a word', limit({}), 1],
	['503 with Retry-After', () => refusal(503, 'x', {'retry-after': '7'}), 7],
	['a passing 500', () => refusal(500, null), 1],
	['408', () => refusal(408, null), 1],
	['an HTML 502', badGateway, 1],
	['no connection', unreachable, 1],
	['a cut connection', cut, 1],
	['a web page instead of scores', webPage, 1],
	['too few results', () => Response.json({results: []}), 1],
])('waits and asks the same again: %s', async (_, fault, seconds) => {
	const moderator = createModerator();
	moderator.faults = [null, fault];
	const {all, scores} = await collect(scan(moderator, texts(40)));
	expect(scores.size).toBe(40);
	expect(moderator.requests).toHaveLength(3);
	expect(moderator.requests[2]).toEqual(moderator.requests[1]);
	expect(moderator.waits).toEqual([seconds]);
	expect(all.filter(event => event.type === 'waiting')).toMatchObject([
		{
			seconds,
			reason: expect.stringMatching(/^scores\.test .*\.$/),
			isTrouble: true,
		},
	]);
});

test('backs off further each time, and takes any number of rate limits for no failure', async () => {
	const moderator = createModerator();
	moderator.faults = Array.from({length: 20}, () => limit({}));
	const {scores} = await collect(scan(moderator, ['text 1']));
	expect(scores.size).toBe(1);
	expect(moderator.waits.slice(0, 7)).toEqual([1, 2, 4, 8, 16, 30, 30]);
});

test.each<[name: string, fault: Fault, sentence: RegExp]>([
	[
		'no quota',
		() => refusal(429, 'insufficient_quota', {'retry-after': '1'}),
		/no quota left\. Add credit/,
	],
	['401', () => refusal(401, 'invalid_api_key'), /API key\. Check the key/],
	['403', () => refusal(403, null), /\(403: Told null\)\. Give the key access/],
	['404', () => refusal(404, null), /no such moderation.*Check base URL/],
	['402', () => refusal(402, null), /402.*Choose another provider/],
	[
		'no such model',
		() => refusal(400, 'model_not_found'),
		/does not know the moderation model.*another model/,
	],
])('stops at once and says what to do: %s', async (_, fault, sentence) => {
	const moderator = createModerator();
	moderator.faults = [null, fault];
	const events = scan(moderator, texts(40));
	await expect(collect(events)).rejects.toThrow(sentence);
	expect(moderator.requests).toHaveLength(2);
	expect(moderator.waits).toEqual([]);
});

test('gives up on a provider that stays away, with a sentence', async () => {
	const moderator = createModerator();
	moderator.faults = Array.from({length: 50}, () => badGateway);
	await expect(
		collect(scan(moderator, texts(5), {label: 'Acme'})),
	).rejects.toThrow(/^Acme is not well \(502\)\. Gave up after 8 tries\./);
});

test('never tells the key, nor shows a web page', async () => {
	const moderator = createModerator();
	moderator.faults = [
		() =>
			refusal(
				403,
				null,
				{},
				`<html><style>p {}</style><p>sk-proj-abcdefgh1234 has no access.</p> ${'x'.repeat(500)}</html>`,
			),
	];
	const error = await collect(scan(moderator, ['text 1'])).catch(String);
	expect(error).toContain('sk-… has no access.');
	expect(error).not.toMatch(/abcdefgh|<|p \{\}/);
	expect(String(error).length).toBeLessThan(350);
});

test.each([400, 413, 422, 500])(
	'finds the one text that is answered with %d, reports it and scores the rest',
	async status => {
		const moderator = createModerator();
		moderator.poison.set('text 37', () => refusal(status, null));
		const {all, scores, refused} = await collect(scan(moderator, texts(70)));
		expect(refused).toEqual(['text 37']);
		expect(all.find(event => event.type === 'refused')).toMatchObject({
			reason: `${status}: Told null`,
		});
		expect([...scores.keys()].sort()).toEqual(
			texts(70)
				.filter(text => text !== 'text 37')
				.sort(),
		);
		expect(all.at(-1)).toMatchObject({pulse: {done: 70, texts: 70}});
	},
);

test('does not take a provider that refuses everything for one that scores', async () => {
	const moderator = createModerator();
	for (const text of [...texts(200), 'Hello'])
		moderator.poison.set(text, () => refusal(400, null));
	await expect(collect(scan(moderator, texts(200)))).rejects.toThrow(
		/refuses every text \(400: Told null\)\. Check the model/,
	);
	expect(moderator.requests.length).toBeLessThan(40);
});

test('takes many refused texts in a row for what they are where another one is taken', async () => {
	const moderator = createModerator();
	const poisoned = texts(200).slice(40, 70);
	for (const text of poisoned)
		moderator.poison.set(text, () => refusal(400, null));
	const {scores, refused} = await collect(scan(moderator, texts(200)));
	expect(refused).toEqual(poisoned);
	expect(scores.size).toBe(170);
});

test('takes what is in the air in before it stops', async () => {
	const moderator = createModerator();
	moderator.headers = () => {
		// Slow answers and much room: several requests at once.
		moderator.advance(1000);
		return {
			'x-ratelimit-limit-tokens': '1000000',
			'x-ratelimit-remaining-tokens': '900000',
			'x-ratelimit-reset-tokens': '10s',
		};
	};
	moderator.faults = [null, null, () => refusal(401, 'invalid_api_key')];
	const done: number[] = [];
	const events = scan(moderator, texts(320));
	await expect(async () => {
		for await (const event of events)
			if (event.type === 'scored') done.push(event.scores.size);
	}).rejects.toThrow('API key');
	// All that was asked for but the one that was refused.
	expect(done).toHaveLength(moderator.requests.length - 1);
});

test('cuts a socket that hangs, and asks again', async () => {
	const moderator = createModerator();
	moderator.faults = [hang(() => undefined)];
	const {all, scores} = await collect(scan(moderator, texts(3), {timeout: 20}));
	expect(scores.size).toBe(3);
	expect(all[1]).toMatchObject({type: 'waiting', seconds: 1});
});

test('counts a category that is missing in the answer 0, and keeps four decimals from 0 to 1', async () => {
	const moderator = createModerator();
	const category_scores = {harassment: 0.123456, hate: 7, violence: null};
	moderator.faults = [() => Response.json({results: [{category_scores}]})];
	const {scores} = await collect(scan(moderator, ['text']));
	expect(scores.get('text')).toEqual(
		categories.map(category =>
			category === 'harassment' ? 0.1235 : category === 'hate' ? 1 : 0,
		),
	);
});

test('leaves no listeners behind on the signal', async () => {
	const warnings: Error[] = [];
	const listen = (warning: Error) => warnings.push(warning);
	process.on('warning', listen);
	await collect(scan(createModerator(), texts(1000)));
	process.off('warning', listen);
	expect(warnings).toEqual([]);
});

test('scores or reports each text exactly once, whatever happens', async () => {
	const passing = [
		limit({'retry-after': '61'}),
		badGateway,
		unreachable,
		cut,
		webPage,
	];
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.option(fc.constantFrom(...passing)), {maxLength: 30}),
			fc.integer({min: 1, max: 100}),
			fc.uniqueArray(fc.integer({min: 0, max: 100}), {maxLength: 5}),
			async (faults, count, poisoned) => {
				const moderator = createModerator();
				// Eight failures in a row are another test.
				moderator.faults = faults.flatMap(fault => [fault, null]);
				for (const index of poisoned)
					moderator.poison.set(`text ${index}`, () => refusal(400, null));
				const {scores, refused} = await collect(scan(moderator, texts(count)));
				expect([...scores.keys(), ...refused].sort()).toEqual(
					texts(count).sort(),
				);
				expect(refused.every(text => moderator.poison.has(text))).toBe(true);
			},
		),
		{numRuns: 40},
	);
});
