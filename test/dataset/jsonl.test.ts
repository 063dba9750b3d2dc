import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {onlyMessages, toJsonl} from '../../source/dataset/jsonl.ts';
import {checkJsonl, parseJsonl} from '../../source/dataset/parse.ts';

const line = (...messages: unknown[]) => JSON.stringify({messages});
const user = {role: 'user', content: 'hi'} as const;
const mine = {role: 'assistant', content: 'ho'} as const;

describe('toJsonl', () => {
	test('nothing but messages gets out, one line each', () => {
		const example = {messages: [{...user, at: 1}, mine], indexes: [1, 2]};
		expect([...toJsonl([example as never])].join('')).toBe(
			'{"messages":[{"role":"user","content":"hi"},{"role":"assistant","content":"ho"}]}\n',
		);
	});

	const source = {
		chat: 'Anna',
		people: ['Person1'],
		times: [null, '2024-01-01T10:00:00'],
	};

	test.each(['openai', 'sharegpt'] as const)(
		'%s says where a line comes from where that is wanted, and only there',
		format => {
			const examples = [{messages: [user, mine], source}];
			const [plain] = toJsonl(examples, {format});
			expect(Object.keys(JSON.parse(plain ?? ''))).toHaveLength(1);
			const [line] = toJsonl(examples, {format, sources: true});
			expect(JSON.parse(line ?? '')).toEqual({
				...JSON.parse(plain ?? ''),
				source,
			});
		},
	);

	test('a source is read back; one of another kind is nobody’s business', () => {
		const read = (of: unknown) =>
			parseJsonl(JSON.stringify({messages: [user, mine], source: of}))[0];
		expect(read(source)).toEqual({messages: [user, mine], source});
		for (const other of [
			'a book',
			null,
			{},
			{...source, times: [null]},
			{...source, people: [1]},
		])
			expect(read(other)).toEqual({messages: [user, mine]});
	});

	test('only messages are left of what leaves, as they are', () => {
		const kept = {messages: [user, {...mine, weight: 0, content: 'a\u2028b'}]};
		const text = `\ufeff${JSON.stringify({...kept, source, id: 7})}\r\n\n`;
		const [line, rest] = onlyMessages(text).split('\n');
		expect([JSON.parse(line ?? ''), rest]).toEqual([kept, '']);
		expect(line).not.toContain('\u2028');
	});

	test('what was written is read back, one line per example for any reader', () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({unit: 'binary', minLength: 1}), {minLength: 1}),
				texts => {
					const examples = texts.map(content => ({
						messages: [
							{role: 'user' as const, content: `a\u2028${content}\n\u0085`},
							{role: 'assistant' as const, content},
						],
					}));
					const text = [...toJsonl(examples)].join('');
					expect(text.split(/[\n\r\u0085\u2028\u2029]/)).toHaveLength(
						examples.length + 1,
					);
					expect(parseJsonl(text)).toEqual(examples);
				},
			),
		);
	});
});

describe('parseJsonl', () => {
	test.each<[string, string, string]>([
		['no JSON', '{"messages"', 'it is not JSON'],
		['a list', '[]', 'it is not an object'],
		['no messages', '{}', 'it has no list of messages'],
		['empty messages', line(), 'it has no list of messages'],
		['a string as message', line('hi', mine), 'message 1 is not an object'],
		['no role', line({content: 'x'}, mine), 'message 1 has no role'],
		['no content', line(user, {role: 'assistant'}), 'message 2 has no text'],
		[
			'empty content',
			line({...user, content: ''}, mine),
			'message 1 has no text',
		],
		[
			'parts as content',
			line({...user, content: [{type: 'text'}]}, mine),
			'message 1 has no text',
		],
		[
			'an unknown key',
			line(user, {...mine, wait: 1}),
			'message 2 has an unknown key, "wait"',
		],
		[
			'an unknown role',
			line({...user, role: 'toString'}, mine),
			'message 1 has the role "toString"',
		],
		['no assistant', line(user), 'it has no message of the assistant'],
	])('%s', (_, bad, reason) => {
		const text = `${line(user, mine)}\n\n${bad}\n`;
		expect(() => parseJsonl(text)).toThrow(`Line 3: ${reason}`);
		expect(checkJsonl(text).examples).toHaveLength(1);
	});

	test('tells how many lines more are wrong', () => {
		expect(() => parseJsonl('{}\n{}\n{}')).toThrow('(and 2 more)');
	});

	test('a byte order mark, CRLF, developer, name and weight are fine', () => {
		const text = `\ufeff${line(
			{role: 'developer', content: 's'},
			{...user, name: 'anna'},
			{...mine, weight: 0},
		)}\r\n`;
		expect(parseJsonl(text)).toEqual([
			{messages: [{role: 'system', content: 's'}, user, mine]},
		]);
	});
});
