/** Seconds between the messages of one burst of the owner's, ascending; empty where no times are known. */
export type Rhythm = readonly number[];

/** Characters that are typed in a second on a phone: about 36 words a minute (Palin et al. 2019, 37,000 people). */
const typed = 3.6;
/** Nobody waits as long as life takes. */
const [shortest, longest] = [350, 4_000];

/**
Milliseconds that pass before a bubble is there: as long as it takes to type, and where the owner's times are known as
long as one of the owner's own pauses, drawn at random. Both are cut to what one likes to wait.
@param place in the reply, from 0
@param chance from 0 to 1, draws the pause
*/
export function pauseBefore(
	{text, place}: {text: string; place: number},
	chance: number,
	rhythm: Rhythm = [],
): number {
	const typing = ([...text].length / typed) * 1_000 * (0.75 + chance / 2);
	const drawn = rhythm[Math.floor(chance * rhythm.length)];
	// The first bubble's pause is the time to read and begin, which bursts say nothing of.
	const pause = place === 0 || drawn === undefined ? typing : drawn * 1_000;
	return Math.min(Math.max(pause / 2, shortest), longest);
}
