import {expect, test} from 'vitest';
import {defaultRules} from '../../source/dataset/rules.ts';
import {presetOf} from '../../source/moderation/selection/settings.ts';
import {countsAt} from '../../source/moderation/selection/table.ts';
import {categories} from '../../source/moderation/types.ts';
import {innerSize} from '../../source/state/layout.ts';
import {
	choicesOf,
	defaultChoices,
} from '../../source/state/moderation-choices.ts';
import {selectedText} from '../../source/state/moderation-lists.ts';
import {showsThreshold} from '../../source/state/moderation-step.ts';
import {reduce, type State} from '../../source/state.ts';
import {columnsOf} from '../helpers/scored.ts';
import {chatWith, effectOf, press, scored, withChats} from './samples.ts';

const scanning = press(withChats([chatWith('Ada')]), 'a', 'enter', 'enter');
const ready = scored(scanning);
const size = innerSize(ready.size);

test.each([
	[['right'], 0.61],
	[['left'], 0.59],
	[['pageup'], 0.7],
	[['pagedown'], 0.5],
	[['L', 'L'], 0.8],
	[['H', 'H', 'H'], 0.3],
	[['home'], 0],
	[['end'], 1],
	[['home', 'left'], 0],
	[['end', 'pageup'], 1],
	[['p'], 0.6],
	[['p', 'p'], 0.8],
	[['end', 'd'], 0.6],
	[['8', 'enter'], 0.8],
	[['.', '7', '5', 'enter'], 0.75],
	[['0.75', 'enter'], 0.75],
	[['4', '2', 'enter'], 0.42],
	[['1', 'enter'], 1],
	[['2.5', 'enter'], 0.6],
	[['999', 'enter'], 0.6],
	[['100', 'enter'], 1],
	[['4', '2', 'esc'], 0.6],
	[['4', '2', 'backspace', 'enter'], 0.4],
	[['4', 'backspace', 'right'], 0.61],
	[Array(30).fill('right'), 0.9],
])('%j moves the threshold to %d', (keys, threshold) => {
	expect(press(ready, ...keys).moderation?.threshold).toBe(threshold);
});

test('nothing is moved before the scores are there', () => {
	expect(press(scanning, 'right').moderation?.threshold).toBe(0.6);
});

test('examples that were counted for another threshold are not shown', () => {
	const moved = press(ready, 'right');
	const late = reduce(moved, {
		type: 'moderation/counted',
		threshold: 0.6,
		effect: effectOf(ready),
	});
	expect(late.moderation?.counted).toBe(false);
	const counted = reduce(moved, {
		type: 'moderation/counted',
		threshold: 0.61,
		effect: effectOf(moved),
	});
	expect(counted.moderation).toMatchObject({
		counted: true,
		effect: effectOf(moved),
	});
	expect(press(counted, 'left').moderation?.counted).toBe(false);
});

test('a scan that failed can be tried again', () => {
	const failed = reduce(scanning, {
		type: 'moderation/failed',
		reason: 'The disk is full.',
	});
	expect(failed.moderation?.scan).toBe('failed');
	const again = press(failed, 'r').moderation;
	expect([again?.scan, again?.attempt]).toEqual(['running', 1]);
});

const step = (state: State) => {
	if (!state.moderation) throw new Error('There is no moderation.');
	return state.moderation;
};
const dropsNow = (state: State) => {
	const {table, threshold} = step(state);
	return table && countsAt(table, threshold).drops;
};

test('presets come round, and clear what was set by category', () => {
	const own = press(ready, 'tab', 'tab', 'tab', 'down', ' ', 'p');
	expect(presetOf(step(own).threshold, step(own).settings)?.name).toBe('0.80');
	const strict = press(ready, 'p');
	expect(step(strict).settings.flagged).toBe('drop');
	expect(step(strict).settings.thresholds.get('hate')).toBe(0.5);
	expect(step(press(strict, 'd')).settings).toEqual(step(ready).settings);
});

test('a text is dropped and kept by hand, which no threshold changes, and taken back', () => {
	// 'answer 3' scores 0.70 and is the only one above the line.
	expect(selectedText(step(ready), size)?.text).toBe('answer 3');
	const kept = press(ready, ' ');
	expect(step(kept).settings.byHand.get('answer 3')).toBe('keep');
	expect([dropsNow(ready), dropsNow(kept)]).toEqual([1, 0]);
	expect(dropsNow(press(kept, 'home'))).toBe(39);
	const listed = press(kept, 'tab', 'tab');
	expect(selectedText(step(listed), size)?.byHand).toBe('keep');
	const back = press(listed, ' ');
	expect(step(back).settings.byHand.size).toBe(0);
	expect([...step(back).unkept]).toEqual([['answer 3', null]]);
	const dropped = press(ready, 'down', ' ');
	expect(dropsNow(dropped)).toBe(2);
	expect([...step(dropped).unkept.values()]).toEqual(['drop']);
});

test('what was decided in earlier runs holds, unless it was decided anew', () => {
	const verdicts = new Map([['answer 3', 'keep' as const]]);
	const known = reduce(ready, {type: 'moderation/by-hand', verdicts});
	expect(dropsNow(known)).toBe(0);
	const anew = press(ready, 'down', ' ');
	const {unkept} = step(anew);
	const [[text] = ['']] = [...unkept];
	const late = reduce(anew, {
		type: 'moderation/by-hand',
		verdicts: new Map([[text, 'keep']]),
	});
	expect(step(late).settings.byHand.get(text)).toBe('drop');
	const all = reduce(late, {type: 'moderation/kept', verdicts: unkept});
	expect(step(all).unkept.size).toBe(0);
});

