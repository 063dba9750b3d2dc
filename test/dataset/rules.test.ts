import {describe, expect, test} from 'vitest';
import {placeholderKind} from '../../source/chats/placeholders.ts';
import {buildDataset} from '../../source/dataset/build.ts';
import {createDesk, type Seek} from '../../source/dataset/desk.ts';
import {isDate, optionProblems} from '../../source/dataset/options.ts';
import {areRules, defaultRules} from '../../source/dataset/rules.ts';
import {chatOf, type Line, optionsOf, short, tableOf} from './samples.ts';

const days: Line[] = [
	['Anna', '01 10:00', 'one'],
	['me', '01 10:01', 'a'],
	['Anna', '02 10:00', '<Media omitted>', 'media'],
	['me', '02 10:01', 'nice photo'],
	['Anna', '03 10:00', 'IMG-20240103-WA0001.jpg (file attached)\nus', 'media'],
	['me', '03 10:01', 'c'],
	['Anna', '04 10:00', 'four'],
	['me', '04 10:01', 'd'],
];
const build = (changes: Parameters<typeof optionsOf>[0]) => {
	const {examples, counts} = buildDataset([chatOf(days)], optionsOf(changes));
	return {examples: examples.map(short), counts};
};

describe('oldest date', () => {
	test.each([
		['', 4, 0],
		['2024-01-01', 4, 0],
		['2024-01-02', 3, 2],
		['2024-01-04', 1, 6],
		['2025-01-01', 0, 8],
	])('%s', (since, conversations, dropped) => {
		const {counts} = build({since, keepPlaceholders: ['photo', 'media']});
		expect(counts.examples).toBe(conversations);
		expect(counts.dropped.since).toBe(dropped);
	});
});

describe('cap per chat', () => {
	test.each([
		[0, 2, 0],
		[2, 2, 0],
		[1, 1, 2],
	])('%d', (maxPerChat, examples, dropped) => {
		const {counts, examples: built} = build({maxPerChat});
		expect(built).toHaveLength(examples);
		expect(counts.dropped.perChat).toBe(dropped);
		// The newest stay.
		expect(built.at(-1)).toEqual(['u:four', 'a:d']);
	});

	test('comes before the hold-out, and is for each chat', () => {
		const chats = [chatOf(days), chatOf(days, 'Ben')];
		const {counts} = buildDataset(
			chats,
			optionsOf({maxPerChat: 2, validation: 0.5}),
		);
		expect([counts.examples, counts.validationExamples]).toEqual([2, 2]);
	});
});

describe('placeholders', () => {
	test('those asked for stand as themselves, without their captions', () => {
		const kept = build({keepPlaceholders: ['photo']});
		expect(kept.examples).toContainEqual(['u:[photo]', 'a:c']);
		expect(kept.counts.dropped.media).toBe(1);
		expect(build({keepPlaceholders: ['media']}).examples).toContainEqual([
			'u:[media]',
			'a:nice photo',
		]);
		expect(build({}).counts.dropped.media).toBe(2);
	});

	test('are never anonymised away', () => {
		const lines: Line[] = [
			['Photo', '01 10:00', 'image omitted', 'media'],
			['me', '01 10:01', 'Photo!'],
		];
		const {examples} = buildDataset(
			[chatOf(lines)],
			optionsOf({keepPlaceholders: ['photo']}),
		);
		expect(examples.map(short)[0]?.[0]).toBe('u:[photo]');
	});

	test.each([
		['<Media omitted>', 'media'],
		['<Medien ausgeschlossen>', 'media'],
		['null', 'media'],
		['<Bez multivides>', 'media'],
		['image omitted', 'photo'],
		['Bild weggelassen', 'photo'],
		['画像は含まれていません', 'photo'],
		['لم يتم إدراج صورة GIF', 'gif'],
		['Video weggelassen', 'video'],
		['<Video message omitted>', 'video'],
		['Sprachnachricht weggelassen', 'audio'],
		['<View once voice message omitted>', 'audio'],
		['Sticker weggelassen', 'sticker'],
		['pominięto naklejkę', 'sticker'],
		['Kontaktkarte ausgelassen', 'contact'],
		['Anna.vcf (file attached)', 'contact'],
		['IMG-20240520-WA0001.jpg (file attached)', 'photo'],
		['PTT-20240520-WA0001.opus (Datei angehängt)', 'audio'],
		['STK-20240520-WA0001.webp (file attached)', 'sticker'],
		['<attached: 00000012-PHOTO-2024-05-20-08-00-05.jpg>', 'photo'],
		['<attached: 00000012-GIF-2024-05-20-08-00-05.mp4>', 'gif'],
		['plan.pdf • 2 pages document omitted', 'document'],
		['VID-20240520-WA0001.mp4 (file attached)\nour photo', 'video'],
		['location: https://maps.google.com/?q=1.0,2.0', 'location'],
		['live location shared', 'location'],
		['POLL:\nPizza?\nOPTION: yes (2 votes)', 'poll'],
	])('%j is a %s', (text, kind) => {
		expect(placeholderKind(text)).toBe(kind);
	});
});

