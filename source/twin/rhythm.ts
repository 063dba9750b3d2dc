/** Seconds between the messages of one burst of the owner's, ascending; empty where no times are known. */
export type Rhythm = readonly number[];

/** A longer pause is no burst any more. */
const longestPause = 120;
const fewest = 20;

/** The rhythm in the pauses of a data set. Exports that tell the minute only tell nothing of it. */
export function rhythmOf(pauses: readonly number[]): Rhythm {
	const inBurst = pauses.filter(pause => pause >= 0 && pause <= longestPause);
	const toTheSecond = inBurst.filter(pause => pause % 60 !== 0).length;
	return inBurst.length >= fewest && toTheSecond > inBurst.length / 2
		? inBurst.sort((one, other) => one - other)
		: [];
}

/** Characters that are typed in a second on a phone: 36 words of 5 letters and a space a minute (Palin et al. 2019). */
const typed = 3.6;
/** Nobody waits as long as life takes: milliseconds. */
const [shortest, longest] = [350, 4_000];

/**
Milliseconds before a bubble is there: as long as it takes to type, or, behind the first and where the owner's times are
known, one of the owner's own pauses, drawn at random. Twice as fast as life, and cut to what one likes to wait.
@param place in the reply, from 0
@param chance from 0 to less than 1, draws the pause
*/
export function pauseBefore(
	{text, place}: {text: string; place: number},
	rhythm: Rhythm,
	chance: number,
): number {
	const typing = ([...text].length / typed) * (0.75 + chance / 2);
	const drawn = rhythm[Math.floor(chance * rhythm.length)];
	const seconds = place === 0 ? typing : (drawn ?? typing);
	return Math.min(Math.max(seconds * 500, shortest), longest);
}
