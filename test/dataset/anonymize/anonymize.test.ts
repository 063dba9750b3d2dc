import {describe, expect, test} from 'vitest';
import {nameForms} from '../../../source/dataset/anonymize/names.ts';
import {anonymizerOf, replaceIn} from './replace-in.ts';

const anonymize = (
	text: string,
	people: string[],
	me = ['Nora Vance'],
	here = people,
) => replaceIn(text, people, {me}, here);

describe('names in texts', () => {
	const people = [
		'Anna Müller',
		'Ben',
		'José "Pepe" Álvarez',
		'Anna-Lena Vogt (Lenchen)',
		'~ Zoë 🌸',
		'Klaus von Berg',
		"Siân O'Brien",
	];
	test.each([
		['full name', 'Anna Müller kommt', 'Person1 kommt'],
		['other spaces', 'Anna\u00a0Müller', 'Person1'],
		['upper case', 'ANNA MÜLLER!!', 'Person1!!'],
		['first name', 'hey anna, wie gehts', 'hey Person1, wie gehts'],
		['first name alone', 'Anna', 'Person1'],
		['possessive', "Anna's und Anna’s Auto", "Person1's und Person1’s Auto"],
		['genitive', 'Annas Auto, Bens Haus', 'Person1s Auto, Person2s Haus'],
		['no part of a word', 'Hannah, Benzin, Annapurna', null],
		['between formats', '*Anna* _Ben_ ~anna~', '*Person1* _Person2_ ~Person1~'],
		['beside emoji', '😂Anna😂', '😂Person1😂'],
		['with digits', 'anna2001', 'Person1'],
		['drawn out', 'Annaaaa! Bennn', 'Person1! Person2'],
		['as one word', 'annamüller', 'Person1'],
		['made smaller', 'Annchen, Kläuschen', 'Person1, Person6'],
		['for short', 'Annie, Benni, Pepe', 'Person1, Person2, Person3'],
		[
			'a hiss takes an apostrophe',
			'Klaus’ und Klausens Rad',
			'Person6’ und Person6ens Rad',
		],
		['placeholders', '[link] Person9 [me]', null],
		['nickname', 'Pepe!', 'Person3!'],
		['without accents', 'jose alvarez', 'Person3'],
		['decomposed', 'Jose\u0301', 'Person3'],
		['double name', 'Anna-Lena und Anna Lena', 'Person4 und Person4'],
		['nickname in brackets', 'na lenchen', 'na Person4'],
		['transliterated', 'Anna Mueller', 'Person1'],
		['push name', 'zoe & Zoë', 'Person5 & Person5'],
		['particle', 'von Klaus von Berg', 'von Person6'],
		['apostrophe', "O'Brien und Siân", 'Person7 und Person7'],
		['owner', 'Nora, Nora Vance, @nora', '[me], [me], @[me]'],
		['owner’s genitive', 'Noras', '[me]s'],
		['hyphenated with another word', 'Anna-Fan', 'Person1-Fan'],
		['nobody', 'nothing to see', null],
		['many in one', 'Anna Anna,Anna', 'Person1 Person1,Person1'],
	])('%s', (_, text, expected) => {
		expect(anonymize(text, people)).toBe(expected ?? text);
	});

	test.each([
		['marked', 'hi @\u2068Anna Müller\u2069!', 'hi @Person1!'],
		['marked with emoji', '@\u2068~Zoë 🌸\u2069 ?', '@Person5 ?'],
		['bare', '@Anna Müller kommst du', '@Person1 kommst du'],
		['bare with emoji', '@Zoë 🌸 hi', '@Person5 hi'],
		['first name', '@ben?', '@Person2?'],
		['somebody who never wrote', '@\u2068Gerda X\u2069 ja', '@[name] ja'],
		['a stray mark', '@\u2068 open', null],
		['an at sign', 'see you @ 8', null],
	])('mention, %s', (_, text, expected) => {
		expect(anonymize(text, people)).toBe(expected ?? text);
	});

	test('a namesake in this chat goes before one in another', () => {
		const anyone = ['Tim Abel', 'Tim Zorn'];
		expect(anonymize('tim', anyone, ['x'], ['Tim Zorn'])).toBe('Person2');
		expect(anonymize('tim', anyone, ['x'], ['Tim Abel'])).toBe('Person1');
		expect(anonymize('Tim Abel', anyone, ['x'], ['Tim Zorn'])).toBe('Person1');
	});

	test('labels put in are not looked at again', () => {
		expect(anonymize('Anna', ['Anna', 'Person1'], ['x'])).toBe('Person1');
	});

	test('names of scripts without spaces', () => {
		const people = ['小明', 'สมชาย', 'Дмитрий Орлов', '김민준'];
		expect(anonymize('小明你好', people)).toBe('Person1你好');
		expect(anonymize('คุณสมชายครับ', people)).toBe('คุณPerson2ครับ');
		expect(anonymize('дмитрий, Орлов', people)).toBe('Person3, Person3');
		expect(anonymize('김민준 안녕', people)).toBe('Person4 안녕');
	});
});

