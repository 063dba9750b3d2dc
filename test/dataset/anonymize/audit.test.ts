import {describe, expect, test} from 'vitest';
import {makeAudit} from '../../../source/dataset/anonymize/audit.ts';
import {chatOf, type Line} from '../samples.ts';
import {anonymizerOf} from './replace-in.ts';

/** A chat written for this: ways of naming its people (Katharina Schröder, Jonas "Jojo" Weber-Klein, Oma, Will Harper). */
const people = [
	'Katharina Schröder',
	'Jonas "Jojo" Weber-Klein',
	'Oma',
	'Will Harper 🦊',
];

const caught: [way: string, text: string, replaced: string][] = [
	['full name', 'Katharina Schröder war da', 'Person1 war da'],
	['first name', 'frag Katharina', 'frag Person1'],
	['surname', 'Familie Schröder', 'Familie Person1'],
	['surname first', 'Schröder, Katharina', 'Person1, Person1'],
	['lower case', 'sag katharina bescheid', 'sag Person1 bescheid'],
	['capitals', 'KATHARINA!!', 'Person1!!'],
	['without the umlaut', 'Schroder', 'Person1'],
	['oe for ö', 'Frau Schroeder', 'Frau Person1'],
	['decomposed', 'Schro\u0308der', 'Person1'],
	['genitive', 'Katharinas Hund', 'Person1s Hund'],
	['English possessive', "Katharina's dog", "Person1's dog"],
	['curly possessive', 'Katharina’s dog', 'Person1’s dog'],
	['apostrophe after a hiss', "Jonas' Rad", "Person2' Rad"],
	['possessive after a hiss', "Jonas's bike", "Person2's bike"],
	['spoken genitive', 'Jonasens Rad', 'Person2ens Rad'],
	['plural of the family', 'die Schröders', 'die Person1s'],
	['drawn out', 'Katharinaaaa', 'Person1'],
	['short form', 'Kathi kommt', 'Person1 kommt'],
	['other short form', 'Kate is here', 'Person1 is here'],
	['short form in the genitive', 'Käthes Laden', 'Person1s Laden'],
	['diminutive', 'das Jonaschen', 'das Person2'],
	['nickname of the contact', 'jojo?', 'Person2?'],
	['nickname in the genitive', 'Jojos Zimmer', 'Person2s Zimmer'],
	['double surname', 'Herr Weber-Klein', 'Herr Person2'],
	['double surname with a space', 'Jonas Weber Klein', 'Person2'],
	['English short form', 'ask Jonny', 'ask Person2'],
	['mention', '@Katharina Schröder kommst du', '@Person1 kommst du'],
	['mention by first name', '@jonas hier', '@Person2 hier'],
	['mention with marks', '@\u2068Will Harper 🦊\u2069', '@Person4'],
	['mention of one whose name is a word', '@Will', '@Person4'],
	['mention of somebody who never wrote', '@Gerda', '@[name]'],
	['full name of one whose name is a word', 'will harper', 'Person4'],
	['surname of one whose name is a word', 'Harper!', 'Person4!'],
	['hashtag', '#Katharina', '#Person1'],
	['as one word', '@katharinaschröder', '@Person1'],
	['with a year', 'katharina1994', 'Person1'],
	['under a line', 'katharina_schroeder', 'Person1_Person1'],
	['with a dot', 'katharina.schroeder', 'Person1.Person1'],
	['bold', '*Katharina*', '*Person1*'],
	['beside an emoji', '😂Katharina😂', '😂Person1😂'],
	['joined to a word', 'die Katharina-Party', 'die Person1-Party'],
	['in brackets', '(Katharina)', '(Person1)'],
	['in her address', 'katharina@example.org', '[email]'],
	['in her link', 'https://example.org/katharina', '[link]'],
	['a letter left out', 'Kathrina', 'Person1'],
	['within a word', 'schröderesk', 'Person1esk'],
	['an inflection of another language', 'z Katharinou', 'z Person1'],
	['owner', 'Nora, Norachen und noras Rad', '[me], [me] und [me]s Rad'],
];

/** What no list of participants can tell: it stays, and the readme says so. */
const missed: [way: string, text: string][] = [
	['a name that is a word (asked about)', 'Will you come, Will?'],
	['family (asked about)', 'Oma kocht'],
	['a part of a double name that is a word (asked about)', 'Klein kommt'],
	['somebody who never wrote', 'Juliane kommt auch'],
	['a nickname that no contact has', 'na Keksi'],
	['initials', 'K. S. und KS'],
	['letters apart', 'K a t h a r i n a'],
	['another script', 'Катарина'],
	['by description', 'die Chefin aus der Ringstraße'],
];

const chat = chatOf(people.map((name): Line => [name, '01 10:00', 'hi']));
const replace = anonymizerOf(people).forChat(chat);

describe('ways of naming a person', () => {
	test.each(caught)('caught: %s', (_, text, replaced) => {
		expect(replace(text)).toBe(replaced);
	});

	test.each(missed)('not caught: %s', (_, text) => {
		expect(replace(text)).toBe(text);
	});

	test.each([
		['Will you come, Will?', 'Person4 you come, Person4?'],
		['Oma kocht, omas Rezept', 'Person3 kocht, Person3s Rezept'],
		['Klein kommt, ein klein wenig', 'Person2 kommt, ein klein wenig'],
		['Juliane kommt auch', '[name] kommt auch'],
		['na Keksi', 'na [name]'],
	])('caught once it is decided: %s', (text, replaced) => {
		const replaceNames = ['Will', 'oma', 'Klein', 'Juliane', 'Keksi'];
		expect(anonymizerOf(people, {replaceNames}).forChat(chat)(text)).toBe(
			replaced,
		);
	});
});

test('the report says what was replaced and what still looks like a name', () => {
	const audit = makeAudit();
	const {forChat, ambiguousNames} = anonymizerOf(people, {}, audit.watch);
	const replaceWatched = forChat(chat);
	for (const text of [
		'gestern war Katharina mit Juliane im Kino',
		'und Juliane hat Katharinas Nummer, 0170 1234567',
		'aber @Gerda und Oma und die Bahn',
		'ist die Bahn da? Morgen vielleicht',
		'ich will ja. Will nicht!',
		'KOMM JETZT',
	])
		replaceWatched(text);
	const report = audit.report(ambiguousNames);
	expect(report.kinds).toEqual([
		{
			kind: 'name',
			count: 3,
			samples: [
				'gestern war Katharina mit Juliane im Kino',
				'und Juliane hat Katharinas Nummer, 0170 1234567',
				'aber @Gerda und Oma und die Bahn',
			],
		},
		{
			kind: 'phone',
			count: 1,
			samples: ['…uliane hat Katharinas Nummer, 0170 1234567'],
		},
	]);
	expect(
		report.names.map(({label, count, written}) => [label, count, written]),
	).toEqual([
		['Person1', 2, [['Katharina', 2]]],
		['[name]', 1, [['@Gerda', 1]]],
	]);
	expect(report.undecided).toEqual([
		{name: 'Oma', count: 1, sample: 'aber @Gerda und Oma und die Bahn'},
		{name: 'Will', count: 1, sample: 'ich will ja. Will nicht!'},
		{name: 'Weber', count: 0, sample: ''},
		{name: 'Klein', count: 0, sample: ''},
	]);
	expect(
		report.suspects.map(({name, count, isMention}) => [name, count, isMention]),
	).toEqual([
		['Juliane', 2, false],
		['Gerda', 1, true],
	]);
});
