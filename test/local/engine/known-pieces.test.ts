import {beforeAll, describe, expect, test} from 'vitest';
import {
	atStart,
	follow,
	mayEndAt,
} from '../../../source/local/engine/known-pieces.ts';
import type {Model} from '../../../source/local/engine/model.ts';
import {cut} from '../../../source/local/engine/pieces.ts';
import {chatsOf, modelOf, say} from './author.ts';

let model: Model;
beforeAll(async () => {
	model = await modelOf(chatsOf(100, 1));
});

/** Where a text of one line leads; -1 where something in it was never written. */
function walk(text: string): number {
	let node = atStart;
	for (const token of model.tokenizer.encode(text)) {
		if (node < 0) return -1;
		node = follow(model.pieces, node, token);
	}
	return node;
}

const isKnown = (text: string): boolean => {
	const node = walk(text);
	return node >= 0 && mayEndAt(model.pieces, node);
};

describe('what is said', () => {
	test('may be all that was written', () => {
		for (const {said, reply} of model.exchanges)
			for (const line of `${said}\n${reply}`.split('\n'))
				expect(isKnown(line), line).toBe(true);
	});

	test.each([
		['other words in another order', 'noodles late cat lol', true],
		['a word that was never written', 'the catt ate', false],
		['a word that is not at its end', 'the ca', false],
		['two words without a space', 'thecat', false],
		['a mark that was never written', 'the cat ~', false],
	])('%s', (_, text, known) => {
		expect(isKnown(text)).toBe(known);
	});

	test('is put together of whole words', async () => {
		const written = new Set(
			model.exchanges.flatMap(({said, reply}) =>
				cut(`${said}\n${reply}`).map(({text}) => text.trim()),
			),
		);
		for (const seed of [1, 2, 3, 4]) {
			const {text} = await say(
				model,
				[{role: 'user', content: 'Tell me something new about the moon'}],
				{seed, recall: 0, temperature: 1.3, topP: 1},
			);
			for (const {text: piece} of cut(text))
				expect(written.has(piece.trim()), `${piece} in ${text}`).toBe(true);
		}
	});
});
