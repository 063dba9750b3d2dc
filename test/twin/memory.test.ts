import {describe, expect, test} from 'vitest';
import {fingerprintOf} from '../../source/likeness/fingerprint.ts';
import {rememberFor} from '../../source/twin/memory.ts';
import {indexExchanges} from '../../source/twin/past/nearest.ts';
import type {Exchange, Past} from '../../source/twin/past.ts';
import {likeness, portray} from '../../source/twin/portrait.ts';
import {pauseBefore, rhythmOf} from '../../source/twin/rhythm.ts';

const exchange = (part: Partial<Exchange>): Exchange => ({
	asked: 'are we having soup tonight?',
	reply: 'no',
	chat: 'Ada',
	at: '2024-01-01T10:00:00',
	people: ['Ada Lang'],
	heldOut: false,
	...part,
});

const pastOf = async (
	exchanges: Exchange[],
	pauses: number[] = [],
): Promise<Past> => ({exchanges, pauses, ...(await indexExchanges(exchanges))});

const soup = exchange({reply: 'the tomato soup from last week please'});
const bread = exchange({
	asked: 'shall I bring the sourdough bread of my grandmother?',
	at: '2024-01-02T10:00:00',
});

describe('where a reply comes from', () => {
	test('a quotation is marked, with its chat and date, and what came next', async () => {
		const past = await pastOf([soup, bread]);
		const {exchanges} = rememberFor(past, {
			asked: 'soup tonight?',
			reply: soup.reply,
		});
		expect(exchanges[0]).toMatchObject({
			quoted: true,
			chat: 'Ada',
			at: '2024-01-01T10:00:00',
			until: '2024-01-02T10:00:00',
		});
	});

	test('what the provider leaned on comes first and is found in the data set by its words', async () => {
		const past = await pastOf([soup, bread]);
		const {asked, reply} = bread;
		const {exchanges} = rememberFor(past, {
			asked: 'soup tonight?',
			reply: 'maybe',
			leaned: [{asked, reply, chat: null, at: null, quoted: false}],
		});
		expect(exchanges.map(({used, at}) => [used, at])).toEqual([
			[true, '2024-01-02T10:00:00'],
			[false, '2024-01-01T10:00:00'],
		]);
	});

	test('other people’s words are told from the owner’s', async () => {
		const past = await pastOf([soup, bread]);
		const overlapIn = (reply: string) =>
			rememberFor(past, {asked: '', reply}).overlap;
		expect(overlapIn('I want the tomato soup from last week')?.whose).toBe(
			'owner',
		);
		expect(overlapIn('eat the sourdough bread of my grandmother')).toEqual({
			whose: 'others',
			text: 'the sourdough bread of my grandmother',
		});
		expect(overlapIn('nothing of the kind')).toBe(null);
	});

	test('numbers, addresses and names of people are flagged', async () => {
		const past = await pastOf([soup]);
		const {personal} = rememberFor(past, {
			asked: '',
			reply: 'Ada says call +49 170 1234567 or mail ada@example.org at 14:30',
		});
		expect(personal).toEqual([
			'email: ada@example.org',
			'phone: +49 170 1234567',
			'name: Ada',
		]);
	});
});

describe('portrait', () => {
	test('whom the owner wrote with, most first', async () => {
		const past = await pastOf([
			exchange({people: ['Ben']}),
			exchange({people: ['Ada']}),
			exchange({people: ['Ada']}),
		]);
		expect(portray(past).people).toEqual(['Ada', 'Ben']);
	});

	test('one is alike oneself', () => {
		const own = fingerprintOf([{context: [], reply: 'hey there you'}]);
		const other = fingerprintOf([
			{context: [], reply: 'Good evening, Sir. How do you do? '.repeat(4)},
		]);
		expect(likeness(own, own)).toBeCloseTo(1);
		expect(likeness(own, other)).toBeLessThan(0.6);
	});
});

describe('rhythm', () => {
	test('exports that tell the minute only tell nothing of it', () => {
		expect(rhythmOf(Array(100).fill(60))).toEqual([]);
		expect(
			rhythmOf([...Array(15).fill(60), ...Array(30).fill(7)]),
		).toHaveLength(45);
		expect(rhythmOf([5, 7])).toEqual([]);
	});

	test('the first bubble takes its typing, the others the owner’s pauses', () => {
		const rhythm = [1, 2, 4];
		const text = 'hello';
		expect(pauseBefore({text, place: 1}, rhythm, 0)).toBe(500);
		expect(pauseBefore({text, place: 1}, rhythm, 0.99)).toBe(2_000);
		expect(pauseBefore({text, place: 0}, rhythm, 0)).toBeCloseTo(
			(5 / 3.6) * 0.75 * 500,
		);
		expect(pauseBefore({text: 'x'.repeat(500), place: 0}, [], 0.5)).toBe(4_000);
		expect(pauseBefore({text: 'x', place: 0}, [], 0)).toBe(350);
	});
});
