import {regionsOf} from '../dataset/anonymize/regions.ts';
import type {Effect} from '../dataset/desk.ts';
import {defaults} from '../dataset/options.ts';
import type {Rules} from '../dataset/rules.ts';
import type {DatasetOptions, Example} from '../dataset/types.ts';
import type {State} from '../state.ts';
import {leaves, type Target, usualTarget} from '../training/target.ts';
import {defaultSystemPrompt} from '../twin/prompt/system.ts';
import {pickedChats} from './chats-step.ts';
import {ownNames} from './you.ts';

/** What is about to be trained on: shown before anything starts; built when it does. */
export type Plan = {
	/** Titles of the chats. */
	chats: string[];
	me: string[];
	/** How it will be made. */
	options: DatasetOptions;
	/** What that gives; null before it is counted. */
	effect: PlanEffect | null;
	/** Whether nothing more is known by now, such as the tokens. */
	isSettled: boolean;
};

export type PlanEffect = Effect & {
	/** One of the examples, as it will be written; null where there is none. */
	sample: Example | null;
	/** How many other people write in the chats. */
	people: number;
};

let regions: string[] | undefined;

/** The country of this system, whose phone numbers may stand in texts as they are. */
const ownRegions = (): string[] => {
	regions ??= regionsOf([Intl.DateTimeFormat().resolvedOptions().locale]);
	return regions;
};

/** With what the twin is made: as chosen, else the usual model of the first provider that is ready. */
export const targetOf = ({training, providers}: State): Target =>
	training ?? usualTarget(providers[0] ?? 'local');

/** What decides whether names are replaced. */
type Where = Pick<Target, 'provider' | 'baseURL'>;

/** The rules as they stand, confirmed or not. */
export const chosenRules = ({training, rules}: State): Rules =>
	training?.data?.rules ?? rules;

/**
How a data set would be made for whoever gets it: names are replaced in whatever leaves the machine, and never in what stays.
Null before somebody is the owner.
*/
export function optionsFor(state: State, where: Where): DatasetOptions | null {
	const {you, names} = state;
	if (!you) return null;
	const {freeTokens: _freeTokens, system, ...rules} = chosenRules(state);
	const me = ownNames(you);
	const anonymize = leaves(where);
	return {
		...defaults,
		...rules,
		...names,
		me,
		anonymize,
		regions: ownRegions(),
		// What the owner wrote goes as it was written; the usual words name nobody where they leave.
		system: system ?? defaultSystemPrompt(me, anonymize),
	};
}

/** Names what the choices give at a provider: the same name, the same data set. Null before somebody is the owner. */
export function choicesName(state: State, where: Where): string | null {
	const {moderation} = state;
	const options = optionsFor(state, where);
	if (!options || !moderation) return null;
	const {files, threshold, settings} = moderation;
	return JSON.stringify([files, options, threshold, settings], (_, value) =>
		value instanceof Map || value instanceof Set ? [...value] : value,
	);
}

/** What would be trained on at a provider; null before the chats and their owner are chosen. */
export function planFor(state: State, where: Where): Plan | null {
	const options = optionsFor(state, where);
	if (!options || !state.moderation) return null;
	const chats = pickedChats(state.chats).map(({title}) => title);
	return {chats, me: [...options.me], options, effect: null, isSettled: false};
}
