import {expect, test} from 'vitest';
import {versionOf} from '../../source/state/chat-versions.ts';
import {initialState} from '../../source/state/start.ts';
import {reduce, type State} from '../../source/state.ts';
import {press, start, twin} from './samples.ts';

const chat = initialState({...start, twin});
const turns = (state: State) =>
	state.chat?.turns.map(({role, text, status}) => [role, text, status]);

test('a message is sent once, and answered as it comes', () => {
	const sent = press(chat, 'hi', 'enter', 'enter');
	expect(turns(sent)).toEqual([
		['user', 'hi', 'done'],
		['assistant', '', 'streaming'],
	]);
	const id = sent.chat?.answering ?? 0;
	const half = reduce(sent, {type: 'chat/delta', id, text: 'hey'});
	const whole = reduce(half, {type: 'chat/answered', id});
	expect(turns(whole)?.[1]).toEqual(['assistant', 'hey', 'done']);
	expect(whole.chat?.answering).toBe(null);
});

test('one can write on while the twin answers', () => {
	const sent = press(chat, 'hi', 'enter', 'more');
	expect(sent.chat?.draft.text).toBe('more');
});

test('what comes after a stop is not shown', () => {
	const sent = press(chat, 'hi', 'enter');
	const id = sent.chat?.answering ?? 0;
	const half = reduce(sent, {type: 'chat/delta', id, text: 'he'});
	const stopped = press(half, 'esc');
	expect(stopped.screen).toBe('chat');
	const late = reduce(stopped, {type: 'chat/delta', id, text: 'y'});
	expect(turns(late)?.[1]).toEqual(['assistant', 'he', 'stopped']);
});

test('a failed message goes back to the prompt', () => {
	const sent = press(chat, 'hi 👨‍👩‍👧', 'enter');
	const id = sent.chat?.answering ?? 0;
	const failed = reduce(sent, {type: 'chat/failed', id, reason: 'No network.'});
	expect(turns(failed)).toEqual([]);
	expect(failed.chat?.draft.text).toBe('hi 👨‍👩‍👧');
	expect(failed.chat?.error).toBe('No network.');
});

test('a reply that breaks off is kept', () => {
	const sent = press(chat, 'hi', 'enter');
	const id = sent.chat?.answering ?? 0;
	const half = reduce(sent, {type: 'chat/delta', id, text: 'he'});
	const failed = reduce(half, {type: 'chat/failed', id, reason: 'Cut.'});
	expect(turns(failed)?.[1]).toEqual(['assistant', 'he', 'failed']);
	expect(failed.chat?.draft.text).toBe('');
});

/** The chat after an answer that came whole. */
const answer = (state: State, text: string): State => {
	const id = state.chat?.answering ?? 0;
	return [
		{type: 'chat/delta', id, text} as const,
		{type: 'chat/answered', id} as const,
	].reduce(reduce, state);
};
const shown = (state: State) => {
	const turn = state.chat?.turns.at(-1);
	return [turn?.text, versionOf(turn)];
};

test('answers to the same message stay within reach, in the order they came', () => {
	const first = answer(press(chat, 'hi', 'enter'), 'one');
	expect(shown(first)).toEqual(['one', null]);
	expect(press(first, 'ctrl+y').chat?.notice).toMatch(/only one reply/);
	const asked = press(first, 'ctrl+r');
	expect(shown(asked)).toEqual(['', '2/2']);
	expect(press(asked, 'ctrl+y').chat?.notice).toMatch(/still writing/);
	const second = answer(asked, 'two');
	// Asked again from the first one: the third still comes behind the second.
	const third = answer(press(second, 'ctrl+y', 'ctrl+r'), 'three');
	expect(shown(third)).toEqual(['three', '3/3']);
	const around = ['ctrl+y', 'ctrl+y', 'ctrl+y'].map((_, at, keys) =>
		shown(press(third, ...keys.slice(at))),
	);
	expect(around).toEqual([
		['three', '3/3'],
		['two', '2/3'],
		['one', '1/3'],
	]);
	// What is said next rests on the one that is shown.
	const next = press(third, 'ctrl+y', 'ok', 'enter');
	expect(turns(next)?.map(([, text]) => text)).toEqual(['hi', 'one', 'ok', '']);
	const ids = next.chat?.turns.map(({id}) => id) ?? [];
	expect(Math.max(...ids.slice(0, -2))).toBeLessThan(ids.at(-1) ?? 0);
	expect(press(next, 'esc', 'ctrl+y').chat?.notice).toMatch(/only one reply/);
});

test.each([
	['is stopped before it begins', (state: State) => press(state, 'esc')],
	[
		'fails',
		(state: State) =>
			reduce(state, {
				type: 'chat/failed',
				id: state.chat?.answering ?? 0,
				reason: 'No network.',
			}),
	],
	['says nothing', (state: State) => answer(state, ' ')],
])('an answer that %s leaves the one before it', (_, end) => {
	const first = answer(press(chat, 'hi', 'enter'), 'one');
	const ended = end(press(first, 'ctrl+r'));
	expect(shown(ended)).toEqual(['one', null]);
	expect(ended.chat?.draft.text).toBe('');
	const second = answer(press(ended, 'ctrl+r'), 'two');
	expect(shown(end(press(second, 'ctrl+r')))).toEqual(['two', '2/2']);
});

test('no turn gets the id of a deleted one', () => {
	const first = answer(press(chat, 'hi', 'enter'), 'one');
	const ids = first.chat?.turns.map(({id}) => id) ?? [];
	const again = press(first, '/delete', 'enter', 'hi', 'enter');
	for (const {id} of again.chat?.turns ?? []) expect(ids).not.toContain(id);
});

test('the twin opens when nudged', () => {
	expect(turns(press(chat, 'ctrl+n'))).toEqual([
		['assistant', '', 'streaming'],
	]);
});

test('settings: dials stop at their ends, the prompt is edited, defaults come back', () => {
	const cold = press(chat, 'tab', ...Array(60).fill('left'));
	expect(cold.chat?.sampling.temperature).toBe(0);
	const hot = press(cold, ...Array(60).fill('right'));
	expect(hot.chat?.sampling.temperature).toBe(2);
	const top = press(hot, 'down', 'right');
	expect(top.chat?.sampling.topP).toBe(0.2);
	const edited = press(top, 'down', 'enter', '!', 'enter');
	expect(edited.chat?.systemPrompt).toBe('You are Mika.!');
	const back = press(edited, 'd', 'tab', 'x');
	expect(back.chat?.sampling).toEqual({temperature: 0.75, topP: 0.15});
	expect(back.chat?.systemPrompt).toBe('You are Mika.');
	expect(back.chat?.draft.text).toBe('x');
});

test('pasted text keeps its lines and sends nothing', () => {
	const pasted = reduce(chat, {type: 'paste', text: 'one\r\ntwo\u001B[31m'});
	expect(pasted.chat?.draft.text).toBe('one\ntwo');
	expect(turns(pasted)).toEqual([]);
});
