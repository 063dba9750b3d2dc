import {KINDS} from '../chats/columns.ts';
import {type Fields, fieldsOf} from '../chats/fields.ts';
import type {Chat, MessageKind} from '../chats/message.ts';
import {
	type PlaceholderKind,
	placeholderKind,
	placeholderKinds,
} from '../chats/placeholders.ts';
import type {ChatTable} from './columns.ts';

/** Whitespace, controls and characters that leave no ink, such as the zero-width ones that people send as empty messages. */
const blank = /^[\s\p{Cc}\p{DI}\u2800]*$/u;

/** What a message can be, as a column holds it: a text, why it stays out, or, from `firstPlaceholder` on, a placeholder. */
const fates = ['text', 'system', 'deleted', 'blank'] as const;
export const firstPlaceholder = fates.length;

export type Fate = (typeof fates)[number];

export const fateOf = (code: number): Fate | undefined => fates[code];
export const placeholderOf = (code: number): PlaceholderKind =>
	placeholderKinds[code - firstPlaceholder] ?? 'media';

/** What a table is made by: whose messages are the owner's, and what moderation says of a text (null for no moderation). */
export type Judges = {
	isMine: (sender: string) => boolean;
	levelOf: ((text: string) => number) | null;
};

export const tabulate = (chat: Chat, judges: Judges): ChatTable => {
	const steps = tabulateInSteps(chat, judges, chat.messages.length);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
};

/** The same with a pause behind every `step` messages, so that a screen can be drawn in between. */
export function* tabulateInSteps(
	{messages}: Chat,
	{isMine, levelOf}: Judges,
	step: number,
): Generator<void, ChatTable> {
	const fields = fieldsOf(messages);
	const {length, time, names, sender, kind} = fields.columns;
	const seconds = time.slice();
	const mine = new Uint8Array(length);
	const fate = new Uint8Array(length);
	const level = levelOf && new Float64Array(length);
	const own = names.map(name => name !== null && isMine(name));
	let hasPartner = false;
	for (let at = 0; at < length; at++) {
		if (at > 0 && at % step === 0) yield;
		const person = sender[at] as number;
		fate[at] = codeOf(fields, at, KINDS[kind[at] as number], person !== 0);
		if (level && fate[at] === 0) level[at] = levelOf(fields.textAt(at));
		if (person === 0) continue;
		if (own[person]) mine[at] = 1;
		else hasPartner = true;
	}
	return {seconds, mine, fate, level, hasPartner};
}

function codeOf(
	fields: Fields,
	at: number,
	kind: MessageKind | undefined,
	isSent: boolean,
): number {
	if (kind === 'text' && isSent)
		// Most texts begin with an ASCII sign that has ink, which is seen sooner.
		return !fields.hasInkAt(at) && blank.test(fields.textAt(at))
			? code('blank')
			: code('text');
	if (kind === 'deleted') return code('deleted');
	return kind === 'media' && isSent
		? firstPlaceholder +
				placeholderKinds.indexOf(placeholderKind(fields.textAt(at)))
		: code('system');
}

const code = (fate: Fate): number => fates.indexOf(fate);

/** How many placeholders of each kind there are; kinds without any are left out. */
export function countPlaceholders(
	tables: readonly ChatTable[],
): Map<PlaceholderKind, number> {
	const counts = new Uint32Array(firstPlaceholder + placeholderKinds.length);
	for (const {fate} of tables)
		for (const code of fate) counts[code] = (counts[code] ?? 0) + 1;
	return new Map(
		placeholderKinds.flatMap((kind, at) => {
			const count = counts[firstPlaceholder + at] ?? 0;
			return count > 0 ? [[kind, count]] : [];
		}),
	);
}
