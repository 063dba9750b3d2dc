import type {Chat} from '../chats/message.ts';
import type {Watch} from './anonymize/anonymize.ts';
import {occurring} from './anonymize/occurring.ts';
import type {ChatTable} from './columns.ts';
import {outlineChats} from './outline.ts';
import {provenanceOf} from './provenance.ts';
import {isPrefixed, ownerTest} from './speakers.ts';
import {tabulate} from './table.ts';
import type {BuiltExample, Dataset, DatasetOptions} from './types.ts';
import {makeWriter} from './writer.ts';

export type {Dataset} from './types.ts';

/**
Messages become training examples by the rules of design, section 5; the same input and options give the same result.
`isDropped` is moderation: whether a text stays out; `watch` sees what anonymisation finds. Options are taken as sound (`optionProblems`).
*/
export function buildDataset(
	chats: readonly Chat[],
	options: DatasetOptions,
	isDropped?: (text: string) => boolean,
	watch?: Watch,
): Dataset {
	const steps = buildInSteps(chats, options, isDropped, watch);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** Examples that are written before a pause: a few milliseconds. */
const step = 200;

/** The same with pauses, so that a screen can be drawn in between. */
export function* buildInSteps(
	chats: readonly Chat[],
	options: DatasetOptions,
	isDropped?: (text: string) => boolean,
	watch?: Watch,
): Generator<void, Dataset> {
	const judges = {
		isMine: ownerTest(options.me),
		levelOf: isDropped ? (text: string) => (isDropped(text) ? 1 : 0) : null,
	};
	const tables: ChatTable[] = [];
	for (const chat of chats) {
		tables.push(tabulate(chat, judges));
		yield;
	}
	const outline = outlineChats(tables, {...options, threshold: 0});
	yield;
	const writer = makeWriter(chats, options, watch);
	const examples: BuiltExample[] = [];
	const validation: BuiltExample[] = [];
	for (const [place, own] of outline.chats.entries()) {
		const {forChat} = writer;
		const prefixed = isPrefixed(chats[place] as Chat, own.kept, options.prefix);
		const {example} = forChat(place, tables[place] as ChatTable, prefixed);
		for (let index = 0; index < own.cuts.length; index++) {
			if (index % step === step - 1) yield;
			(index < own.training ? examples : validation).push(
				example(provenanceOf(own, index, place, options.pairs)),
			);
		}
	}
	yield;
	const {mapping, ambiguousNames} = writer;
	return {
		examples,
		validation,
		counts: outline.counts,
		mapping,
		ambiguousNames: occurring(ambiguousNames, [...examples, ...validation]),
	};
}
