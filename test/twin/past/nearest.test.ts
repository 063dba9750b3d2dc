import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	type Exchange,
	exchangeKey,
} from '../../../source/twin/past/exchanges.ts';
import {indexExchanges} from '../../../source/twin/past/nearest.ts';
import {termsOf} from '../../../source/twin/past/terms.ts';

const exchange = (
	asked: string,
	reply: string,
	changes: Partial<Exchange> = {},
): Exchange => ({
	asked,
	reply,
	chat: 'Ben',
	at: null,
	people: ['Ben'],
	heldOut: false,
	...changes,
});

const past = [
	exchange('do you want soup tonight', 'always', {at: '2021-01-01T10:00:00'}),
	exchange('how was the exam', 'terrible', {at: '2022-01-01T10:00:00'}),
	exchange('did you see the match', 'what a goal', {
		at: '2022-06-01T10:00:00',
		chat: 'Ada',
		people: ['Ada'],
	}),
	exchange('exam again next week', 'oh no', {
		at: '2023-01-01T10:00:00',
		chat: 'Ada',
		people: ['Ada'],
	}),
	// Words that everybody uses, so that they say as little as they do in real chats.
	...['the bus is late', 'how is the dog', 'is the shop open'].map(asked =>
		exchange(asked, `about ${asked}`, {people: ['Cem'], chat: 'Cem'}),
	),
	exchange('', 'are you up', {at: '2023-02-01T10:00:00'}),
	exchange('secret exam', 'held out', {
		at: '2024-01-01T10:00:00',
		heldOut: true,
	}),
];

const repliesTo = async (
	said: string,
	wanted: Partial<
		Parameters<Awaited<ReturnType<typeof indexExchanges>>['nearest']>[1]
	> = {},
	exchanges: readonly Exchange[] = past,
) => {
	const {nearest} = await indexExchanges(exchanges);
	return nearest(said, {count: 3, ...wanted}).map(({reply}) => reply);
};

describe('the nearest past exchanges', () => {
	test('are found by what the other person wrote', async () => {
		expect(await repliesTo('Want some SOUP?')).toEqual(['always']);
	});

	test('with the same partner come first', async () => {
		const said = 'how is the exam going';
		expect((await repliesTo(said, {partner: 'Ada'}))[0]).toBe('oh no');
		expect((await repliesTo(said, {partner: 'Ben'}))[0]).toBe('terrible');
	});

	test('a partner’s exchange that has nothing to do with it stays out', async () => {
		expect(await repliesTo('soup tonight', {partner: 'Ada'})).toEqual([
			'always',
		]);
	});

	test('the newest is first among equals', async () => {
		const equal = ['2020', '2023', '2021'].map(year =>
			exchange('how are you', `in ${year}`, {at: `${year}-01-01T10:00:00`}),
		);
		expect(await repliesTo('how are you', {}, equal)).toEqual([
			'in 2023',
			'in 2021',
			'in 2020',
		]);
	});

	test('near-duplicates are shown once, the newest of them', async () => {
		const twice = [
			exchange('good night', 'sleep well!', {at: '2020-01-01T22:00:00'}),
			exchange('Good night', 'Sleep well', {at: '2021-01-01T22:00:00'}),
			exchange('good night', 'not yet', {at: '2019-01-01T22:00:00'}),
		];
		expect(await repliesTo('good night', {}, twice)).toEqual([
			'Sleep well',
			'not yet',
		]);
	});

	test('held-out ones only where they are asked for', async () => {
		expect(await repliesTo('secret exam')).not.toContain('held out');
		expect((await repliesTo('secret exam', {heldOut: true}))[0]).toBe(
			'held out',
		);
	});

	test('excluded ones never', async () => {
		const excluded = new Set(past.slice(0, 1).map(exchangeKey));
		expect(await repliesTo('soup tonight', {excluded})).toEqual([]);
		expect(
			await repliesTo('soup tonight', {excluded, fill: true, count: 9}),
		).not.toContain('always');
	});

	test('to an empty message are the owner’s openers', async () => {
		expect(await repliesTo('')).toEqual(['are you up']);
	});

	test('are filled up with the newest of the partner', async () => {
		expect(await repliesTo('zzz', {partner: 'Ada', fill: true})).toEqual([
			'oh no',
			'what a goal',
			'are you up',
		]);
	});

	test('a group’s labels are no words', async () => {
		const group = [
			exchange('Soup: hello all', 'hi', {people: ['Soup', 'Ada']}),
			exchange('soup is ready', 'coming', {people: ['Ben']}),
		];
		expect(await repliesTo('soup', {}, group)).toEqual(['coming']);
	});

	test.each([
		['emoji', '😂😂', '😂'],
		['Chinese', '明天去吃饭吗', '去吃饭'],
		['Thai', 'กินข้าวหรือยัง', 'กินข้าว'],
		['accents', 'Très café', 'tres cafe'],
		['stretched letters', 'heyyyy', 'hey'],
	])('%s are found', async (_, asked, said) => {
		const other = exchange('something else', 'no');
		expect(await repliesTo(said, {}, [other, exchange(asked, 'yes')])).toEqual([
			'yes',
		]);
	});

	test('never more than asked for, none twice, whatever is said', async () => {
		const text = fc.string({unit: 'grapheme', maxLength: 20});
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(text, text), {maxLength: 15}),
				text,
				fc.integer({min: 1, max: 6}),
				async (pairs, said, count) => {
					const {nearest} = await indexExchanges(
						pairs.map(([asked, reply]) => exchange(asked, reply)),
					);
					const found = nearest(said, {count, fill: true});
					expect(found.length).toBeLessThanOrEqual(count);
					expect(new Set(found).size).toBe(found.length);
				},
			),
			{numRuns: 60},
		);
	});

	test('terms are the same for a text and its capitals', () => {
		expect(termsOf('Straße CAFÉ')).toEqual(termsOf('straße café'));
	});
});
