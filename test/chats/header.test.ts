import {describe, expect, test} from 'vitest';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';

/** Where a form comes from: attested in an export, from CLDR for that locale, or assumed. */
type Origin = 'attested' | 'CLDR' | 'assumed';

const at = '2024-03-05T15:07:09';
const minute = '2024-03-05T15:07:00';
const morning = '2024-03-05T09:07:09';
const later = '2024-03-25T15:07:09';

/** Date and time as a header writes them; each is tried in brackets and in front of a dash. */
const forms: [Origin, string, string, string][] = [
	['attested', 'en-US', '3/25/24, 3:07:09 PM', later],
	['attested', 'en-US since 2023', '3/25/24, 3:07:09\u202FPM', later],
	['attested', 'en-US Android', '3/25/24, 3:07\u202FPM', '2024-03-25T15:07:00'],
	['attested', 'en-GB', '05/03/2024, 15:07:09', at],
	['attested', 'en-GB Android', '05/03/2024, 15:07', minute],
	['attested', 'en-GB 12 h', '05/03/2024, 03:07:09 pm', at],
	['CLDR', 'en-CA', '2024-03-05, 3:07:09 p.m.', at],
	['CLDR', 'en-AU', '5/3/24, 3:07:09 pm', at],
	['CLDR', 'en-AU narrow', '5/3/24, 9:07:09\u202Fam', morning],
	['attested', 'en-IN', '05/03/24, 3:07 pm', minute],
	['CLDR', 'en-ZA', '2024/03/05, 15:07:09', at],
	['attested', 'de-DE', '05.03.24, 15:07:09', at],
	['attested', 'de-DE Android', '05.03.24, 15:07', minute],
	['attested', 'de-DE 12 h', '05.03.24, 03:07:09 PM', at],
	['attested', 'de, older Android', '05.03.24, 3:07 nachm.', minute],
	[
		'attested',
		'de, older Android',
		'05.03.24, 9:07 vorm.',
		'2024-03-05T09:07:00',
	],
	['attested', 'fr-FR', '05/03/2024 15:07:09', at],
	['attested', 'fr Android 2017', '05/03/2024 à 15:07', minute],
	['CLDR', 'fr-CA', '2024-03-05 15 h 07 min 09 s', at],
	['CLDR', 'fr-CA Android', '2024-03-05 15 h 07', minute],
	['CLDR', 'fr-CA 12 h', '2024-03-05 03 h 07 min 09 s p.m.', at],
	['CLDR', 'fr-CH', '05.03.24 15:07:09', at],
	['CLDR', 'es-ES', '5/3/24, 15:07:09', at],
	['attested', 'es-AR', '5/3/24, 3:07:09 p.\u00A0m.', at],
	['attested', 'es-AR narrow', '5/3/24, 3:07:09\u202Fp.\u202Fm.', at],
	['CLDR', 'es-MX', '05/03/24, 3:07:09 p.m.', at],
	['CLDR', 'es-CO', '5/03/24, 9:07:09 a. m.', morning],
	['CLDR', 'es-CL', '05-03-24, 3:07:09 p. m.', at],
	['assumed', 'es, part of the day', '5/3/24, 3:07:09 de la tarde', at],
	['CLDR', 'pt-BR', '05/03/2024, 15:07:09', at],
	['attested', 'pt-BR Android', '05/03/2024 15:07', minute],
	['CLDR', 'pt-PT 12 h', '05/03/24, 03:07:09 p.m.', at],
	['CLDR', 'it-IT', '05/03/24, 15:07:09', at],
	['CLDR', 'nl-NL', '05-03-2024 15:07:09', at],
	['CLDR', 'da-DK', '05.03.2024, 15.07.09', at],
	['CLDR', 'da-DK Android', '05.03.2024, 15.07', minute],
	['CLDR', 'nb-NO 12 h', '05.03.2024, 03:07:09 p.m.', at],
	['CLDR', 'sv-SE', '2024-03-05 15:07:09', at],
	['CLDR', 'sv-SE 12 h', '2024-03-05 03:07:09 em', at],
	['attested', 'fi-FI', '5.3.2024 klo 15.07.09', at],
	['CLDR', 'fi-FI 12 h', '5.3.2024 klo 3.07.09 ip.', at],
	['CLDR', 'is-IS 12 h', '5.3.2024, 03:07:09 e.h.', at],
	['CLDR', 'pl-PL', '5.03.2024, 15:07:09', at],
	['CLDR', 'cs-CZ', '05.03.24 15:07:09', at],
	['CLDR', 'cs-CZ 12 h', '05. 03. 24 3:07:09 odp.', at],
	['CLDR', 'sk-SK', '5. 3. 2024 15:07:09', at],
	['CLDR', 'sl-SI 12 h', '5. 3. 2024, 03:07:09 pop.', at],
	['CLDR', 'hr-HR', '05. 03. 2024. 15:07:09', at],
	['CLDR', 'bs-BA', '5. 3. 2024. u 15:07:09', at],
	['CLDR', 'bs-BA 12 h', '5. 3. 2024. u 03:07:09 p.\u202Fm.', at],
	['CLDR', 'mk-MK', '5.3.2024 г., 15:07:09', at],
	['CLDR', 'bg-BG 12 h', '5.03.24 г., 3:07:09 ч. pm', at],
	['CLDR', 'hu-HU', '2024. 03. 05. 15:07:09', at],
	['CLDR', 'hu-HU 12 h', '2024. 03. 05. du. 3:07:09', at],
	['CLDR', 'hu-HU morning', '2024. 03. 05. de. 9:07:09', morning],
	['CLDR', 'el-GR', '5/3/24, 3:07:09 μ.μ.', at],
	['CLDR', 'tr-TR 12 h', '5.03.2024 ÖS 03:07:09', at],
	['CLDR', 'tr-TR morning', '5.03.2024 ÖÖ 09:07:09', morning],
	['CLDR', 'uk-UA 12 h', '05.03.24, 03:07:09 пп', at],
	['CLDR', 'uz-UZ 12 h', '05/03/24, 03:07:09 TK', at],
	['CLDR', 'lv-LV 12 h', '05.03.24 03:07:09 pēcp.', at],
	['CLDR', 'lt-LT 12 h', '2024-03-05 03:07:09 popiet', at],
	['CLDR', 'sq-AL', '5.3.24, 3:07:09 m.d.', at],
	['attested', 'ar-EG', '٥\u200F/٣\u200F/٢٠٢٤، ٣:٠٧:٠٩\u00A0م', at],
	[
		'attested',
		'ar-SA, marks before the numbers',
		'\u200F٥\u200F/٣\u200F/٢٠٢٤، ٩:٠٧:٠٩ ص',
		morning,
	],
	['CLDR', 'ar-AE', '5\u200F/3\u200F/2024، 3:07:09 م', at],
	['attested', 'fa-IR', '۱۴۰۲/۱۲/۱۵, ۱۵:۰۷:۰۹', at],
	['CLDR', 'fa-IR 12 h', '۱۴۰۲/۱۲/۱۵, ۳:۰۷:۰۹ ب.ظ.', at],
	['CLDR', 'bn-BD', '৫/৩/২৪, ৩:০৭:০৯ PM', at],
	['CLDR', 'mr-IN', '५/३/२४, ३:०७:०९ PM', at],
	['CLDR', 'my-MM 12 h', '၅/၃/၂၄ ညနေ ၃:၀၇:၀၉', at],
	['CLDR', 'si-LK 12 h', '2024-03-05, ප.ව. 03.07.09', at],
	['attested', 'th-TH, Buddhist year', '5/3/2567 15:07:09', at],
	['CLDR', 'th-TH, two digits of it', '5/3/67 15:07:09', at],
	['attested', 'Buddhist calendar', '5/3/2567 BE, 15:07:09', at],
	['CLDR', 'lo-LA 12 h', '5/3/2024, 3:07:09 ຫຼັງທ່ຽງ', at],
	['attested', 'vi-VN, time first', '15:07:09 5/3/24', at],
	['attested', 'vi-VN, time first, comma', '15:07:09, 5/3/2024', at],
	['CLDR', 'vi-VN 12 h', '03:07:09 CH 5/3/24', at],
	['attested', 'id-ID', '05/03/24 15.07', minute],
	['CLDR', 'ms-MY', '5/03/24, 3:07:09 PTG', at],
	['CLDR', 'ja-JP', '2024/03/05 15:07:09', at],
	['CLDR', 'ja-JP 12 h', '2024/03/05 午後3:07:09', at],
	['CLDR', 'ko-KR', '24. 3. 5. PM 3:07:09', at],
	['attested', 'ko-KR Android', '2024. 3. 5. 오후 3:07', minute],
	['CLDR', 'ko-KR 24 h', '24. 3. 5. 15:07:09', at],
	['CLDR', 'zh-CN 12 h', '2024/3/5 下午03:07:09', at],
	['attested', 'zh-TW', '2024/3/5\u2009下午3:07:09', at],
	['CLDR', 'zh-HK', '5/3/2024\u2009上午9:07:09', morning],
	['CLDR', 'af-ZA 12 h', '2024-03-05 03:07:09 nm.', at],
	['CLDR', 'am-ET', '05/03/2024 3:07:09 ከሰዓት', at],
	['CLDR', 'mn-MN 12 h', '2024.03.05 03:07:09 ү.х.', at],
	['CLDR', 'eu-ES', '24/3/5 (15:07:09)', at],
	['CLDR', 'ga-IE 12 h', '5/3/24, 03:07:09 i.n.', at],
];

