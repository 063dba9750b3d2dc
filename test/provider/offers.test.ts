import {describe, expect, test} from 'vitest';
import {offersOf} from '../../source/provider/offers.ts';
import {findProvider} from '../../source/provider/providers.ts';

const openai = findProvider('openai');
const custom = findProvider('custom');
const models = (...ids: string[]) => ids.map(id => ({id}));
const names = (offers: {model: string}[]) => offers.map(({model}) => model);

describe('models that are offered', () => {
	test('without a list, what is known, the usual one first', () => {
		const offers = offersOf(openai, 'fine-tuned', null, '2026-11-25');
		expect(offers[0]).toEqual({
			model: 'gpt-4o-mini-2024-07-18',
			price: '$3 a million tokens',
			until: 'until 2027-01-14, 50 days',
			gone: null,
		});
		expect(names(offers)).toHaveLength(4);
	});

	test('what the list lacks is not offered, and its dates go before the table’s', () => {
		const [only, ...more] = offersOf(
			openai,
			'fine-tuned',
			[{id: 'gpt-4.1-2025-04-14', shutdown_date: '2026-12-25'}],
			'2026-11-25',
		);
		expect(more).toEqual([]);
		expect(only?.until).toBe('until 2026-12-25, 30 days');
	});

	test('after its last day a model cannot be taken', () => {
		const trained = offersOf(openai, 'fine-tuned', null, '2027-01-06');
		expect(trained[0]?.gone).toBe('no training since 2027-01-06');
		const gone = offersOf(openai, 'fine-tuned', null, '2027-01-14');
		expect(gone[0]?.gone).toBe('shut down on 2027-01-14');
	});

	test('a chat takes whatever chats, the usual one first', () => {
		const offers = offersOf(
			openai,
			'prompted',
			models(
				'text-embedding-3-small',
				'gpt-5',
				'gpt-6-luna',
				'omni-moderation-latest',
				'ft:gpt-4o-mini:org:x',
			),
			'2026-11-25',
		);
		expect(names(offers)).toEqual([
			'gpt-6-luna',
			'gpt-5',
			'ft:gpt-4o-mini:org:x',
		]);
		expect(offers[0]?.price).toBe('$0.0003 a reply');
	});

	test('a server of one’s own offers what it lists, for both ways', () => {
		const listed = models('llama3.2');
		for (const way of ['prompted', 'fine-tuned'] as const)
			expect(names(offersOf(custom, way, listed, '2026-11-25'))).toEqual([
				'llama3.2',
			]);
	});

	test('the embedded engine is trained, not prompted', () => {
		const local = findProvider('local');
		expect(names(offersOf(local, 'fine-tuned', null, 'x'))).toEqual([
			'twin-base',
		]);
		expect(offersOf(local, 'prompted', null, 'x')).toEqual([]);
	});
});
