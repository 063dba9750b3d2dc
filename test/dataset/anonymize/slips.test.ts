import {expect, test} from 'vitest';
import {slips} from '../../../source/dataset/anonymize/slips.ts';
import {replaceIn} from './replace-in.ts';

test.each([
	['Katharina kathrina kathariina Kathraina katharian', 'Katharina'],
	['s Katharinou, Katharinę', 'Katharina'],
	['Jonasovi schröderesk schröderhaftes', 'Jonas Schröder'],
])('%s are %s', (text, name) => {
	expect(replaceIn(text, [name])).not.toMatch(/kat|jonas|schr/i);
});

test.each([
	// Another name, or another word, behind the same letters.
	['Marine marini Martini', 'Marina Martin'],
	['danish polish scottish', 'Dan Pol Scott'],
	['Christianity, Christiane', 'Christian Weiss'],
	['Valentinstag', 'Valentin Koch'],
	['Lene Lean', 'Xaver Lenax'],
])('%s stays where %s is meant', (text, name) => {
	expect(replaceIn(text, [name])).toContain(text.split(' ')[0]);
});

test('short names and words have none', () => {
	expect(slips('lena')).toEqual([]);
	expect(slips('will')).toEqual([]);
	expect(slips('zimmermann')).toEqual([]);
});
