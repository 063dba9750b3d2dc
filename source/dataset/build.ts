import type {Chat} from '../chats/message.ts';
import {makeAnonymizer, type Watch} from './anonymize/anonymize.ts';
import {buildChat} from './chat.ts';
import {holdOutCount} from './holdout.ts';
import {noneDropped} from './kept.ts';
import {labelSenders, ownerTest, sameName} from './speakers.ts';
import type {
	BuiltExample,
	Dataset,
	DatasetCounts,
	DatasetOptions,
} from './types.ts';

export type {Dataset} from './types.ts';

/**
Messages become training examples by the rules of design, section 5; the same input and options give the same result.
`isDropped` is moderation: whether a text stays out; `watch` sees what anonymisation finds. Options are taken as sound (`optionProblems`).
*/
export function buildDataset(
	chats: readonly Chat[],
	options: DatasetOptions,
	isDropped: (text: string) => boolean = () => false,
	watch?: Watch,
): Dataset {
	const isMine = ownerTest(options.me);
	const labels = labelSenders(chats, isMine, options.anonymize);
	const anonymizer = options.anonymize
		? makeAnonymizer(labels, options, watch)
		: null;
	const counts = noCounts();
	const examples: BuiltExample[] = [];
	const validation: BuiltExample[] = [];
	for (const [place, chat] of chats.entries()) {
		const built = buildChat(chat, place, {
			options,
			isMine,
			isDropped,
			labels,
			anonymize: anonymizer?.forChat(chat) ?? (text => text),
			counts,
		});
		const split = built.length - holdOutCount(built.length, options.validation);
		for (const [index, example] of built.entries())
			(index < split ? examples : validation).push(example);
	}
	counts.examples = examples.length;
	counts.validationExamples = validation.length;
	const mapping = new Map(
		[...labels].map(([name, label]) => [sameName(name), label]),
	);
	return {
		examples,
		validation,
		counts,
		mapping: [...mapping],
		ambiguousNames: anonymizer?.ambiguousNames ?? [],
	};
}

const noCounts = (): DatasetCounts => ({
	chats: 0,
	messages: 0,
	kept: 0,
	dropped: noneDropped(),
	examples: 0,
	validationExamples: 0,
	conversations: 0,
	rolledOver: 0,
	oldestRollover: 0,
	sizeSplits: 0,
	oversized: 0,
	nudges: 0,
});