test.each([
	['2024-02-29', true],
	['2023-02-29', false],
	['2024-13-01', false],
	['2024-1-1', false],
	['', false],
])('a day of the calendar: %j %s', (text, is) => {
	expect(isDate(text)).toBe(is);
	expect(optionProblems(optionsOf({since: text || '2024'}))).toHaveLength(
		is ? 0 : 1,
	);
});

test.each([
	[{}, true],
	[{pairs: true, since: '2024-01-01', keepPlaceholders: ['photo']}, true],
	[{rollover: 24}, true],
	[{rollover: 'sometimes'}, false],
	[{pairs: 'yes'}, false],
	[{maxPerChat: -1}, false],
	[{keepPlaceholders: ['cats']}, false],
	[{system: 7}, false],
	[null, false],
	['x', false],
])('rules read from a file: %j %s', (value, are) => {
	expect(areRules(value)).toBe(are);
});

describe('desk', () => {
	const desk = createDesk([tableOf(days), tableOf([]), tableOf(days)]);
	const options = {...defaultRules, threshold: 1};
	const number = (seek: Seek) =>
		desk.answer({options, seek, weights: null}).located?.number;

	test('counts as what is built', () => {
		const {counts, starts} = desk.answer({
			options,
			seek: {type: 'none'},
			weights: null,
		});
		const chats = [chatOf(days), chatOf([]), chatOf(days)];
		expect(counts).toEqual(
			buildDataset(chats, optionsOf({validation: 0.1})).counts,
		);
		expect(starts).toEqual([0, 2, 2]);
	});

	test.each([
		[{type: 'number', number: -5}, 0],
		[{type: 'number', number: 3}, 3],
		[{type: 'number', number: 99}, 3],
		[{type: 'near', chat: 0, source: 0}, 0],
		[{type: 'near', chat: 2, source: 2}, 3],
		[{type: 'near', chat: 2, source: 99}, 3],
		[{type: 'near', chat: 1, source: 0}, 2],
		[{type: 'holding', chat: 2, indexes: [0, 6], from: 0, by: 1}, 2],
		[{type: 'holding', chat: 2, indexes: [0, 6], from: 3, by: 1}, 3],
		[{type: 'holding', chat: 2, indexes: [0, 6], from: 9, by: -1}, 3],
		[{type: 'holding', chat: 2, indexes: [2, 4], from: 0, by: 1}, undefined],
		[{type: 'holding', chat: 1, indexes: [], from: 0, by: 1}, undefined],
	] as const)('%j is example %s', (seek, expected) => {
		expect(number(seek)).toBe(expected);
	});

	test('nothing is found where there is nothing', () => {
		const empty = createDesk([]);
		const seek = {type: 'number', number: 0} as const;
		expect(empty.answer({options, seek, weights: null}).located).toBeNull();
	});
});
