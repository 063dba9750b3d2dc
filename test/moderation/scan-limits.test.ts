import {expect, test} from 'vitest';
import {batches} from '../../source/moderation/batches.ts';
import {parseDuration} from '../../source/moderation/limits.ts';
import {createPace} from '../../source/moderation/pace.ts';
import {scanTexts} from '../../source/moderation/scan.ts';
import {categories, type Scores} from '../../source/moderation/types.ts';
import {createModerator, hang, limit, refusal} from './moderator.ts';

const never = new AbortController().signal;
const options = {model: 'm', known: new Map<string, Scores>()};

test.each<[name: string, text: string]>([
	['English', 'word '.repeat(12_345).trim()],
	['Chinese', '你好'.repeat(6000)],
	['emoji', '👩‍👩‍👧'.repeat(3000)],
])('cuts a long text (%s) into overlapping parts that fit', (_, text) => {
	const pieces = [...batches([text])].flat();
	expect(pieces.length).toBeGreaterThan(1);
	expect(new Set(pieces.map(piece => piece.parts))).toEqual(
		new Set([pieces.length]),
	);
	let end = 0;
	for (const {part, tokens} of pieces) {
		expect(part.length).toBeLessThanOrEqual(8000);
		expect(tokens).toBeLessThanOrEqual(2500);
		// Half a surrogate pair would be a replacement character in UTF-8.
		expect(Buffer.from(part).toString()).toBe(part);
		const start = text.indexOf(part, Math.max(0, end - 201));
		expect(start).toBeLessThanOrEqual(Math.max(0, end - 199));
		end = start + part.length;
	}
	expect(end).toBe(text.length);
});

test('asks for at most 32 items and 2,500 estimated tokens at once', () => {
	const long = Array.from({length: 9}, (_, index) => `${index}`.repeat(3000));
	const short = Array.from({length: 100}, (_, index) => `short ${index}`);
	const all = [...batches([...long, ...short])];
	for (const batch of all) {
		const tokens = batch.reduce((sum, piece) => sum + piece.tokens, 0);
		expect(batch.length).toBeLessThanOrEqual(32);
		expect(tokens).toBeLessThanOrEqual(2500);
	}
	expect(all.flat().map(piece => piece.text)).toEqual([...long, ...short]);
	expect(all.length).toBeLessThan(8);
});

test('gives a long text the highest score of its parts', async () => {
	const moderator = createModerator();
	const text = `10 ${'word '.repeat(3000)} 90 ${'word '.repeat(3000)}`;
	// The first number of a part is its score: 90 stands first in one of them.
	const scores = new Map<string, Scores>();
	for await (const event of scanTexts(
		['text 1', text, 'text 2'],
		{...options, ...moderator},
		never,
	))
		if (event.type === 'scored')
			for (const [key, own] of event.scores) scores.set(key, own);
	const harassment = categories.indexOf('harassment');
	expect(scores.get(text.trim())?.[harassment]).toBe(0.9);
	expect(scores.size).toBe(3);
});

test('reports a long text once, even where several parts are refused', async () => {
	const moderator = createModerator();
	const text = 'word '.repeat(6000).trim();
	for (const {part} of [...batches([text])].flat().slice(1))
		moderator.poison.set(part, () => refusal(400, null));
	const events = [];
	for await (const event of scanTexts(
		['text 1', text, 'text 2'],
		{...options, ...moderator},
		never,
	))
		events.push(event);
	expect(events.filter(event => event.type === 'refused')).toHaveLength(1);
	expect(events.at(-1)).toMatchObject({pulse: {done: 3, texts: 3}});
	const scored = events.flatMap(event =>
		event.type === 'scored' ? [...event.scores.keys()] : [],
	);
	expect(scored).toEqual(['text 1', 'text 2']);
});

test.each<[text: string, seconds: number]>([
	['1s', 1],
	['6m0s', 360],
	['20ms', 0.02],
	['1h2m3.5s', 3723.5],
	['', 0],
	['soon', 0],
])('reads the time %j as %d s', (text, seconds) => {
	expect(parseDuration(text)).toBeCloseTo(seconds);
});

