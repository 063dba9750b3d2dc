import type {Kept} from './columns.ts';

/**
Rule 1: a message more than `gapHours` after the previous kept one starts a new conversation.
Exactly that long is no gap; clocks that were set back make none either.
@returns the positions at which conversations start
*/
export function splitAtGaps(
	{length, seconds}: Pick<Kept, 'length' | 'seconds'>,
	gapHours: number,
): number[] {
	const most = gapHours * 3600;
	const starts: number[] = length > 0 ? [0] : [];
	let before = seconds[0] ?? 0;
	for (let at = 1; at < length; at++) {
		const now = seconds[at] as number;
		if (now - before > most) starts.push(at);
		before = now;
	}
	return starts;
}

/** Seconds from the kept message before a conversation's first to it; null at the start of a chat, and at its end. */
export const gapAt = (
	{length, seconds}: Pick<Kept, 'length' | 'seconds'>,
	position: number,
): number | null =>
	position > 0 && position < length
		? (seconds[position] as number) - (seconds[position - 1] as number)
		: null;
