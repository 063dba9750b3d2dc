import type {Exchange} from '../past.ts';
import type {Turn} from '../prompt/messages.ts';

/** A real moment that the twin was never trained on. */
export type Moment = {
	/** What was said before, oldest first; the last is what is answered. */
	context: readonly Turn[];
	/** What the owner really replied. */
	real: string;
	/** Who had written, as the data set calls them; null in a group. */
	partner: string | null;
};

/** A placeholder tells what the data set did, not how somebody writes. */
const placeholder =
	/\[(?:photo|video|audio|sticker|gif|document|contact|location|poll|media|link|phone|email|iban|card|code|name|me)\]/u;

/** The held-out moments in which somebody wrote and the owner replied in words, with what was said just before in the same chat. */
export function momentsOf(exchanges: readonly Exchange[]): Moment[] {
	const moments: Moment[] = [];
	for (const [index, exchange] of exchanges.entries()) {
		const {asked, reply, people} = exchange;
		const isFit =
			exchange.heldOut &&
			asked.trim() !== '' &&
			/[\p{L}\p{Extended_Pictographic}]/u.test(reply) &&
			!placeholder.test(asked) &&
			!placeholder.test(reply);
		if (!isFit) continue;
		const before = exchanges[index - 1];
		moments.push({
			context: [
				...(before && isJustBefore(before, exchange) ? turnsOf(before) : []),
				{role: 'user', content: asked},
			],
			real: reply,
			partner: people.length === 1 ? (people[0] ?? null) : null,
		});
	}
	return moments;
}

const turnsOf = ({asked, reply}: Exchange): Turn[] => [
	...(asked.trim() === '' ? [] : [{role: 'user' as const, content: asked}]),
	{role: 'assistant', content: reply},
];

/** On the same day in the same chat; without times nothing is known to belong together. */
const isJustBefore = (one: Exchange, other: Exchange): boolean =>
	one.chat === other.chat &&
	one.at !== null &&
	one.at.slice(0, 10) === other.at?.slice(0, 10);

/** In an order of chance (Fisher and Yates). @param random gives numbers from 0 to less than 1 */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
	const result = [...items];
	for (let last = result.length - 1; last > 0; last--) {
		const at = Math.floor(random() * (last + 1));
		[result[last], result[at]] = [result[at] as T, result[last] as T];
	}
	return result;
}
