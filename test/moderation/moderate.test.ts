import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {moderate} from '../../source/moderation/moderate.ts';
import type {ScanEvent} from '../../source/moderation/types.ts';
import {openScores} from '../../source/store/scores.ts';
import {createModerator, type Moderator, refusal} from './moderator.ts';

let data: string;
beforeEach(async () => {
	data = await mkdtemp(path.join(tmpdir(), 'moderate-'));
});
afterEach(() => rm(data, {recursive: true}));

const texts = Array.from({length: 100}, (_, index) => `text ${index}`);

async function run(
	moderator: Moderator,
	until: (event: ScanEvent) => boolean = () => false,
) {
	const scores = openScores({data}, 'test');
	const events: ScanEvent[] = [];
	for await (const event of moderate(
		texts,
		{model: 'm', ...moderator, scores},
		new AbortController().signal,
	)) {
		events.push(event);
		if (until(event)) break;
	}
	return events;
}

const scoresOf = (events: readonly ScanEvent[]) =>
	new Map(
		events.flatMap(event => (event.type === 'scored' ? [...event.scores] : [])),
	);

test('asks for nothing in a second run, and says the same', async () => {
	const first = scoresOf(await run(createModerator()));
	const moderator = createModerator();
	const events = await run(moderator);
	expect(moderator.requests).toEqual([]);
	expect(events[0]).toMatchObject({known: 100, pulse: {texts: 100}});
	expect(scoresOf(events)).toEqual(first);
	expect(first.size).toBe(100);
});

test('goes on where a run was left', async () => {
	const first = createModerator();
	await run(first, event => event.type === 'scored' && event.pulse.done === 64);
	const second = createModerator();
	const events = await run(second);
	expect(events[0]).toMatchObject({known: 64, pulse: {texts: 100}});
	expect([...first.requests, ...second.requests].flat()).toEqual(texts);
	expect(scoresOf(events).size).toBe(100);
});

test('keeps what came before an error', async () => {
	const first = createModerator();
	first.faults = [null, () => refusal(401, 'invalid_api_key')];
	await expect(run(first)).rejects.toThrow('API key');
	const second = createModerator();
	await run(second);
	expect(second.requests.flat()).toEqual(texts.slice(32));
});

test('asks again for a text that was refused', async () => {
	const first = createModerator();
	first.poison.set('text 50', () => refusal(400, null));
	await run(first);
	const second = createModerator();
	const events = await run(second);
	expect(second.requests).toEqual([['text 50']]);
	expect(scoresOf(events).size).toBe(100);
});
