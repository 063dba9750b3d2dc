import type {Kept} from './types.ts';

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
	for (let at = 1; at < length; at++)
		if ((seconds[at] as number) - (seconds[at - 1] as number) > most)
			starts.push(at);
	return starts;
}