test.each<[headers: Record<string, string>, tokens: number, seconds: number]>([
	[{}, 2000, 0],
	[{'remaining-tokens': '2000', 'limit-tokens': '10000'}, 2000, 0],
	[
		{
			'remaining-tokens': '1000',
			'limit-tokens': '10000',
			'reset-tokens': '54s',
		},
		2500,
		9,
	],
	[
		{
			'remaining-requests': '0',
			'limit-requests': '250',
			'reset-requests': '50s',
			'remaining-tokens': '9000',
			'limit-tokens': '10000',
			'reset-tokens': '6s',
		},
		2500,
		0.2,
	],
])('waits until there is room: %j for %d tokens', (given, tokens, seconds) => {
	const headers = new Headers(
		Object.entries(given).map(([name, value]) => [
			`x-ratelimit-${name}`,
			value,
		]),
	);
	const pace = createPace();
	pace.sent(0, 0);
	pace.answered(0, {headers, outcome: 'done'}, 0);
	expect(pace.secondsUntilRoom(tokens, 0)).toBeCloseTo(seconds);
	// That is when there is room, and not before.
	expect(pace.secondsUntilRoom(tokens, seconds * 1000)).toBe(0);
});

test('keeps within a limit of 10,000 tokens a minute that the headers tell of, without running into it', async () => {
	const moderator = createModerator();
	const {clock} = moderator;
	let used = 0;
	let last = 0;
	moderator.headers = input => {
		used = Math.max(0, used - ((clock.now() - last) / 60_000) * 10_000);
		last = clock.now();
		used += Math.ceil(input.join('').length / 4);
		// Half a token is rounding.
		expect(used).toBeLessThanOrEqual(10_000.5);
		return {
			'x-ratelimit-limit-tokens': '10000',
			'x-ratelimit-remaining-tokens': `${Math.floor(10_000 - used)}`,
			'x-ratelimit-reset-tokens': `${(used / 10_000) * 60}s`,
		};
	};
	const texts = Array.from(
		{length: 400},
		(_, index) => `${index} ${'word '.repeat(150)}`,
	);
	for await (const _ of scanTexts(texts, {...options, ...moderator}, never));
	const tokens = moderator.requests.flat().join('').length / 4;
	const permitted = 10_000 + (clock.now() / 60_000) * 10_000;
	expect(tokens).toBeGreaterThan(0.95 * permitted);
});

test('does nothing after an abort', async () => {
	const moderator = createModerator();
	const events = scanTexts(
		['text 1'],
		{...options, ...moderator},
		AbortSignal.abort(new Error('left')),
	);
	await expect(events.next()).rejects.toThrow('left');
	expect(moderator.requests).toEqual([]);
});

test('ends with the reason of an abort in the middle of a request', async () => {
	const moderator = createModerator();
	const controller = new AbortController();
	moderator.faults = [hang(() => controller.abort(new Error('left')))];
	const events = scanTexts(
		['text 1'],
		{...options, ...moderator},
		controller.signal,
	);
	await events.next();
	await expect(events.next()).rejects.toThrow('left');
	expect(moderator.requests).toHaveLength(1);
});

test('ends with the reason of an abort while it waits', async () => {
	const moderator = createModerator();
	const controller = new AbortController();
	moderator.faults = [limit({'retry-after': '120'})];
	const clock = {
		...moderator.clock,
		sleep: () =>
			new Promise<void>((_, reject) => {
				controller.signal.addEventListener('abort', () =>
					reject(controller.signal.reason),
				);
				controller.abort(new Error('left'));
			}),
	};
	const events = scanTexts(
		['text 1'],
		{...options, ...moderator, clock},
		controller.signal,
	);
	await events.next();
	expect((await events.next()).value).toMatchObject({type: 'waiting'});
	await expect(events.next()).rejects.toThrow('left');
	expect(moderator.requests).toHaveLength(1);
});
