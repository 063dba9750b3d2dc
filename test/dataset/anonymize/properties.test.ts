import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Hit} from '../../../source/dataset/anonymize/hits.ts';
import {chatOf} from '../samples.ts';
import {anonymizerOf} from './replace-in.ts';

const people = [
	'Anna Müller',
	'Jonas Weber (Joni)',
	'+49 170 1234567',
	'Will Rose',
];
const chat = chatOf(people.map(name => [name, '01 10:00', 'hi']));
let hits: readonly Hit[] = [];
const replace = anonymizerOf(people, {}, (_, found) => {
	hits = found;
}).forChat(chat);

const piece = fc.oneof(
	fc.constantFrom(
		...people,
		...'Anna annas MÜLLER jonas Joni @Anna @Gerda will Rose Nora [link] Person1 0170 1234567 4711 2024 12.03. 14:30'.split(
			' ',
		),
		...'code PIN: DE89370400440532013000 4111111111111111 a@b.de www.x.org Anna.de + - / ( ) @ . , : s 😂'.split(
			' ',
		),
	),
	fc.string({maxLength: 6, unit: 'grapheme'}),
);
const text = fc
	.array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '\n')), {
		maxLength: 12,
	})
	.map(pieces => pieces.flat().join(''));

test('a second time changes nothing', () => {
	fc.assert(
		fc.property(text, text => {
			const once = replace(text);
			expect(replace(once)).toBe(once);
		}),
		{numRuns: 1000},
	);
});

test('without a hit a text stays, and hits touch no two of the same letters', () => {
	fc.assert(
		fc.property(text, text => {
			const replaced = replace(text);
			if (hits.length === 0) expect(replaced).toBe(text);
			const sorted = [...hits].sort((a, b) => a.start - b.start);
			for (const [at, {start, end}] of sorted.entries()) {
				expect(end).toBeGreaterThan(start);
				expect(start).toBeGreaterThanOrEqual(sorted[at - 1]?.end ?? 0);
			}
		}),
		{numRuns: 1000},
	);
});

test('no full name survives as words', () => {
	fc.assert(
		fc.property(text, text => {
			const replaced = replace(text).toLowerCase();
			expect(replaced).not.toMatch(
				/(?<![\p{L}\p{M}\p{N}])(?:anna müller|jonas weber|will rose|nora vance)(?![\p{L}\p{M}\p{N}])/u,
			);
		}),
		{numRuns: 1000},
	);
});
