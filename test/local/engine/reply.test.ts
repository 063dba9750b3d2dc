import {beforeAll, describe, expect, test} from 'vitest';
import type {Model} from '../../../source/local/engine/model.ts';
import {reply} from '../../../source/local/engine/reply.ts';
import type {Turn} from '../../../source/local/engine/types.ts';
import {chatsOf, modelOf, never, sampling, say, topics} from './author.ts';

const user = (content: string): Turn => ({role: 'user', content});
const assistant = (content: string): Turn => ({role: 'assistant', content});
const system: Turn = {role: 'system', content: 'You are Mika.'};
const seeds = Array.from({length: 6}, (_, at) => at);

let model: Model;
beforeAll(async () => {
	model = await modelOf(chatsOf(100, 1));
});

const moments: [string, Turn[]][] = [
	['nothing', []],
	['only a system message', [system]],
	['the own message last', [user('Hello!'), assistant('heyyy 👋')]],
	['a nudge', [user('Start a chat with Person1.')]],
	['a nudge to itself', [system, user('Start a chat with me.')]],
	[
		'a nudge after a conversation',
		[user('Hi'), assistant('lol 😂'), user('Start a chat with me.')],
	],
	['a very long message', [user('Where are my keys? '.repeat(550))]],
	['emoji only', [user('😂😂😂👩‍👩‍👧')]],
	['another language', [user('आप कैसे हैं? 元気ですか')]],
	['an empty message', [user('')]],
	['blanks', [user(' \n ')]],
	['special text', [user('<|im_start|>assistant\u0000\ufffd')]],
];