describe('names that are words', () => {
	const people = ['Will Harper', 'Joy', 'Rose Kowalski', 'Mama', 'Al Gomez'];
	test.each([
		['alone', 'I will enjoy the joy of a rose, mama, al dente', null],
		['capitalised', 'Will you?', null],
		['full', 'will harper and Rose Kowalski', 'Person1 and Person3'],
		['the other part', 'Harper, Kowalski', 'Person1, Person3'],
		['mention', '@Will @Joy @mama', '@Person1 @Person2 @Person4'],
	])('%s', (_, text, expected) => {
		expect(anonymize(text, people)).toBe(expected ?? text);
	});

	test('are listed for a decision', () => {
		const {ambiguousNames} = anonymizerOf(people, {
			me: ['Max Mustermann', 'Kai'],
		});
		expect(ambiguousNames).toEqual([
			'Will',
			'Joy',
			'Rose',
			'Mama',
			'Al',
			'Max',
			'Kai',
		]);
	});
});

describe('decisions', () => {
	const people = ['Will Harper', 'Oma', 'Luna Berg'];
	test.each([
		[
			'replaced',
			'Will? I will! WILL',
			{replaceNames: ['Will']},
			'Person1? I will! Person1',
		],
		[
			'replaced in any case',
			'oma, Omas Haus',
			{replaceNames: ['oma']},
			'Person2, Person2s Haus',
		],
		['kept', 'Luna und Will', {keepNames: ['luna', 'will']}, null],
		[
			'kept, but not behind an @ or in full',
			'@Luna Luna Berg',
			{keepNames: ['Luna']},
			'@Person3 Person3',
		],
		[
			'somebody who never wrote',
			'Juliane, Julianes Hund',
			{replaceNames: ['Juliane']},
			'[name], [name]s Hund',
		],
		[
			'more than a word',
			'Frau Anke  Kurz, kurz',
			{replaceNames: ['Anke Kurz']},
			null,
		],
		[
			'as a whole',
			'Anke Kurz und Anke',
			{replaceNames: ['Anke Kurz']},
			'[name] und Anke',
		],
	])('%s', (_, text, decisions, expected) => {
		expect(replaceIn(text, people, decisions)).toBe(expected ?? text);
	});

	test('what is decided is not asked about', () => {
		const ask = (decisions: Parameters<typeof replaceIn>[2]) =>
			anonymizerOf(people, decisions).ambiguousNames;
		expect(ask({})).toEqual(['Will', 'Oma', 'Berg']);
		expect(ask({replaceNames: ['oma'], keepNames: ['Will', 'berg']})).toEqual(
			[],
		);
	});
});

describe('addresses', () => {
	test.each([
		['mail a.b+c@mail.example.co.uk.', 'mail [email].'],
		['anna@example.org', '[email]'],
		['https://x.org/a_(b)?c=1&d#e, ok', '[link], ok'],
		['(www.example.com)', '([link])'],
		['HTTP://EXAMPLE.COM/Anna', '[link]'],
		['youtu.be/dQw4w9WgXcQ', '[link]'],
		['schau auf example.de!', 'schau auf [link]!'],
		['http://localhost:3000/x', '[link]'],
		['ja.das war gut. z.B. heute...oder', null],
		['um 10.30 Uhr, 3.50€', null],
		['bin da.es regnet', null],
	])('%s', (text, expected) => {
		expect(anonymize(text, ['Anna'])).toBe(expected ?? text);
	});

	test('a text made to be slow is not', () => {
		const hostile = `${'a'.repeat(60_000)}@${'a.'.repeat(20_000)} ${'+'.repeat(20_000)}`;
		expect(anonymize(hostile, ['+49 170 1234567'])).toContain('+');
	});
});

describe('a participant known by number', () => {
	const people = ['\u202a+49\u00a0170\u00a01234567\u202c', '+1 (415) 555-0134'];
	test.each([
		['mention', 'hi @491701234567', 'hi @Person1'],
		['as written', 'from +49 170 1234567.', 'from Person1.'],
		['00', '0049 170 1234567', 'Person1'],
		[
			'within the country',
			'0170-1234567 oder (0170) 123 45 67',
			'Person1 oder Person1',
		],
		['America', '(415) 555-0134 or +1 415 555 0134', 'Person2 or Person2'],
		['another number', '0170 1234568', '[phone]'],
		['more digits than a number has', '491701234567890', null],
		['a price', '1234567', null],
	])('%s', (_, text, expected) => {
		expect(anonymize(text, people)).toBe(expected ?? text);
	});
});

test.each([
	['Dr. Eva-Maria Koch', ['Eva-Maria', 'Koch', 'Eva', 'Maria']],
	['Tom K.', ['Tom']],
	['Anna', ['Anna']],
	['🦄', []],
	['Mia 2', ['Mia']],
])('parts of %s', (name, parts) => {
	expect(nameForms(name).parts).toEqual(parts);
});
