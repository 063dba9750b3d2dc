import fc from 'fast-check';
import {expect, test} from 'vitest';
import {momentsOf, shuffled} from '../../../source/twin/blind/moments.ts';
import type {Exchange} from '../../../source/twin/past.ts';

const exchange = (part: Partial<Exchange>): Exchange => ({
	asked: 'soup?',
	reply: 'no',
	chat: 'Ada',
	at: '2024-01-01T10:00:00',
	people: ['Ada'],
	heldOut: true,
	...part,
});

test('only held-out moments with words on both sides are shown', () => {
	const moments = momentsOf([
		exchange({heldOut: false, reply: 'trained on'}),
		exchange({asked: ''}),
		exchange({reply: '[photo]'}),
		exchange({asked: 'look [link]'}),
		exchange({reply: '?!'}),
		exchange({reply: '😂', at: null}),
		exchange({reply: 'yes', at: null, people: ['Ada', 'Ben']}),
	]);
	expect(moments.map(({real, partner}) => [real, partner])).toEqual([
		['😂', 'Ada'],
		['yes', null],
	]);
});

test('what was said just before on that day stands in front', () => {
	const [, second, other] = momentsOf([
		exchange({}),
		exchange({asked: 'bread?', reply: 'yes', at: '2024-01-01T10:05:00'}),
		exchange({asked: 'and today?', at: '2024-01-02T10:00:00'}),
	]);
	expect(second?.context).toEqual([
		{role: 'user', content: 'soup?'},
		{role: 'assistant', content: 'no'},
		{role: 'user', content: 'bread?'},
	]);
	expect(other?.context).toEqual([{role: 'user', content: 'and today?'}]);
});

test('an order of chance loses nothing and leaves what it was given', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer()),
			fc.infiniteStream(fc.double({min: 0, max: 0.999, noNaN: true})),
			(items, chances) => {
				const before = [...items];
				const result = shuffled(items, () => chances.next().value as number);
				expect(items).toEqual(before);
				expect([...result].sort()).toEqual([...items].sort());
			},
		),
	);
});
