import {describe, expect, test} from 'vitest';
import {
	ibanLength,
	isCard,
} from '../../../source/dataset/anonymize/checksums.ts';
import {regionsOf} from '../../../source/dataset/anonymize/regions.ts';
import {chatOf} from '../samples.ts';
import {anonymizerOf} from './replace-in.ts';

const chat = chatOf([['Anna', '01 10:00', 'hi']]);
const replace = anonymizerOf(['Anna']).forChat(chat);

describe('phones', () => {
	test.each([
		['0170 1234567', '[phone]'],
		['0170/1234567', '[phone]'],
		['030-1234567', '[phone]'],
		['(030) 123 45 67', '[phone]'],
		['01-70-12-34-56-7', '[phone]'],
		['+49 (0)170 1234567.', '[phone].'],
		['+491701234567', '[phone]'],
		['0049 170 1234567', '[phone]'],
		['+43 664 1234567', '[phone]'],
		['nr:+351 912 345 678', 'nr:[phone]'],
		['Gleis 12 0170 1234567 ok', 'Gleis 12 [phone] ok'],
		['um 14:30 0170 1234567', 'um 14:30 [phone]'],
		['tel +49 30 1234567, mobil 0151 23456789', 'tel [phone], mobil [phone]'],
		['Ruf mich an: 12345678', 'Ruf mich an: [phone]'],
		['415-555-0134', '[phone]'],
		['(415) 555-0134', '[phone]'],
		['415.555.0134', '[phone]'],
		['4155550134', '[phone]'],
		['1 415 555 0134', '[phone]'],
		['٠١٧٠ ١٢٣٤٥٦٧', '[phone]'],
	])('%s', (text, expected) => {
		expect(replace(text)).toBe(expected);
	});

	test('the countries of participants’ numbers come by themselves', () => {
		const people = ['+351 912 000 111'];
		expect(replace('912 345 678')).toBe('912 345 678');
		expect(anonymizerOf(people).forChat(chat)('912 345 678')).toBe('[phone]');
	});

	test('countries of a system', () => {
		expect(regionsOf(['de-AT', 'de', 'en-US'])).toEqual(['AT', 'DE', 'US']);
	});
});

describe('what is no phone, card or code survives', () => {
	test.each([
		'um 14:30 Uhr, Gleis 12',
		'am 12.03.2024 um 18.45',
		'2-1',
		'score 12345678',
		'52.520008, 13.404954',
		'2024-03-12 18:45',
		'12/03/2024',
		'01.02.2024 18.45',
		'01.02.24',
		'12.3.-14.3.2024',
		'7:30-8:45',
		'2:0 (1:0)',
		'6-4 6-7 7-6 6-3',
		'0-1 2-3 0-0 1-2',
		'1.234.567 Euro',
		'12.345,67 €',
		'$1,299.99',
		'12 500 000',
		'10 20 30 40 50',
		'1000000000',
		'2024 2025 2026',
		'in 1989 waren 1000 Leute da',
		'der Code von 2019',
		'+1000 Punkte',
		'3.141592653589',
		'192.168.178.1',
		'v1.2.3',
		'1712345678901',
		'20240312184500',
		'ICE 1234 Wagen 23 Platz 45 46',
		'10115 Berlin',
		'1234567',
		'123456',
	])('%s', text => {
		expect(replace(text)).toBe(text);
	});
});

describe('bank data', () => {
	test.each([
		['DE89 3704 0044 0532 0130 00', '[iban]'],
		['DE89370400440532013000', '[iban]'],
		['de89 3704 0044 0532 0130 00 bitte', '[iban] bitte'],
		['IBAN: GB29 NWBK 6016 1331 9268 19, danke', 'IBAN: [iban], danke'],
		['FR14 2004 1010 0505 0001 3M02 606', '[iban]'],
		['4111 1111 1111 1111', '[card]'],
		['4111-1111-1111-1111', '[card]'],
		['4111111111111111 12/26 123', '[card] 12/26 123'],
		['3782 822463 10005', '[card]'],
		['4111 1111 1111 1112', '4111 1111 1111 1112'],
	])('%s', (text, expected) => {
		expect(replace(text)).toBe(expected);
	});

	test.each([
		['DE89370400440532013000', 22],
		['DE89370400440532013001', 0],
		['DE8937040044053201300', 0],
		['ZZ89370400440532013000', 0],
		['NO93 8601 1117 947 x', 18],
	])('%s is an IBAN for %i', (text, length) => {
		expect(ibanLength(text)).toBe(length);
	});

	test.each([
		['5555555555554444', true],
		['5555555555554445', false],
		['41 1111 1111 1111 11', false],
		['0000000000000000', false],
	])('%s is a card: %s', (groups, is) => {
		expect(isCard(groups)).toBe(is);
	});
});

describe('codes', () => {
	test.each([
		['Dein Code ist 123456', 'Dein Code ist [code]'],
		['123-456 is your WhatsApp code', '[code] is your WhatsApp code'],
		[
			'G-123456 is your Google verification code',
			'[code] is your Google verification code',
		],
		['PIN 4711', 'PIN [code]'],
		['Code: A7X9Q2', 'Code: [code]'],
		['Code ist 2019', 'Code ist [code]'],
		['WLAN Passwort: Sommer2019!', 'WLAN Passwort: [code]'],
		['der Türcode war wohl 4711', 'der Türcode war wohl [code]'],
		['Pin 12 oder 13', 'Pin 12 oder 13'],
		['spontan 4711', 'spontan 4711'],
		['ein Code für 1200 €', 'ein Code für 1200 €'],
		['Code um 14:30', 'Code um 14:30'],
	])('%s', (text, expected) => {
		expect(replace(text)).toBe(expected);
	});
});
