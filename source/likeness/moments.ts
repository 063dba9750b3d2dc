import type {Entry, Example} from '../dataset/types.ts';

/** A reply that the owner really gave, and all that was said before it. */
export type Moment = {
	history: Entry[];
	reply: string;
	/** Who else is there, as the data set calls them; null where it does not tell. */
	partner: string | null;
};

/** Every moment of the examples at which the owner answered somebody. */
export function momentsOf(examples: Iterable<Example>): Moment[] {
	const moments: Moment[] = [];
	for (const {messages, source} of examples) {
		for (const [at, {role, content}] of messages.entries()) {
			const before = messages[at - 1];
			if (role !== 'assistant' || before?.role !== 'user') continue;
			moments.push({
				history: messages.slice(0, at),
				reply: content,
				partner:
					source?.people.length === 1 ? (source.people[0] ?? null) : null,
			});
		}
	}

	return moments;
}

/** What was said before, without the system message. */
export const contextOf = ({history}: Moment): string[] =>
	history.filter(({role}) => role !== 'system').map(({content}) => content);
