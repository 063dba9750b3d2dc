import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type FormName, forms} from '../../benchmarks/exports/forms.ts';
import {generate} from '../../benchmarks/exports/generate.ts';
import {readText} from '../../source/chats/files/read-text.ts';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';

const file = {path: 'a.txt', name: 'a.txt'};

/** What is read of the bytes of a text; null where that is no export. */
function ofBytes(text: string) {
	try {
		return readText(Buffer.from(text), file.path, file.name, {});
	} catch {
		return null;
	}
}

describe('bytes are read as their text is', () => {
	const folder = fileURLToPath(
		new URL('../../fixtures/exports', import.meta.url),
	);
	const names = readdirSync(folder, {recursive: true, encoding: 'utf8'});
	test.each(
		names.filter(name => name.endsWith('.txt') && !name.includes('latin')),
	)('%s', name => {
		const bytes = readFileSync(`${folder}/${name}`);
		const text = bytes.toString(name.includes('utf-16') ? 'utf16le' : 'utf8');
		expect(ofBytes(text)).toEqual(parseExport(text, file));
	});

	test.each(Object.keys(forms) as FormName[])('%s', form => {
		const text = [...generate(form, 1500, 7)].join('');
		const chat = parseExport(text, file);
		expect(ofBytes(text)).toEqual(chat);
		expect(messagesOf(chat)).toHaveLength(1500);
	});

	const header = fc.constantFrom(
		'05.03.24, 15:07 - ',
		'05.03.24, 15:08 - ',
		'06.03.24, 09:00 - ',
		'06.03.24, 9:61 - ',
		'06.03.24, 29:00 - ',
		'[3/5/24, 9:58:01\u202FAM] ',
		'[3/5/24, 9:58:01\u202FPM] ',
		'\u200E[3/5/24, 10:58:01\u202FPM] ',
		'[3/5/24, 12:00:00\u202FAM]',
		'\uFEFF[3/5/24, 9:58:01\u202FAM] ',
		'2024/3/5 上午9:07 - ',
		'2024/3/5 下午9:07 - ',
		'٥‏/٣‏/٢٠٢٤، ٣:٠٧ م - ',
		'15:07, 5 Mar 2024 - ',
		'',
	);
	const name = fc.constantFrom(
		'Ana: ',
		'Ana:',
		'Zoë: ',
		'👩‍👩‍👧 Müller: ',
		'\u202A+49\u00A0171 2345678\u202C: ',
		'A: B: ',
		`${'ش'.repeat(119)}: `,
		`${'ش'.repeat(120)}: `,
		'Ana changed the subject to "Trip: ',
		'',
	);
	const body = fc.oneof(
		fc.constantFrom(
			'null',
			'<Media omitted>',
			'\u200Eimage omitted',
			'Diese Nachricht wurde gelöscht.',
			'Vous avez supprimé ce message',
			'IMG-20240305-WA0001.jpg (file attached)',
			'location: https://maps.google.com/?q=1,2',
			'grün <Diese Nachricht wurde bearbeitet.>',
			'schöne Grüße',
			'\u061Cمرحبا',
			'… “so” — ２：３',
			'.',
			'',
		),
		fc.string(),
		fc.string({unit: 'grapheme'}),
	);
	const line = fc
		.tuple(header, name, body, fc.constantFrom('\n', '\r\n'))
		.map(parts => parts.join(''));

	test('whatever they say', () => {
		fc.assert(
			fc.property(fc.array(line, {minLength: 1, maxLength: 30}), lines => {
				const text = Buffer.from(lines.join('')).toString();
				fc.pre(text.trim() !== '' && !text.includes('\0'));
				expect(ofBytes(text)).toEqual(parseExport(text, file));
			}),
			{numRuns: 300},
		);
	});
});
