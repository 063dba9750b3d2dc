import {senderAt, sendersOf} from '../chats/fields.ts';
import type {Chat} from '../chats/message.ts';
import type {Kept} from './columns.ts';
import type {DatasetOptions} from './types.ts';

/** Whether a sender is the owner: under any of the names given, whatever way the two are encoded. */
export function ownerTest(me: readonly string[]): (sender: string) => boolean {
	const names = new Set(me.map(sameName));
	const known = new Map<string, boolean>();
	return sender => {
		let mine = known.get(sender);
		if (mine === undefined) {
			mine = names.has(sameName(sender));
			known.set(sender, mine);
		}
		return mine;
	};
}

/** Two spellings of one name (composed or not, any kind of space, direction marks) become the same string. */
export const sameName = (name: string): string =>
	name
		.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
		.normalize('NFC')
		.replaceAll(/\s+/g, ' ')
		.trim();

/**
The label of each other sender: `Person1`, `Person2`… by first appearance in the chats as given, so stable across them;
their own names when nothing is anonymised. Messages of every kind count, so that the threshold of moderation renames nobody.
*/
export function labelSenders(
	chats: readonly Chat[],
	isMine: (sender: string) => boolean,
	anonymize: boolean,
): Map<string, string> {
	const labels = new Map<string, string>();
	const numbers = new Map<string, string>();
	for (const {messages} of chats)
		for (const sender of sendersOf(messages)) {
			if (labels.has(sender) || isMine(sender)) continue;
			const name = sameName(sender);
			const label =
				numbers.get(name) ?? (anonymize ? `Person${numbers.size + 1}` : name);
			numbers.set(name, label);
			labels.set(sender, label);
		}
	return labels;
}

/** Rule 7: whether the originals in a chat's user turns are prefixed. A group has two or more other senders. */
export function isPrefixed(
	{messages}: Chat,
	{index, mine}: Pick<Kept, 'index' | 'mine'>,
	prefix: DatasetOptions['prefix'],
): boolean {
	if (prefix !== 'group') return prefix === 'always';
	let other: string | undefined;
	for (const [position, place] of index.entries()) {
		if (mine[position] === 1) continue;
		const sender = senderAt(messages, place) ?? '';
		other ??= sameName(sender);
		if (sender !== other && sameName(sender) !== other) return true;
	}
	return false;
}
