import {placeholderKinds} from '../chats/placeholders.ts';
import {toSeconds} from '../chats/timestamp.ts';
import {fateOf, firstPlaceholder} from './table.ts';
import type {ChatTable, DatasetOptions, Dropped, Kept} from './types.ts';

/** No count yet. */
export const noneDropped = (): Dropped => ({
	since: 0,
	moderation: 0,
	media: 0,
	system: 0,
	deleted: 0,
	blank: 0,
	rolloverEnd: 0,
	rolloverOld: 0,
	openers: 0,
	invalid: 0,
	perChat: 0,
});

/** What decides which messages are kept. */
export type KeepOptions = Pick<DatasetOptions, 'since' | 'keepPlaceholders'> & {
	/** A text whose level (`ChatTable.level`) is greater stays out. */
	threshold: number;
};

export type KeptMessages = {kept: Kept; dropped: Dropped};

/**
The messages that conversations are made of: kind `text`, not blank, not above the threshold of moderation (design, section
5), and the placeholders asked for; none older than `since`. With them, how many are dropped for what.
*/
export function keepMessages(
	{seconds, mine, fate, level}: ChatTable,
	{since, keepPlaceholders, threshold}: KeepOptions,
): KeptMessages {
	const dropped = noneDropped();
	const oldest = since
		? toSeconds(`${since}T00:00:00`)
		: Number.NEGATIVE_INFINITY;
	const isKept = new Uint8Array(firstPlaceholder + placeholderKinds.length);
	isKept[0] = 1;
	for (const kind of keepPlaceholders)
		isKept[firstPlaceholder + placeholderKinds.indexOf(kind)] = 1;
	const out = new Uint32Array(isKept.length);
	const index = new Int32Array(fate.length);
	let length = 0;
	for (let at = 0; at < fate.length; at++) {
		const code = fate[at] as number;
		if ((seconds[at] as number) < oldest) dropped.since++;
		else if (code === 0 && level && (level[at] as number) > threshold)
			dropped.moderation++;
		else if (isKept[code]) index[length++] = at;
		else out[code] = (out[code] as number) + 1;
	}
	for (const [code, count] of out.entries()) {
		const reason = fateOf(code) ?? 'media';
		if (reason !== 'text') dropped[reason] += count;
	}
	return {kept: pick(index.subarray(0, length), seconds, mine), dropped};
}

function pick(
	index: Int32Array,
	seconds: Float64Array,
	mine: Uint8Array,
): Kept {
	const {length} = index;
	const kept = {
		length,
		index,
		seconds: new Float64Array(length),
		mine: new Uint8Array(length),
	};
	for (let at = 0; at < length; at++) {
		const place = index[at] as number;
		kept.seconds[at] = seconds[place] as number;
		kept.mine[at] = mine[place] as number;
	}
	return kept;
}
