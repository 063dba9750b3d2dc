import {placeholderKinds} from '../chats/placeholders.ts';
import {toSeconds} from '../chats/timestamp.ts';
import type {ChatTable, Kept} from './columns.ts';
import {fateOf, firstPlaceholder} from './table.ts';
import type {DatasetOptions, Dropped} from './types.ts';

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
	const isKept = new Uint8Array(tooRude + 1);
	isKept[0] = 1;
	for (const kind of keepPlaceholders)
		isKept[firstPlaceholder + placeholderKinds.indexOf(kind)] = 1;
	const out = new Uint32Array(isKept.length);
	const most = fate.length;
	const index = new Int32Array(most);
	const times = new Float64Array(most);
	const own = new Uint8Array(most);
	let length = 0;
	for (let at = 0; at < most; at++) {
		const time = seconds[at] as number;
		let code = fate[at] as number;
		if (time < oldest) code = tooOld;
		else if (code === 0 && level !== null && (level[at] as number) > threshold)
			code = tooRude;
		(out[code] as number)++;
		// What is not kept is written over by the next: quicker than asking, as nobody can guess which.
		index[length] = at;
		times[length] = time;
		own[length] = mine[at] as number;
		length += isKept[code] as number;
	}
	for (const [code, count] of out.entries())
		if (!isKept[code]) dropped[reasonOf(code)] += count;
	return {
		kept: {
			length,
			index: index.subarray(0, length),
			seconds: times.subarray(0, length),
			mine: own.subarray(0, length),
		},
		dropped,
	};
}

/** Reasons that no table knows, in the place of a fate. */
const tooOld = firstPlaceholder + placeholderKinds.length;
const tooRude = tooOld + 1;

function reasonOf(code: number): keyof Dropped {
	if (code === tooOld) return 'since';
	if (code === tooRude) return 'moderation';
	const fate = fateOf(code);
	return fate === undefined || fate === 'text' ? 'media' : fate;
}
