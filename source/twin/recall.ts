import type {Store} from '../store/store.ts';
import type {Twin} from '../store/types.ts';
import type {Exchange, Past} from './past.ts';
import type {Turn} from './prompt/messages.ts';

export type RecallOptions = {
	/** Null where nothing is kept of what the twin was made of. */
	past: Past | null;
	twin: Pick<Twin, 'provider' | 'retrieval'>;
	/** Oldest first, the message to answer last; empty where the twin shall begin. */
	history: readonly Turn[];
	/** Whom the twin talks to, as the data set calls them. */
	partner?: string | null;
	/** Keys (`exchangeKey`) of exchanges that the owner does not want used. */
	excluded?: ReadonlySet<string>;
};

/** Whether a twin's prompt gets past exchanges: the embedded engine recalls by itself, and the owner may switch it off. */
export const recalls = ({
	provider,
	retrieval,
}: Pick<Twin, 'provider' | 'retrieval'>): boolean =>
	retrieval && provider !== 'local';

/** Keys of the exchanges that the owner wants out: they are in no prompt either. */
export const excludedKeys = async ({
	excluded,
}: Pick<Store, 'excluded'>): Promise<Set<string>> =>
	new Set((await excluded.all()).map(({key}) => key));

/** As many as stand in a prompt: 8 to 20 is what the literature uses (reference: openai-api.md, section 7). */
export const recalledCount = 12;

/** The past exchanges that go into the prompt of the next reply, best first; none for a twin that does without. */
export function recall({
	past,
	twin,
	history,
	partner = null,
	excluded = new Set(),
}: RecallOptions): Exchange[] {
	if (!past || !recalls(twin)) return [];
	const wanted = {count: recalledCount, partner, excluded, fill: true};
	return past.nearest(toAnswer(history), wanted);
}

/** What was written since the twin's last turn. */
function toAnswer(history: readonly Turn[]): string {
	const last = history.findLastIndex(({role}) => role === 'assistant');
	return history
		.slice(last + 1)
		.map(({content}) => content)
		.join('\n');
}
