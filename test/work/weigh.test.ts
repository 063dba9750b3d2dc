import fc from 'fast-check';
import {expect, test} from 'vitest';
import {buildDataset} from '../../source/dataset/build.ts';
import {openTokenCounter} from '../../source/dataset/count/count.ts';
import {createDesk, type Effect} from '../../source/dataset/desk.ts';
import {distributionOf} from '../../source/dataset/distribution.ts';
import {ownerTest} from '../../source/dataset/speakers.ts';
import {tabulate} from '../../source/dataset/table.ts';
import {billable} from '../../source/dataset/tokens.ts';
import type {DatasetOptions} from '../../source/dataset/types.ts';
import {weigh} from '../../source/work/weigh.ts';
import {chatOf, type Line, optionsOf} from '../dataset/samples.ts';

const {signal} = new AbortController();
const counter = openTokenCounter(Number.POSITIVE_INFINITY);

const texts = [
	'hi',
	'ok!!',
	'na sowas…',
	'😂😂',
	'ask Anna Lee, 0170 1234567',
	'two\nlines?',
	'(see https://example.org)',
	'x = 3;',
	'日本語',
];
const line = fc.record({
	sender: fc.constantFrom('me', 'me', 'Anna Lee', 'Ben'),
	hours: fc.constantFrom(0, 0, 1, 9),
	text: fc.constantFrom(...texts),
	kind: fc.constantFrom('text' as const, 'text' as const, 'media' as const),
});
const chat = fc.array(line, {maxLength: 40}).map(lines => {
	let hours = 24;
	return chatOf(
		lines.map(({sender, hours: more, text, kind}): Line => {
			hours = Math.min(hours + more, 27 * 24);
			const day = String(Math.floor(hours / 24)).padStart(2, '0');
			const hour = String(hours % 24).padStart(2, '0');
			const written = kind === 'media' ? '<Media omitted>' : text;
			return [sender, `${day} ${hour}:00`, written, kind];
		}),
	);
});
const rules: fc.Arbitrary<Partial<DatasetOptions>> = fc.record({
	pairs: fc.boolean(),
	separateReplies: fc.boolean(),
	openers: fc.constantFrom('keep' as const, 'nudge' as const),
	prefix: fc.constantFrom('none' as const, 'group' as const, 'always' as const),
	keepPlaceholders: fc.constantFrom([], ['media' as const]),
	maxMessages: fc.constantFrom(2, 50),
	system: fc.constantFrom('', 'Be me.'),
	validation: fc.constantFrom(0, 0.3),
	anonymize: fc.boolean(),
});

/** What the screens show, as they come to it. */
async function counted(
	chats: Parameters<typeof weigh>[0],
	options: DatasetOptions,
): Promise<Effect> {
	const judges = {isMine: ownerTest(options.me), levelOf: null};
	const desk = createDesk(chats.map(chat => tabulate(chat, judges)));
	const steps = weigh(chats, options, counter, signal);
	for (;;) {
		const step = await steps.next();
		if (!step.done) continue;
		desk.weigh('all', step.value);
		return desk.answer({
			options: {...options, threshold: 1},
			seek: {type: 'none'},
			weights: 'all',
		});
	}
}

test('what a desk measures is what is built and counted', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(chat, {minLength: 1, maxLength: 3}),
			rules,
			async (chats, changes) => {
				const options = optionsOf(changes);
				const {counts, measure} = await counted(chats, options);
				const built = buildDataset(chats, options);
				const tokens = await counter.perExample(built.examples, signal);
				const entries = built.examples.map(({messages}) =>
					messages.filter(({role}) => role !== 'system'),
				);
				expect(counts).toEqual(built.counts);
				expect(measure).toEqual({
					replies: entries.flat().filter(({role}) => role === 'assistant')
						.length,
					turns: distributionOf(entries.map(({length}) => length)),
					tokens: {
						epoch: billable(tokens),
						perExample: distributionOf(tokens),
						overLimit: 0,
					},
				});
			},
		),
		{numRuns: 60},
	);
});

test('other weights than those asked for count nothing', async () => {
	const desk = createDesk([]);
	desk.weigh('one', {chats: [], system: 0});
	const ask = (weights: string | null) =>
		desk.answer({
			options: {...optionsOf(), threshold: 1},
			seek: {type: 'none'},
			weights,
		}).measure.tokens;
	expect(ask('one')).not.toBeNull();
	expect([ask('other'), ask(null)]).toEqual([null, null]);
});
