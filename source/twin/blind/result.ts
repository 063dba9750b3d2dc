/** Whose reply a friend took for the owner's real one. */
export type Who = 'owner' | 'twin' | 'base';

/** What came of a blind test. */
export type BlindResult = {
	/** Name of the twin. */
	name: string;
	picks: number;
	/** How often the twin was taken for its owner, and the base model where it took part. */
	twin: number;
	base: number;
	/** Among how many replies each pick was: 2, or 3 with the base model. */
	choices: 2 | 3;
};

export const resultOf = (
	name: string,
	picks: readonly Who[],
	choices: 2 | 3,
): BlindResult => ({
	name,
	picks: picks.length,
	twin: picks.filter(who => who === 'twin').length,
	base: picks.filter(who => who === 'base').length,
	choices,
});

/** Of a normal distribution: 95 % lie within. */
const z = 1.959964;

/**
The share that `hits` of `n` tell of, with 95 % confidence (Wilson 1927): from and to, 0 to 1.
Unlike the plain ± it holds for few tries and shares near 0 and 1.
*/
export function wilson(hits: number, n: number): [from: number, to: number] {
	if (n === 0) return [0, 1];
	const share = hits / n;
	const centre = share + z ** 2 / (2 * n);
	const spread =
		z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
	const scale = 1 + z ** 2 / n;
	return [
		Math.max(0, (centre - spread) / scale),
		Math.min(1, (centre + spread) / scale),
	];
}

/** '12 of 20 took the twin for Mika; guessing gives 10.', and what that means. */
export function inWords(result: BlindResult): string[] {
	const {name, picks, twin, base, choices} = result;
	const guessing = picks / choices;
	const expected = Number.isInteger(guessing)
		? String(guessing)
		: guessing.toFixed(1);
	const [from, to] = wilson(twin, picks);
	return [
		`${twin} of ${picks} took the twin for ${name}; guessing gives ${expected}.`,
		...(choices === 3
			? [`${base} of ${picks} took the base model for ${name}.`]
			: []),
		`So between ${inPercent(from)} and ${inPercent(to)} of such picks would fall on the twin (95 % Wilson interval, n = ${picks}).`,
		meaning(result, from, to),
	];
}

/** Two or three lucky picks would pass for a proof. */
const fewestPicks = 5;

function meaning(
	{choices, picks}: BlindResult,
	from: number,
	to: number,
): string {
	const guessing = 1 / choices;
	if (picks < fewestPicks) return 'That is too few picks to tell anything.';
	if (to < guessing) return 'Friends can tell the two apart.';
	if (from > guessing)
		return 'The twin is taken for the real one more often than chance would have it.';
	return picks < 20
		? 'That is too few picks to tell it from guessing.'
		: 'That cannot be told from guessing: friends do not tell the two apart.';
}

const inPercent = (share: number): string => `${Math.round(share * 100)} %`;

/** A card to share. It quotes nobody. */
export function cardOf(result: BlindResult): string {
	const {name, picks, twin, choices} = result;
	const [from, to] = wilson(twin, picks);
	const filled = picks === 0 ? 0 : Math.round((twin / picks) * 20);
	return [
		`Who is ${name}, and who is the twin?`,
		`${'█'.repeat(filled)}${'░'.repeat(20 - filled)}  ${twin} of ${picks}`,
		`took the twin for ${name}; guessing gives ${Math.round((picks / choices) * 10) / 10}.`,
		`95 % interval: ${inPercent(from)} to ${inPercent(to)}, n = ${picks}`,
		'A blind test on moments that the twin was never trained on, by twin-tui',
	].join('\n');
}
