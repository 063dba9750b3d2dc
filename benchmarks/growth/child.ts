import {readFileSync} from 'node:fs';
import process from 'node:process';
import {readText} from '../../source/chats/files/read-text.ts';
import type {Chat} from '../../source/chats/message.ts';
import {buildDataset} from '../../source/dataset/build.ts';
import {toJsonl} from '../../source/dataset/jsonl.ts';
import {defaults} from '../../source/dataset/options.ts';
import {freeze} from '../../source/local/engine/freeze.ts';
import {learnVocabulary} from '../../source/local/engine/merges.ts';
import {emptyModels, learnStream} from '../../source/local/engine/observe.ts';
import {toStream} from '../../source/local/engine/stream.ts';
import {makeTokenizer} from '../../source/local/engine/tokenizer.ts';
import {countsAt} from '../../source/moderation/selection/table.ts';
import {distinctTexts} from '../../source/moderation/selection/texts.ts';
import {categories} from '../../source/moderation/types.ts';
import {buildTable} from '../../test/helpers/scored.ts';
import {makeChats} from '../dataset/chats.ts';

/*
One stage over so many messages, in a process of its own: `child.js STAGE MESSAGES [FILE]`. Writes the milliseconds of the
stage alone; what it is given is made before, and counts for the memory only.
*/
const [, , stage = '', count, file = ''] = process.argv;
const me = ['Nils', 'Dan Whitlock'];
const {signal} = new AbortController();

/** Whole chats, or the beginning of one. */
const chatsOf = (messages: number): Chat[] =>
	makeChats(messages).map(chat => ({
		...chat,
		messages: Array.from(chat.messages).slice(0, messages),
	}));

/** What a stage is given, and the stage itself. */
const stages: Record<string, () => (() => unknown) | Promise<() => unknown>> = {
	parse() {
		const bytes = readFileSync(file);
		return () => {
			let length = 0;
			for (const {text} of readText(bytes, file, file, {}).messages)
				length += text.length;
			return length;
		};
	},
	dataset() {
		const chats = chatsOf(Number(count));
		return () => {
			let length = 0;
			for (const line of toJsonl(
				buildDataset(chats, {...defaults, me, anonymize: false}).examples,
			))
				length += line.length;
			return length;
		};
	},
	selection() {
		const texts = distinctTexts(chatsOf(Number(count)));
		const scores = new Map(
			Array.from(texts.keys(), (text, index) => [
				text,
				categories.map((_, at) => ((index * 7919 + at * 104_729) % 997) / 997),
			]),
		);
		return () => {
			const table = buildTable(texts, scores);
			let kept = 0;
			for (let step = 0; step <= 100; step++)
				kept += countsAt(table, step / 100).keeps;
			return kept;
		};
	},
	async engine() {
		const {examples} = buildDataset(chatsOf(Number(count)), {
			...defaults,
			me,
		});
		// The vocabulary is learnt from as much at every size, as the engine does it too: what grows is counting.
		const tokenizer = makeTokenizer(
			await learnVocabulary(
				examples
					.slice(0, 300)
					.flatMap(({messages}) => messages.map(({content}) => content)),
				signal,
			),
		);
		return () => {
			const counts = emptyModels(tokenizer.size);
			for (const {messages} of examples)
				learnStream(counts, toStream(tokenizer, messages));
			freeze(counts.owner);
			freeze(counts.everyone);
			return counts.tokens;
		};
	},
};

const run = await stages[stage]?.();
if (!run) throw new Error(`There is no stage "${stage}".`);
const begun = performance.now();
if (!(await run())) throw new Error(`${stage} made nothing.`);
process.stdout.write(String(performance.now() - begun));
