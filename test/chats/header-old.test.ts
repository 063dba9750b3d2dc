import {describe, expect, test} from 'vitest';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';

type Origin = 'attested' | 'CLDR' | 'assumed';

function timestamps(text: string, options = {}) {
	const chat = parseExport(text, {path: 'x', name: 'x'}, options);
	return messagesOf(chat)?.map(({timestamp}) => timestamp);
}

const evening = '2015-11-28T20:14:00';

/** Names of months, eras and rare marks; each stands in front of ' - Ana: x' or in brackets. */
const forms: [Origin, string, string, string][] = [
	['attested', 'time first', '20:14, 28 Nov 2015', evening],
	['attested', 'day and month first', '28 Nov 2015 20:14', evening],
	['assumed', 'with a comma', '28 Nov 2015, 20:14', evening],
	['attested', '12 hours, month first', '8:14PM, Nov 28, 2015', evening],
	['assumed', 'month first', 'Nov 28, 2015, 8:14 PM', evening],
	['assumed', 'no year behind it', 'Nov 28, 2015 20:14', evening],
	['CLDR', 'de', '28. Nov. 2015, 20:14', evening],
	['CLDR', 'de, long', '28. November 2015 um 20:14', evening],
	['CLDR', 'de-AT', '20:14, 28. Jänner 2015', '2015-01-28T20:14:00'],
	['CLDR', 'es', '28 nov 2015, 20:14', evening],
	['CLDR', 'es, of', '28 de nov. de 2015 20:14', evening],
	['CLDR', 'pt', '28 de nov. de 2015, 20:14', evening],
	['CLDR', 'fr', '28 nov. 2015 à 20:14', evening],
	['CLDR', 'fr, accents', '28 août 2015, 20:14', '2015-08-28T20:14:00'],
	['CLDR', 'it', '28 nov 2015, 20:14', evening],
	['CLDR', 'nl', '28 nov. 2015 20:14', evening],
	['CLDR', 'pl', '28 lis 2015, 20:14', evening],
	['CLDR', 'cs', '20:14, 28. 11. 2015', evening],
	['CLDR', 'ru', '28 нояб. 2015 г., 20:14', evening],
	['CLDR', 'uk', '28 лист. 2015 р., 20:14', evening],
	['CLDR', 'tr', '28 Kas 2015 20:14', evening],
	['CLDR', 'fi', '28. marraskuuta 2015 klo 20.14', evening],
	['CLDR', 'sv', '28 nov. 2015 20:14', evening],
	['CLDR', 'id', '28 Nov 2015 20.14', evening],
	['CLDR', 'ar', '28 نوفمبر 2015 20:14', evening],
	['CLDR', 'he', '28 בנוב׳ 2015, 20:14', evening],
	['CLDR', 'hi', '28 नव॰ 2015, 8:14 pm', evening],
	['CLDR', 'th', '28 พ.ย. 2558 20:14', evening],
	['CLDR', 'ja', '2015年11月28日 20:14', evening],
	['CLDR', 'zh', '2015年11月28日 晚上8:14', evening],
	['CLDR', 'ko', '2015년 11월 28일 오후 8:14', evening],
	['attested', 'Japanese era', '11/28/R4, 20:14', '2022-11-28T20:14:00'],
	['CLDR', 'Japanese era in front', 'R4/11/28 20:14', '2022-11-28T20:14:00'],
	['CLDR', 'Japanese era before', 'H27/11/28 20:14', evening],
	['CLDR', 'era in words', '令和4年11月28日 20:14', '2022-11-28T20:14:00'],
	[
		'assumed',
		'first year of an era',
		'令和元年11月28日 20:14',
		'2019-11-28T20:14:00',
	],
	['attested', 'Buddhist', '28/11/2558 BE, 20:14', evening],
	['CLDR', 'Buddhist, two digits', '28/11/58 20:14', evening],
	['CLDR', 'Solar Hijri', '1394/9/7, 20:14', evening],
	['CLDR', 'Solar Hijri, era', '9/7/1394 AP, 20:14', evening],
	['assumed', 'lunar Hijri', '24/8/1445 هـ، 20:14', '2024-03-05T20:14:00'],
	['CLDR', 'Bulgarian hours', '28.11.15 г., 20:14 ч.', evening],
	['assumed', 'em dash inside', '28.11.15, 20:14', evening],
	[
		'assumed',
		'marks between digits',
		'\u200F28\u200F/11\u200F/2015, 20:14',
		evening,
	],
	['attested', 'narrow blank', '28/11/15, 8:14\u202Fpm', evening],
	['CLDR', 'Gujarati digits', '૨૮/૧૧/૧૫, ૨૦:૧૪', evening],
	['CLDR', 'Tamil digits', '௨௮/௧௧/௧௫, ௨௦:௧௪', evening],
	['CLDR', 'Khmer digits', '២៨/១១/១៥, ២០:១៤', evening],
	['assumed', 'full-width digits', '２０１５/１１/２８ ２０:１４', evening],
	['attested', 'pasted from the web', '8:14 PM, 11/28/2015', evening],
];

describe('old and rare headers', () => {
	test.each(forms)('%s: %s: %s', (_origin, _what, written, timestamp) => {
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
