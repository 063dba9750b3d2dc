import {sendersOf} from '../chats/fields.ts';
import type {Chat} from '../chats/message.ts';
import {
	type Anonymizer,
	makeAnonymizer,
	type Watch,
} from './anonymize/anonymize.ts';
import type {ChatTable} from './columns.ts';
import {makeExample, type Writing, writeLine} from './example.ts';
import {labelSenders, ownerTest, sameName} from './speakers.ts';
import type {BuiltExample, DatasetOptions, Provenance} from './types.ts';

/** The options that decide how examples are written; the others decide which there are. */
export type WriterOptions = Pick<
	DatasetOptions,
	| 'me'
	| 'separateReplies'
	| 'sources'
	| 'system'
	| 'anonymize'
	| 'replaceNames'
	| 'keepNames'
	| 'regions'
>;

/** Writes what is trained on: labels for names, and what is in the texts replaced. */
export type Writer = {
	/** @param prefixed whether rule 7 puts labels in front of others' messages */
	forChat(place: number, table: ChatTable, prefixed: boolean): ChatWriter;
	/** Each other sender and the label used for them, by first appearance. */
	mapping: [name: string, label: string][];
	/** See `Dataset`. */
	ambiguousNames: string[];
};

export type ChatWriter = {
	example(provenance: Provenance): BuiltExample;
	/** One message as it stands in an example. */
	line(index: number): string;
	/** The label of whom the owner begins to write to, where nobody answers. */
	partner: string | null;
};

/** @param watch sees what anonymisation finds, text by text */
export function makeWriter(
	chats: readonly Chat[],
	options: WriterOptions,
	watch?: Watch,
): Writer {
	const isMine = ownerTest(options.me);
	const labels = labelSenders(chats, isMine, options.anonymize);
	const anonymizer: Anonymizer | null = options.anonymize
		? makeAnonymizer(labels, options, watch)
		: null;
	const mapping = new Map(
		[...labels].map(([name, label]) => [sameName(name), label]),
	);
	return {
		forChat(place, table, prefixed) {
			const chat = chats[place] as Chat;
			const writing: Writing = {
				chat,
				table,
				options,
				labels,
				partner: findPartner(chat, labels),
				prefixed,
				anonymize: anonymizer?.forChat(chat) ?? ((text: string) => text),
			};
			return {
				example: provenance => makeExample(provenance, writing),
				line: index => writeLine(index, writing),
				partner: writing.partner,
			};
		},
		mapping: [...mapping],
		ambiguousNames: anonymizer?.ambiguousNames ?? [],
	};
}

/** The label of the first other sender of a chat. */
function findPartner(
	chat: Chat,
	labels: ReadonlyMap<string, string>,
): string | null {
	for (const sender of sendersOf(chat.messages)) {
		const label = labels.get(sender);
		if (label !== undefined) return label;
	}
	return null;
}
