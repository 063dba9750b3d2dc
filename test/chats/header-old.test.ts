import {describe, expect, test} from 'vitest';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';
import {oldForms} from './header-forms.ts';

function timestamps(text: string, options = {}) {
	const chat = parseExport(text, {path: 'x', name: 'x'}, options);
	return messagesOf(chat)?.map(({timestamp}) => timestamp);
}

describe('old and rare headers', () => {
	test.each(oldForms)('%s: %s: %s', (_origin, _what, written, timestamp) => {
		// Nothing but the owner tells day and month of the numbers of an era.
		const options = /AP/.test(written) ? {dateOrder: 'mdy'} : {};
		for (const line of [
			`${written} - Ana: x\n`,
			`${written} — Ana: x\n`,
			`[${written}] Ana: x\n`,
		]) {
			// Only brackets tell the R of an era from a name.
			if (/^[RH]\d/.test(written) && !line.startsWith('[')) continue;
			expect(timestamps(line, options)).toEqual([timestamp]);
		}
	});

	test('nothing between header and name, where all lines are like that', () => {
		const chat = parseExport(
			'13. 6. 2018. 21:25:15 a: m\n13. 6. 2018. 21:26:15 Ben: n: o\nmore\n',
			{path: 'x', name: 'x'},
		);
		expect(messagesOf(chat)?.map(({sender, text}) => [sender, text])).toEqual([
			['a', 'm'],
			['Ben', 'n: o\nmore'],
		]);
	});

	test.each([
		['one line of a diary', '13.6.2018 21:25 met Ana: fun\n'],
		['a list', '3 eggs\n2 l milk, 10:30 - shop: closed\n'],
		['a word that is no month', '20:14, 28 Foo 2015 - Ana: x\n'],
		['a sentence', 'Nov was cold. 20:14 - Ana: x\n'],
	])('%s is no export', (_what, text) => {
		expect(timestamps(text)).toBeUndefined();
	});

	test('names of months stay text where headers are numbers', () => {
		const chat = parseExport(
			'28.11.15, 20:14 - Ana: x\n20:15, 28 Nov 2015 - Ben: y\nNov 28, 20:14 - z\n',
			{path: 'x', name: 'x'},
		);
		expect(messagesOf(chat)).toHaveLength(1);
	});
});

describe('dates without a year', () => {
	test.each<[string, string[], object, string[]]>([
		[
			'the year before tells',
			['20:14, 28 Nov 2015', '20:14, 5 Jan', '20:14, 9 Aug'],
			{},
			['2015-11-28', '2016-01-05', '2016-08-09'],
		],
		[
			'a late message does not begin a year',
			['20:14, 28 Nov 2015', '20:14, 27 Nov', '20:14, 29 Nov'],
			{},
			['2015-11-28', '2015-11-27', '2015-11-29'],
		],
		[
			'the year behind tells',
			['20:14, 28 Dec', '20:14, 3 Jan 2014', '20:14, 5 Jan'],
			{},
			['2013-12-28', '2014-01-03', '2014-01-05'],
		],
		[
			'the last day of the file tells',
			['9 Aug 20:14', '5 Jan 20:14'],
			{latest: '2014-03-01'},
			['2013-08-09', '2014-01-05'],
		],
		[
			'the last day was before this one',
			['9 Aug 20:14'],
			{latest: '2014-03-01'},
			['2013-08-09'],
		],
	])('%s', (_what, lines, options, days) => {
		const text = lines.map(line => `${line} - Ana: x\n`).join('');
		expect(timestamps(text, options)?.map(each => each.slice(0, 10))).toEqual(
			days,
		);
	});

	test('the name of an attachment tells', () => {
		const text =
			'9 Aug 20:14 - Ana: IMG-20130809-WA0001.jpg (file attached)\n5 Jan 20:14 - Ana: x\n';
		expect(timestamps(text)).toEqual([
			'2013-08-09T20:14:00',
			'2014-01-05T20:14:00',
		]);
	});

	test('a year that nothing tells is said to be assumed', () => {
		const chat = parseExport('9 Aug 20:14 - Ana: x\n', {path: 'x', name: 'x'});
		expect(chat?.warnings).toEqual([
			'The dates have no year, and nothing in the file tells it; the last one is taken for 2015.',
		]);
	});
});
