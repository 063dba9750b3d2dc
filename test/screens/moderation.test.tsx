import {expect, test} from 'vitest';
import {findProvider} from '../../source/provider/providers.ts';
import {keys} from '../helpers/screen.ts';
import {createModerator, limit, refusal} from '../moderation/moderator.ts';
import {exportWith, open, type Program} from './program.tsx';

const files = {'WhatsApp Chat with Ada.txt': exportWith(30)};
const patience = 15_000;
const both = {providers: ['local' as const, 'openai' as const]};

/** The program with an endpoint of OpenAI's in this process. */
async function openWith(moderator = createModerator()) {
	const program = await open({
		files,
		start: both,
		change: ({connect}) => ({
			connect: async (name, baseURL) =>
				name === 'openai'
					? {
							client: moderator.client,
							provider: findProvider('openai'),
							async close() {},
						}
					: connect(name, baseURL),
		}),
	});
	await toThreshold(program);
	return {...program, moderator};
}

async function toThreshold({until, press}: Program): Promise<void> {
	await until('Ada');
	await press('a');
	await until(
		screen => screen.includes('1 picked') && !/reading|comparing/.test(screen),
		patience,
	);
	await press(keys.enter);
	await until(/❯ Mika/, patience);
	await press(keys.enter);
	await until('keeps', patience);
}

test('texts go to OpenAI after the consent, and no text goes before', async () => {
	const {press, until, moderator} = await openWith();
	await press('s');
	const consent = await until('Let OpenAI score your messages?');
	expect(consent).toMatch(/Leaves: 60 distinct texts of 60 messages/);
	expect(consent).toMatch(/as they are\s+written/);
	expect(consent).toMatch(/Stays: who wrote, when/);
	await press(keys.escape);
	await until('word lists (local-lexicon)');
	expect(moderator.requests).toEqual([]);
	await press('s', keys.enter);
	await until('Scored by OpenAI (omni-moderation-latest)');
	expect(moderator.requests.flat().sort()).toHaveLength(60);
	await until(/drops \d+/);
});

test('a scan that waits says why and until when; it is paused, looked at early, and goes on', async () => {
	const moderator = createModerator();
	moderator.faults = [null, limit({'retry-after': '7200'})];
	const {press, until, text} = await openWith(moderator);
	await press('s', keys.enter);
	await until('OpenAI has a rate limit. It goes on by itself at');
	expect(text()).toMatch(/32 of 60 distinct texts/);
	await press(' ');
	await until('Paused. What is scored stays scored.');
	await press(keys.enter);
	// It fails closed.
	await until('28 messages without scores stay out');
	await press('r');
	await until(/keeps 60/, patience);
	expect(moderator.requests.flat()).toHaveLength(32 + 28 + 28);
});

test('a scan that stops says what to do, and keeps what it has', async () => {
	const moderator = createModerator();
	moderator.faults = [null, () => refusal(401, 'invalid_api_key')];
	const {press, until} = await openWith(moderator);
	await press('s', keys.enter);
	await until('OpenAI does not accept the API key.');
	await press('r');
	await until('Scored by OpenAI');
	expect(moderator.requests.flat()).toHaveLength(60 + 28);
});

test('a text that was dropped by hand stays dropped in the next run', async () => {
	const first = await openWith();
	const lists = first.text();
	const [, text = ''] = /❯ ✔ (\S+ \d+)/.exec(lists) ?? [];
	await first.press(' ');
	await first.until('drops 1');
	await first.press(keys.tab, keys.tab);
	await first.until('dropped by hand');
	const again = await open({
		files,
		change: () => ({home: first.services.home}),
	});
	await toThreshold(again);
	await again.until('drops 1', patience);
	expect(text).not.toBe('');
});

test.each([
	[60, 16],
	[80, 24],
	[120, 36],
	[140, 40],
])('everything fits at %d×%d', async (columns, rows) => {
	const {press, until, resize, text} = await openWith();
	await resize({columns, rows});
	await until(/keeps 60/);
	await until(/60 examples|\d+ examples? · [\d,]+ tokens/);
	for (const name of ['dropped most often', 'by hand', 'categories']) {
		await press(keys.tab);
		await until(`● ${name}`);
	}
	await until('harassment');
	await press(keys.down, ' ');
	await until('◯ harassment');
	await press('.', '3', keys.enter);
	await until('=0.30');
	for (const line of text().split('\n'))
		expect(line.length).toBeLessThanOrEqual(columns);
});

test('a text that is refused is listed with the reason, and kept by hand', async () => {
	const moderator = createModerator();
	moderator.poison.set('answer 28, more bread please', () =>
		refusal(400, 'invalid_input'),
	);
	const {press, until} = await openWith(moderator);
	await press('s', keys.enter);
	await until('1 message without scores (1 refused: tab) stays out');
	await press(keys.tab, keys.tab);
	await until(/❯ ✗ answer 28, more bread please +refused: 400/);
	await until(
		'refused (400: Told invalid_input): it stays out, space keeps it',
	);
	await press(' ');
	await until(/answer 28, more bread please +kept by hand/);
	await until(/keeps 60/, patience);
});