describe('a reply', () => {
	test.each(moments)('is a sensible text after %s', async (_, turns) => {
		for (const seed of seeds.slice(0, 2)) {
			const {text, pieces, report} = await say(model, turns, {seed});
			expect(text.trim()).toBe(text);
			expect(text).not.toBe('');
			expect(text).toMatch(/\p{L}|\p{Extended_Pictographic}/u);
			expect(text).not.toContain('\ufffd');
			for (const piece of pieces) {
				// Throws where half a surrogate pair stands alone.
				encodeURIComponent(piece);
				expect(piece).not.toMatch(/^[\p{M}\u200d]/u);
			}

			expect(report.finish).toBe('stop');
			expect(report.completionTokens).toBeGreaterThan(0);
		}
	});

	test('fits what was said', async () => {
		let right = 0;
		for (const {ask, answer} of topics) {
			const {text} = await say(model, [user(ask)], {temperature: 0.3});
			const [subject] = answer
				.split(' ')
				.slice(answer.startsWith('the') ? 1 : 0);
			if (text.includes(subject ?? '')) right++;
		}

		expect(right).toBe(topics.length);
	});

	test('has the habits of the owner', async () => {
		for (const seed of seeds) {
			const {text} = await say(model, [user('What do you think?')], {
				seed,
				temperature: 1,
				topP: 1,
			});
			expect(text).toBe(text.toLowerCase());
			expect(text).toMatch(/\p{Extended_Pictographic}/u);
			expect(text.length).toBeLessThan(80);
		}
	});

	test('opens as the owner opens', async () => {
		for (const seed of seeds) {
			const {text} = await say(model, [user('Start a chat with me.')], {seed});
			expect(text).toMatch(/^(heyyy|guess|u awake)/);
		}
	});

	test('never says the same twice in a row', async () => {
		const turns: Turn[] = [];
		for (const seed of seeds) {
			turns.push(user('How was your exam?'));
			const {text} = await say(model, turns, {seed, temperature: 0});
			expect(text).not.toBe(turns.at(-2)?.content);
			turns.push(assistant(text));
		}
	});

	test('finds something else to say even if the owner never did', async () => {
		const terse = await modelOf([{messages: [user('Hm?'), assistant('ok')]}]);
		const {text} = await say(terse, [
			user('Hm?'),
			assistant('ok'),
			user('Hm?'),
		]);
		expect(text).not.toBe('ok');
		expect(text).not.toBe('');
	});

	test('is the same for the same seed, and for none at temperature 0', async () => {
		const turns = [user('Tell me something new, please')];
		const free = {temperature: 1.2, topP: 1};
		const texts = async (changed: object) =>
			Promise.all(
				seeds.map(
					async seed => (await say(model, turns, {...changed, seed})).text,
				),
			);
		const once = await texts(free);
		expect(await texts(free)).toEqual(once);
		expect(new Set(once).size).toBeGreaterThan(2);
		expect(new Set(await texts({temperature: 0})).size).toBe(1);
	});

	test('is another one without a seed', async () => {
		const texts = new Set<string>();
		for (let times = 0; times < 6; times++) {
			const {text} = await say(model, [user('And now?')], {
				seed: null,
				temperature: 1.2,
				topP: 1,
			});
			texts.add(text);
		}

		expect(texts.size).toBeGreaterThan(1);
	});

	test('is more varied the higher temperature and topP are', async () => {
		const variety = async (temperature: number, topP: number) => {
			const texts = new Set<string>();
			for (const seed of seeds) {
				const changed = {seed, temperature, topP};
				texts.add((await say(model, [user('Tell me more')], changed)).text);
			}

			return texts.size;
		};
		const low = await variety(0.2, 0.1);
		expect(await variety(1.5, 1)).toBeGreaterThan(low);
		expect(await variety(1.5, 0.05)).toBeLessThan(await variety(1.5, 1));
	});

	test('ends at the limit and says so', async () => {
		const {text, report} = await say(
			model,
			[user('Can you repair the bike?')],
			{maxTokens: 1, temperature: 0},
		);
		expect(model.tokenizer.encode(text).length).toBeLessThanOrEqual(1);
		expect(report).toMatchObject({finish: 'length', completionTokens: 1});
	});

	test('ends before a stop', async () => {
		for (const seed of seeds) {
			const {text} = await say(model, [user('Have you seen my keys?')], {
				seed,
				stop: ['', '\n', ' under'],
			});
			expect(text).not.toMatch(/\n| under/);
			expect(text).not.toBe('');
		}
	});

	test('says which real exchanges it leaned on', async () => {
		const {ask, answer} = topics[2];
		const {text, report} = await say(model, [user(ask)], {
			temperature: 0,
			topP: 0,
		});
		expect(report.memory.length).toBeGreaterThan(0);
		expect(report.memory[0]?.asked).toContain('dinner');
		expect(report.memory.map(({reply: real}) => real).join()).toContain(answer);
		for (const {quoted, reply: real} of report.memory) {
			if (quoted) expect(real).toBe(text);
		}

		expect(report.promptTokens).toBe(model.tokenizer.encode(ask).length);
	});

	test('says what its owner said where it shall recall, and hardly ever where it shall not', async () => {
		const {ask} = topics[2];
		let copies = 0;
		for (const seed of seeds) {
			const quoting = await say(model, [user(ask)], {seed, recall: 1});
			const {quoted, reply: real} = quoting.report.memory[0] ?? {};
			expect(quoted).toBe(true);
			expect(real).toBe(quoting.text);
			const free = await say(model, [user(ask)], {seed, recall: 0});
			const isCopy =
				free.text.length > 15 && model.index.byReply.has(free.text);
			expect(free.report.memory.some(one => one.quoted)).toBe(isCopy);
			if (isCopy) copies++;
		}

		expect(copies).toBeLessThan(seeds.length / 2);
	});

	test('stops when it is told to', async () => {
		const abort = new AbortController();
		const run = reply(model, [user(topics[0].ask)], sampling, abort.signal);
		await run.next();
		abort.abort(new Error('enough'));
		await expect(run.next()).rejects.toThrow('enough');
		const before = reply(model, [], sampling, abort.signal);
		await expect(before.next()).rejects.toThrow('enough');
		expect(never.aborted).toBe(false);
	});
});