describe('header forms', () => {
	test.each(forms)('%s: %s: %s', (_origin, _locale, written, timestamp) => {
		for (const [line, platform] of [
			[`[${written}] Ana: a: b`, 'ios'],
			[`\u200E[${written}] Ana: a: b`, 'ios'],
			[`${written} - Ana: a: b`, 'android'],
			[`${written} – Ana: a: b`, 'android'],
		] as const) {
			const chat = parseExport(`${line}\n`, {path: 'x', name: 'x'});
			expect(chat?.platform).toBe(platform);
			expect(messagesOf(chat)).toEqual([
				{timestamp, sender: 'Ana', text: 'a: b', kind: 'text'},
			]);
		}
	});

	test.each([
		['12:05 AM', '00:05:00'],
		['12:05 PM', '12:05:00'],
		['1:05 AM', '01:05:00'],
		['11:59 PM', '23:59:00'],
		['午後0:05', '12:05:00'],
		['午前0:05', '00:05:00'],
		['中午12:05', '12:05:00'],
		['中午1:05', '13:05:00'],
		['晚上11:05', '23:05:00'],
		['凌晨3:05', '03:05:00'],
		['12:05 at night', '00:05:00'],
		['10:05 at night', '22:05:00'],
		['12:05 in the afternoon', '12:05:00'],
		['9:05 de la noche', '21:05:00'],
		['3:05 de la madrugada', '03:05:00'],
		['12:05 nachts', '00:05:00'],
		['11:05 abends', '23:05:00'],
		['12:05 mittags', '12:05:00'],
		['24:00', '00:00:00'],
	])('%s is %s', (written, time) => {
		const text = `5/13/24, ${written} - Ana: x`;
		const chat = parseExport(text, {path: 'x', name: 'x'});
		expect(chat?.messages.at(0)?.timestamp).toBe(`2024-05-13T${time}`);
	});

	test.each([
		['a date alone', '05.03.24 - Ana: x'],
		['a month beyond twelve', '31.31.24, 15:07 - Ana: x'],
		[
			'a day beyond the month',
			'05.03.24, 15:07 - Ana: x\n30.02.24, 15:08 - Ana: y',
			1,
		],
		['an hour beyond the day', '05.03.24, 25:07 - Ana: x'],
		['a minute beyond the hour', '05.03.24, 15:77 - Ana: x'],
		[
			'a word beside the time that is no marker',
			'05.03.24, 15:07 sharp - Ana: x',
		],
		['a word between date and time', '05.03.24, around 15:07 - Ana: x'],
		['different separators', '05.03/24, 15:07 - Ana: x'],
		['a bracket that does not close', '[05.03.24, 15:07:09 Ana: x'],
		['a year of three digits', '05.03.124, 15:07 - Ana: x'],
		['a version number', '1.2.3.4: released'],
	])('%s is no header', (_what, text, headers = 0) => {
		const chat = parseExport(text, {path: 'x', name: 'x'});
		expect(chat?.messages.length ?? 0).toBe(headers);
	});

	test.each([
		[
			'an Android file',
			'05.03.24, 15:07 - Ana: x',
			'[05.03.24, 15:08:00] Ben: pasted',
		],
		[
			'an iOS file',
			'[05.03.24, 15:07:09] Ana: x',
			'05.03.24, 15:08 - Ben: pasted',
		],
		[
			'another order of date and time',
			'[05/03/24, 15:07:09] Ana: x',
			'[15:08, 05/03/24] Ben: pasted',
		],
		[
			'another separator',
			'05.03.24, 15:07 - Ana: x',
			'05/03/24, 15:08 - Ben: pasted',
		],
		[
			'a 12-hour clock',
			'05/13/24, 3:07 PM - Ana: x',
			'05/13/24, 15:08 - Ben: pasted',
		],
		[
			'a longer year',
			'05/13/24, 15:07 - Ana: x',
			'05/13/2024, 15:08 - Ben: pasted',
		],
		[
			'a space in front',
			'05.03.24, 15:07 - Ana: x',
			' 05.03.24, 15:08 - Ben: pasted',
		],
	])(
		'a header of another form inside %s stays text',
		(_what, first, pasted) => {
			const chat = parseExport(`${first}\n${pasted}\n`, {path: 'x', name: 'x'});
			expect(messagesOf(chat)?.map(({text}) => text)).toEqual([`x\n${pasted}`]);
			expect(chat?.lines).toEqual({
				total: 2,
				headers: 1,
				continuations: 1,
				unread: [],
			});
		},
	);
});
