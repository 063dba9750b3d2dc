import {expect, test} from 'vitest';
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

test('answering again replaces the answer', () => {
	const sent = press(chat, 'hi', 'enter');
	const id = sent.chat?.answering ?? 0;
	const done = [
		{type: 'chat/delta', id, text: 'hey'} as const,
		{type: 'chat/answered', id} as const,
	].reduce(reduce, sent);
	const again = press(done, 'ctrl+r');
	expect(turns(again)).toEqual([
		['user', 'hi', 'done'],
		['assistant', '', 'streaming'],
	]);
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
