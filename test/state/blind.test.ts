import {expect, test} from 'vitest';
import {
	type BlindStep,
	type Candidate,
	plannedPicks,
	wantedMoment,
} from '../../source/state/blind.ts';
import {initialState} from '../../source/state/start.ts';
import {reduce, type State} from '../../source/state.ts';
import {press, start, twin} from './samples.ts';

const blindOf = ({chat}: State): BlindStep => chat?.blind as BlindStep;
const moment = (real: string) => ({
	context: [{role: 'user' as const, content: 'soup?'}],
	real,
	partner: null,
});
const pair: Candidate[] = [
	{who: 'twin', text: 'yes'},
	{who: 'owner', text: 'no'},
];
const fresh = initialState({...start, twin});

const opened = (count: number): State =>
	reduce(press(fresh, '/blind', 'enter'), {
		type: 'blind/moments',
		moments: Array.from({length: count}, (_, at) => moment(`no ${at}`)),
		earlier: [],
	});

const ready = (state: State, at: number, replies: Candidate[] | null = pair) =>
	reduce(state, {type: 'blind/replies', at, replies});

test('a friend picks; the result is kept with its counts only', () => {
	let state = press(opened(3), 'enter');
	for (const [at, key] of ['1', '2', '1'].entries())
		state = press(ready(state, at), key);
	expect(blindOf(state)).toMatchObject({
		phase: 'end',
		picks: ['twin', 'owner', 'twin'],
	});
	expect(state.chat?.tasks).toMatchObject([
		{
			kind: 'blind',
			result: {name: 'Mika', picks: 3, twin: 2, base: 0, choices: 2},
		},
	]);
});

test('the next moment is made ready while one is looked at; two at most', () => {
	const begun = press(opened(5), 'enter');
	expect(wantedMoment(blindOf(begun))).toBe(0);
	const first = ready(begun, 0);
	expect(wantedMoment(blindOf(first))).toBe(1);
	expect(wantedMoment(blindOf(ready(first, 1)))).toBe(null);
});

test('what cannot be told apart is passed over', () => {
	const begun = press(opened(3), 'enter');
	const passed = ready(ready(begun, 0, null), 1);
	expect(blindOf(passed).at).toBe(1);
	expect(blindOf(ready(ready(passed, 2, null), 2, null)).picks).toEqual([]);
});

test('a key before the replies are there picks nothing', () => {
	const begun = press(opened(3), 'enter', '1', '2');
	expect(blindOf(begun).picks).toEqual([]);
});

test('it ends after as many picks as were planned', () => {
	let state = press(opened(plannedPicks + 5), 'enter');
	for (let at = 0; at < plannedPicks; at++)
		state = press(ready(state, at), '1');
	expect(blindOf(state).phase).toBe('end');
});

test('esc ends it with what was picked so far, then leads back to the chat', () => {
	const some = press(ready(press(opened(3), 'enter'), 0), '2', 'esc');
	expect(blindOf(some).phase).toBe('end');
	const back = press(some, 'esc');
	expect(back.chat?.blind).toBe(null);
	expect(back.screen).toBe('chat');
	expect(press(opened(3), 'enter', 'esc').chat?.blind).toBe(null);
});

test('a provider that fails is told, and asked again with enter', () => {
	const failed = reduce(press(opened(3), 'enter'), {
		type: 'blind/failed',
		reason: 'No network.',
	});
	expect(wantedMoment(blindOf(failed))).toBe(null);
	expect(wantedMoment(blindOf(press(failed, 'enter')))).toBe(0);
});

test('without moments or a base model there is a sentence', () => {
	expect(press(opened(0), 'enter').chat?.notice).toContain('nothing to show');
	expect(press(opened(3), 'b').chat?.notice).toContain('no base model');
});
