import {nothingDecided} from '../dataset/anonymize/decisions.ts';
import {defaultRules} from '../dataset/rules.ts';
import type {ProviderName} from '../provider/types.ts';
import type {Size, State} from '../state.ts';
import type {Session} from '../store/session-log.ts';
import type {Job, Twin} from '../store/types.ts';
import {chatWith} from './chat-sessions.ts';
import type {ChatHabits} from './chat-step.ts';
import {noChats} from './chats-step.ts';
import {startJobs} from './jobs.ts';
import {emptyJournal} from './journal.ts';
import {defaultChoices} from './moderation-choices.ts';
import {resumeTraining} from './training-step.ts';

/** What is known when the program starts. */
export type Start = {
	size: Size;
	twins: readonly Twin[];
	providers: readonly ProviderName[];
	/** A training of an earlier run that has not ended. */
	unfinished: Job | null;
	/** Straight to the chat with this twin. */
	twin: Twin | null;
	/** The conversation that this twin, or else the newest one, was last talked to in. */
	latest: Session | null;
	habits: ChatHabits;
	/** Names this run among all: for the ids of its conversations. */
	run: string;
	/** Whether several trainings have not ended, so that one is to be chosen. */
	several?: boolean;
};

/** The first screen: the chats, a training that was left, or the twin that was asked for. */
export function initialState({
	unfinished,
	twin,
	run,
	several = false,
	...known
}: Start): State {
	const state: State = {
		...known,
		remembered: {
			me: [],
			moderation: defaultChoices,
			scorer: 'local',
			rules: defaultRules,
			names: nothingDecided,
			excluded: [],
			habits: known.habits,
		},
		rules: defaultRules,
		names: nothingDecided,
		weighed: {name: null, share: 0},
		screen: 'chats',
		overlay: null,
		room: null,
		notice: null,
		leaving: false,
		chats: noChats,
		you: null,
		moderation: null,
		training: null,
		chat: null,
		sessions: null,
		journal: emptyJournal(run),
	};
	if (twin) return {...state, screen: 'chat', chat: chatWith(state, twin)};
	if (several) return {...state, room: startJobs()};
	if (unfinished)
		return {...state, screen: 'training', training: resumeTraining(unfinished)};
	return state;
}
