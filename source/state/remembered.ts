import type {Decisions} from '../dataset/anonymize/decisions.ts';
import type {Rules} from '../dataset/rules.ts';
import type {ProviderName} from '../provider/types.ts';
import type {State} from '../state.ts';
import type {Excluded} from '../store/excluded.ts';
import type {ChatHabits} from './chat-step.ts';
import type {Choices} from './moderation-choices.ts';

/** What earlier runs chose. */
export type Remembered = {
	me: readonly string[];
	moderation: Choices;
	/** Who scored the texts. */
	scorer: ProviderName;
	rules: Rules;
	names: Decisions;
	/** What is left out of data sets. */
	excluded: readonly Excluded[];
	/** How the chat was left. */
	habits: ChatHabits;
};

export type RememberedAction = {
	type: 'remembered';
	remembered: Remembered;
	/** Ready by what the owner typed in an earlier run. */
	providers?: readonly ProviderName[];
};

/** What earlier runs chose holds until it is changed; of a chat that is open already nothing changes. */
export const remember = (
	state: State,
	{remembered, providers = []}: RememberedAction,
): State => ({
	...state,
	remembered,
	rules: remembered.rules,
	names: remembered.names,
	habits: state.chat ? state.habits : alike(remembered, state),
	providers: [...new Set([...state.providers, ...providers])],
});

/** As the chat was left; with less motion where that is asked for now. */
const alike = ({habits}: Remembered, now: State): ChatHabits => ({
	...habits,
	rhythm: habits.rhythm && now.habits.rhythm,
});
