import type {Entry, Example} from '../../dataset/types.ts';
import {nudge} from '../prompt/nudge.ts';

/** What somebody wrote to the owner, and what the owner replied. */
export type Exchange = {
	/** As in the training data, one message per line; empty where the owner began. */
	asked: string;
	/** One message per line. */
	reply: string;
	/** Title of the chat; null where the data set does not tell. */
	chat: string | null;
	/** Wall-clock time of its first message, 'YYYY-MM-DDTHH:mm:ss'; null where the data set does not tell. */
	at: string | null;
	/** The others in the chat, as the data set calls them. */
	people: readonly string[];
	/** Never trained on: for measuring, and never to be put into a prompt. */
	heldOut: boolean;
};

/** The exchanges of examples, in their order. A nudge that stands in front of an opener is nobody's message. */
export function exchangesOf(
	examples: Iterable<Example>,
	heldOut: boolean,
): Exchange[] {
	return [...examples].flatMap(example => exchangesIn(example, heldOut));
}

function exchangesIn({messages, source}: Example, heldOut: boolean) {
	const exchanges: Exchange[] = [];
	let asked: Entry | null = null;
	let askedAt: string | null = null;
	let current: Exchange | null = null;
	for (const [index, entry] of messages.entries()) {
		const at = source?.times[index] ?? null;
		if (entry.role === 'user') {
			[asked, askedAt, current] = [entry, at, null];
		} else if (entry.role === 'assistant' && current) {
			// Consecutive messages that were kept apart are one reply.
			current.reply += `\n${entry.content}`;
		} else if (entry.role === 'assistant') {
			current = {
				asked: asked && !isNudge(asked, askedAt, source) ? asked.content : '',
				reply: entry.content,
				chat: source?.chat ?? null,
				at: askedAt ?? at,
				people: source?.people ?? [],
				heldOut,
			};
			exchanges.push(current);
			asked = null;
		}
	}
	return exchanges;
}

const anyNudge = new RegExp(`^${nudge('.+').replace(/\.$/, '\\.')}$`);

/** Nobody wrote it, so it has no time; without times its words tell. */
const isNudge = (
	{content}: Entry,
	at: string | null,
	source: Example['source'],
): boolean => (source ? at === null : true) && anyNudge.test(content);

/** Tells one exchange from another whether or not names were replaced in it: by its chat and time, else by its words. */
export const exchangeKey = ({chat, at, asked, reply}: Exchange): string =>
	JSON.stringify(at === null ? [asked, reply] : [chat, at]);

/** Whether a person took part: in a group, whether anything that was asked is theirs. */
export const isWith = (
	{people, asked}: Exchange,
	person: string | null,
): boolean =>
	person !== null &&
	people.includes(person) &&
	(people.length < 2 ||
		asked.split('\n').some(line => line.startsWith(`${person}: `)));
