import type {Pane} from '../store/settings.ts';
import type {Memory} from '../twin/memory.ts';
import type {Portrait} from '../twin/portrait.ts';
import type {StyleCard} from '../twin/prompt/style-card.ts';
import {comparePane} from './chat-compare.ts';
import type {ChatStep} from './chat-step.ts';
import {withTask} from './chat-tasks.ts';
import {moveCursor} from './list.ts';

/** The tabs of the pane beside the chat, in their order. */
export const tabs = ['settings', 'compare', 'memory', 'likeness'] as const;

export type Tab = (typeof tabs)[number];

/** Where the newest reply comes from; null while that is looked up. */
export type MemoryPane = {turn: number; memory: Memory | null; cursor: number};

/** How alike the twin and its owner write. */
export type LikenessPane = {
	/** How many replies of the twin it is from. */
	replies: number;
	twin: StyleCard;
	owner: StyleCard;
	/** 0 to 1. */
	figure: number;
};

export type PaneAction =
	| {type: 'pane/focus'}
	| {type: 'pane/tab'; tab: Tab}
	| {type: 'pane/next'; by: 1 | -1}
	| {type: 'pane/hide'}
	| {type: 'pane/move'; by: number}
	| {type: 'pane/exclude'}
	| {type: 'pane/rival'; by: number}
	| {type: 'pane/ask'}
	| {type: 'pane/pick'; better: 'twin' | 'rival' | 'neither'};

export function reducePane(step: ChatStep, action: PaneAction): ChatStep {
	switch (action.type) {
		case 'pane/focus':
			return {
				...step,
				pane: step.pane === 'hidden' ? 'settings' : step.pane,
				paneFocused: !step.paneFocused,
				systemEditor: null,
			};
		case 'pane/tab':
			return {...step, pane: action.tab};
		case 'pane/next':
			return {...step, pane: nextTab(step.pane, action.by)};
		case 'pane/hide':
			return {
				...step,
				pane: step.pane === 'hidden' ? 'settings' : 'hidden',
				paneFocused: false,
				systemEditor: null,
			};
		case 'pane/move':
			return step.memory
				? {
						...step,
						memory: {
							...step.memory,
							cursor: moveCursor(
								step.memory.cursor,
								action.by,
								step.memory.memory?.exchanges.length ?? 0,
							),
						},
					}
				: step;
		case 'pane/exclude':
			return toggleExcluded(step);
		default:
			return comparePane(step, action);
	}
}

const nextTab = (pane: Pane, by: 1 | -1): Tab => {
	const at = tabs.indexOf(pane as Tab);
	return tabs[(at + by + tabs.length) % tabs.length] ?? 'settings';
};

/** Puts the exchange at the cursor on the list of what the next data set leaves out, or takes it off. */
function toggleExcluded(step: ChatStep): ChatStep {
	const {memory, excluded} = step;
	const at = memory?.memory?.exchanges[memory.cursor];
	if (!at)
		return {...step, notice: 'There is no exchange that could be excluded.'};
	const {key, chat, asked, reply} = at;
	if (key === null)
		return {
			...step,
			notice: 'This exchange is not in a data set that is kept here.',
		};
	if (excluded.has(key)) {
		const left = new Map(excluded);
		left.delete(key);
		return {
			...withTask({...step, excluded: left}, {kind: 'include', key}),
			notice: 'The next data set has it again.',
		};
	}
	const entry = {key, chat, at: at.at, until: at.until, asked, reply};
	return {
		...withTask(
			{...step, excluded: new Map(excluded).set(key, entry)},
			{kind: 'exclude', excluded: entry},
		),
		notice: 'The next data set leaves it out; the twin you have keeps it.',
	};
}

/** What the twin's past tells, once it is read. */
export type Portrayed = {
	portrait: Portrait | null;
	tallies: ChatStep['tallies'];
	excluded: ChatStep['excluded'];
};
