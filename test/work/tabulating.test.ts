import {beforeAll, expect, test} from 'vitest';
import {
	enterScores,
	makeColumns,
} from '../../source/moderation/selection/columns.ts';
import {defaultSettings} from '../../source/moderation/selection/settings.ts';
import {
	countsAt,
	tableInSteps,
	tableOf,
} from '../../source/moderation/selection/table.ts';
import {categories} from '../../source/moderation/types.ts';
import {innerSize} from '../../source/state/layout.ts';
import {selectedText} from '../../source/state/moderation-lists.ts';
import {isStale} from '../../source/state/moderation-step.ts';
import {reduce, type State} from '../../source/state.ts';
import * as keyOf from '../../source/work/keys.ts';
import {subjectOf} from '../../source/work/subject.ts';
import {tabulating} from '../../source/work/tabulating.ts';
import {chatWith, press, withChats} from '../state/samples.ts';

/** More texts than a table is made of within a key; every tenth is rude, and nothing else. */
const count = 20_001;
const columns = makeColumns(
	new Map(Array.from({length: count}, (_, at) => [`text ${at}`, 1])),
);
enterScores(
	columns,
	new Map(
		columns.texts.map((text, at) => [
			text,
			categories.map((_, place) => (place === 0 && at % 10 === 0 ? 0.9 : 0)),
		]),
	),
);

/** What the work of a state does to it. */
async function worked(state: State): Promise<State> {
	const {signal} = new AbortController();
	let now = state;
	for await (const action of tabulating({} as never, state, signal))
		now = reduce(now, action);
	return now;
}

const drops = ({moderation}: State) =>
	moderation?.table
		? countsAt(moderation.table, moderation.threshold).drops
		: null;

let ready: State;
beforeAll(async () => {
	const begun = press(withChats([chatWith('Ada')]), 'a', 'enter', 'enter');
	const scored = reduce(begun, {
		type: 'moderation/scored',
		columns,
		refused: new Map(),
	});
	expect(scored.moderation?.table).toBeNull();
	ready = await worked(scored);
});

test('many texts are put in order beside the keys', () => {
	expect(drops(ready)).toBe(2001);
	expect(keyOf.tabulating(ready)).toBeNull();
});

test('a switched category shows at once, and counts a moment later', async () => {
	const switched = press(ready, 'tab', 'tab', 'tab', 'down', ' ');
	expect(switched.moderation?.settings.categories.size).toBe(12);
	expect(switched.moderation && isStale(switched.moderation)).toBe(true);
	expect(drops(switched)).toBe(2001);
	expect(keyOf.counting(switched)).toBeNull();
	// Other settings are other work, the same are the same.
	expect(keyOf.tabulating(press(switched, 'up'))).toBe(
		keyOf.tabulating(switched),
	);
	expect(keyOf.tabulating(press(switched, ' '))).not.toBe(
		keyOf.tabulating(switched),
	);
	const after = await worked(switched);
	expect(drops(after)).toBe(0);
	expect(keyOf.counting(after)).not.toBeNull();
});

test('what was decided by hand shows at once, and is taken back at once', () => {
	const {size} = ready;
	const decided = press(ready, ' ');
	const rowOf = (state: State) =>
		state.moderation && selectedText(state.moderation, innerSize(size));
	expect(rowOf(decided)).toMatchObject({byHand: 'keep', isDropped: false});
	expect(rowOf(press(decided, ' '))).toMatchObject({byHand: null});
});

test('who is quicker than the table gets what was chosen all the same', () => {
	const switched = press(ready, 'tab', 'tab', 'tab', 'down', ' ');
	expect(subjectOf(ready)?.isDropped('text 10')).toBe(true);
	expect(subjectOf(switched)?.isDropped('text 10')).toBe(false);
});

test('a table with pauses is the same table', () => {
	const few = makeColumns(
		new Map(columns.texts.slice(0, 200).map(text => [text, 1])),
	);
	enterScores(few, new Map([['text 10', [0.5]]]));
	const steps = tableInSteps(few, defaultSettings);
	let pauses = 0;
	let last = steps.next();
	for (; !last.done; last = steps.next()) pauses++;
	expect(pauses).toBeGreaterThan(categories.length);
	expect(last.value).toEqual(tableOf(few, defaultSettings));
});