test('a category is switched off, has a line of its own, and gives it back', () => {
	const first = press(ready, 'tab', 'tab', 'tab', 'down');
	const [harassment = 'harassment'] = categories;
	expect(step(press(first, ' ')).settings.categories.has(harassment)).toBe(
		false,
	);
	const own = press(first, 'left', 'left');
	expect(step(own).settings.thresholds.get(harassment)).toBe(0.58);
	expect(step(own).threshold).toBe(0.6);
	expect(step(press(own, 'o')).settings.thresholds.size).toBe(0);
	const typed = press(first, '.', '3', 'enter');
	expect(step(typed).settings.thresholds.get(harassment)).toBe(0.3);
	// The first row is the slider's.
	expect(step(press(first, 'up', 'right')).threshold).toBe(0.61);
});

test('the cursor stops at both ends and stays on a text when the lists get shorter', () => {
	const last = press(ready, ...Array(50).fill('down'));
	expect(selectedText(step(last), size)).toBeDefined();
	const fewer = press(last, 'end');
	expect(selectedText(step(fewer), size)).toBeDefined();
	expect(step(press(fewer, ...Array(50).fill('up'))).cursor).toBe(0);
});

test('a scan is paused, goes on, and may be looked at before its end', () => {
	const paused = press(scanning, ' ');
	expect(step(paused).scan).toBe('paused');
	expect(step(press(paused, ' '))).toMatchObject({
		scan: 'running',
		attempt: 1,
	});
	const columns = columnsOf(
		step(scanning).texts ?? new Map(),
		new Map([['answer 3', categories.map(() => 0.7)]]),
	);
	const part = reduce(scanning, {type: 'moderation/part', columns});
	expect(step(part).table).toBe(null);
	const look = press(part, 'enter');
	expect(showsThreshold(step(look))).toBe(true);
	expect(step(look).scan).toBe('running');
	// It fails closed: what is not scored stays out, unless the owner says so.
	expect(dropsNow(look)).toBe(40);
	expect(dropsNow(press(look, 'u'))).toBe(1);
	// What is trained on does not change under the owner's eyes.
	const training = press(look, 'u', 'enter');
	expect(training.screen).toBe('training');
	expect(step(training).scan).toBe('paused');
	expect(training.notice).toMatch(
		/^Scoring is paused: 39 messages without scores are in\./,
	);
});

test('looked at before the first score, the threshold comes with it, and nothing goes on without one', () => {
	const look = press(scanning, 'enter');
	expect(showsThreshold(step(look))).toBe(false);
	expect(press(look, 'enter').screen).toBe('moderation');
	const texts = step(look).texts ?? new Map();
	const none = reduce(look, {
		type: 'moderation/part',
		columns: columnsOf(texts, new Map()),
	});
	const refused = press(none, 'enter');
	expect(refused.screen).toBe('moderation');
	expect(refused.notice).toMatch(/nothing has a score yet/);
	expect(step(refused).scan).toBe('running');
	const stopped = press(press(scanning, ' '), 'enter');
	expect(press(stopped, 'enter').notice).toMatch(/r goes on scoring/);
	const some = reduce(look, {
		type: 'moderation/part',
		columns: columnsOf(
			texts,
			new Map([['answer 3', categories.map(() => 0.1)]]),
		),
	});
	expect(showsThreshold(step(some))).toBe(true);
});

test('texts go to another provider only after the owner agreed', () => {
	const known = {providers: ['local' as const, 'openai' as const]};
	const begun = press(
		withChats([chatWith('Ada')], known),
		'a',
		'enter',
		'enter',
	);
	const asked = press(begun, 's');
	expect(step(asked)).toMatchObject({asks: 'openai', provider: 'local'});
	expect(step(press(asked, 'esc'))).toMatchObject({
		asks: null,
		provider: 'local',
		scan: 'running',
	});
	const agreed = press(scored(asked), 'enter');
	expect(step(agreed)).toMatchObject({
		asks: null,
		provider: 'openai',
		scan: 'running',
		table: null,
	});
	expect(step(press(agreed, 's'))).toMatchObject({provider: 'local'});
	expect(press(ready, 's').notice).toMatch(/OPENAI_API_KEY/);
});

test('who scored before is asked about again', () => {
	const known = {providers: ['local' as const, 'openai' as const]};
	const remembered = reduce(withChats([chatWith('Ada')], known), {
		type: 'remembered',
		remembered: {
			me: [],
			moderation: {...defaultChoices, off: ['sexual'], threshold: 0.7},
			scorer: 'openai',
			rules: defaultRules,
			names: {replaceNames: [], keepNames: []},
			excluded: [],
			habits: {pane: 'settings', rhythm: true},
		},
	});
	const begun = step(press(remembered, 'a', 'enter', 'enter'));
	expect(begun).toMatchObject({asks: 'openai', provider: 'local'});
	expect(choicesOf(begun)).toEqual({
		threshold: 0.7,
		off: ['sexual'],
		thresholds: {},
		flagged: 'ignore',
	});
});
