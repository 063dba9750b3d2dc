import {expect, test} from 'vitest';
import {parseExport} from '../../source/chats/parse.ts';

const file = {path: 'a.txt', name: 'a.txt'};

test.each([
	['\n', 2],
	['\r\n', 2],
])('every line has its place and its reason (%j)', (lineEnd, blank) => {
	const text = [
		'Notes of mine',
		'',
		'05.03.24, 15:07 - Ana: hi',
		'',
		' there',
		'05.03.24, 15:08 - Ben: ho',
		'',
		'',
	].join(lineEnd);
	expect(parseExport(text, file)).toMatchObject({
		lines: {total: 7, headers: 2, continuations: 3, unread: [1, 2]},
		receipt: {
			blank,
			unread: [
				{line: 1, why: 'before the first message'},
				{line: 2, why: 'blank'},
			],
		},
	});
});
