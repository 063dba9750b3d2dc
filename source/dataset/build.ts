import type {Chat} from '../chats/message.ts';
import {makeAnonymizer, type Watch} from './anonymize/anonymize.ts';
import {makeExample} from './example.ts';
import {outlineChats} from './outline.ts';
import {isPrefixed, labelSenders, ownerTest, sameName} from './speakers.ts';
import {tabulate} from './table.ts';
import type {
	BuiltExample,
	ChatTable,
	Dataset,
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
	const tables = chats.map(chat => tabulate(chat, {isMine, isDropped}));
	const outline = outlineChats(tables, options);
	const examples: BuiltExample[] = [];
	const validation: BuiltExample[] = [];
	for (const [place, chatOutline] of outline.chats.entries()) {
		const chat = chats[place] as Chat;
		const writing = {
			chat,
			place,
			table: tables[place] as ChatTable,
			outline: chatOutline,
			options,
			labels,
			partner: findPartner(chat, labels),
			prefixed: isPrefixed(chat, chatOutline.kept, options.prefix),
			anonymize: anonymizer?.forChat(chat) ?? ((text: string) => text),
		};
		for (const [index, cut] of chatOutline.cuts.entries())
			(index < chatOutline.training ? examples : validation).push(
				makeExample(cut, writing),
			);
	}
	const mapping = new Map(
		[...labels].map(([name, label]) => [sameName(name), label]),
	);
	return {
		examples,
		validation,
		counts: outline.counts,
		mapping: [...mapping],
		ambiguousNames: anonymizer?.ambiguousNames ?? [],
	};
}

/** The label of the first other sender of a chat. */
function findPartner(
	chat: Chat,
	labels: ReadonlyMap<string, string>,
): string | null {
	for (const {sender} of chat.messages) {
		const label = sender === null ? undefined : labels.get(sender);
		if (label !== undefined) return label;
	}
	return null;
}
