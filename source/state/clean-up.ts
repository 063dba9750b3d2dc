import type {Item} from '../training/stock.ts';
import {moveCursor} from './list.ts';

/** What lies on this machine and at providers, to be deleted one by one or all. */
export type CleanUpStep = {
	type: 'clean-up';
	/** As found so far, in the order of the screen. */
	items: readonly Item[];
	/** Whether some places are still being looked at. */
	looking: boolean;
	/** Why a place could not be looked at, or an item not be deleted, in sentences. */
	problems: readonly string[];
	cursor: number;
	picked: ReadonlySet<string>;
	/** Whether the question is on the screen, and whether it was answered with yes. */
	deleting: 'no' | 'asking' | 'yes';
	/** Counts every look, so that looking again is new work. */
	attempt: number;
};

export type CleanUpAction =
	| {type: 'clean-up/found'; items: readonly Item[]}
	| {type: 'clean-up/problem'; reason: string}
	| {type: 'clean-up/looked'}
	| {type: 'clean-up/move'; by: number}
	| {type: 'clean-up/toggle'}
	| {type: 'clean-up/toggle-all'}
	| {type: 'clean-up/ask'}
	| {type: 'clean-up/answer'; yes: boolean}
	| {type: 'clean-up/deleted'; key: string}
	| {type: 'clean-up/done'};

export const startCleanUp = (): CleanUpStep => ({
	type: 'clean-up',
	items: [],
	looking: true,
	problems: [],
	cursor: 0,
	picked: new Set(),
	deleting: 'no',
	attempt: 1,
});

export function reduceCleanUp(
	step: CleanUpStep,
	action: CleanUpAction,
): CleanUpStep {
	switch (action.type) {
		case 'clean-up/found':
			return {...step, items: [...step.items, ...action.items]};
		case 'clean-up/problem':
			return {...step, problems: [...step.problems, action.reason]};
		case 'clean-up/looked':
			return {...step, looking: false};
		case 'clean-up/move':
			return {
				...step,
				cursor: moveCursor(step.cursor, action.by, step.items.length),
			};
		case 'clean-up/toggle':
			return toggle(step, step.items[step.cursor]?.key);
		case 'clean-up/toggle-all':
			return toggleAll(step);
		case 'clean-up/ask':
			return ask(step);
		case 'clean-up/answer':
			return {...step, deleting: action.yes ? 'yes' : 'no'};
		case 'clean-up/deleted':
			return remove(step, action.key);
		case 'clean-up/done':
			return {...step, deleting: 'no'};
	}
}

/** What is to be deleted: what was picked, else the row that one is on. */
export const chosenItems = ({items, picked, cursor}: CleanUpStep): Item[] =>
	picked.size > 0
		? items.filter(({key}) => picked.has(key))
		: items.slice(cursor, cursor + 1);

function toggle(step: CleanUpStep, key: string | undefined): CleanUpStep {
	if (key === undefined) return step;
	const picked = new Set(step.picked);
	if (!picked.delete(key)) picked.add(key);
	return {...step, picked};
}

/** All that this program made; what others left at a provider is picked one by one only. */
function toggleAll(step: CleanUpStep): CleanUpStep {
	const ours = step.items.filter(({ours}) => ours).map(({key}) => key);
	const isAll = ours.every(key => step.picked.has(key));
	return {...step, picked: new Set(isAll ? [] : ours)};
}

function ask(step: CleanUpStep): CleanUpStep {
	return step.deleting === 'no' && chosenItems(step).length > 0
		? {...step, deleting: 'asking', problems: []}
		: step;
}

function remove(step: CleanUpStep, key: string): CleanUpStep {
	const items = step.items.filter(item => item.key !== key);
	const picked = new Set([...step.picked].filter(one => one !== key));
	return {
		...step,
		items,
		picked,
		cursor: Math.max(0, Math.min(step.cursor, items.length - 1)),
	};
}
