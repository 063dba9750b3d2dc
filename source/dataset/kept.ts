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
	const most = fate.length;
	const kept: Kept = {
		length: 0,
		index: new Int32Array(most),
		seconds: new Float64Array(most),
		mine: new Uint8Array(most),
	};
	let length = 0;
	for (let at = 0; at < most; at++) {
		const code = fate[at] as number;
		const time = seconds[at] as number;
		if (time < oldest) dropped.since++;
		else if (code === 0 && level && (level[at] as number) > threshold)
			dropped.moderation++;
		else if (isKept[code]) {
			kept.index[length] = at;
			kept.seconds[length] = time;
			kept.mine[length++] = mine[at] as number;
		} else (out[code] as number)++;
	}
	for (const [code, count] of out.entries()) {
		const reason = fateOf(code) ?? 'media';
		if (reason !== 'text') dropped[reason] += count;
	}
	return {kept: upTo(kept, length), dropped};
}

const upTo = ({index, seconds, mine}: Kept, length: number): Kept => ({
	length,
	index: index.subarray(0, length),
	seconds: seconds.subarray(0, length),
	mine: mine.subarray(0, length),
});
