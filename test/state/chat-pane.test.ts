import {describe, expect, test} from 'vitest';
import {rivalsOf} from '../../source/state/chat-compare.ts';
import {nextBubble} from '../../source/state/chat-reveal.ts';
import type {ChatStep} from '../../source/state/chat-step.ts';
import {initialState} from '../../source/state/start.ts';
import {reduce, type State} from '../../source/state.ts';
import {press, start, twin} from './samples.ts';

const other = {...twin, id: 'twin-2', name: 'Mika 2'};
const fresh = initialState({...start, twin, twins: [twin, other]});
const chatOf = ({chat}: State): ChatStep => chat as ChatStep;

function talked(state: State, text: string): State {
	const asked = press(state, 'hi', 'enter');
	const id = chatOf(asked).answering ?? 0;
	return [
		{type: 'chat/delta', id, text} as const,
		{type: 'chat/answered', id} as const,
	].reduce(reduce, asked);
}

describe('tabs', () => {
	test('tab leads there and back; brackets and numbers change them', () => {
		const there = press(fresh, 'tab', ']');
		expect(chatOf(there)).toMatchObject({pane: 'compare', paneFocused: true});
		expect(chatOf(press(there, '4')).pane).toBe('likeness');
		expect(chatOf(press(there, '[', '[')).pane).toBe('likeness');
		expect(chatOf(press(there, 'tab')).paneFocused).toBe(false);
	});

	test('it is out of the way when asked, and the next chat keeps that', () => {
		const hidden = press(fresh, 'ctrl+t');
		expect(chatOf(hidden).pane).toBe('hidden');
		expect(hidden.habits.pane).toBe('hidden');
		expect(chatOf(press(hidden, 'ctrl+t')).pane).toBe('settings');
	});
});

describe('compare', () => {
	test('the base model of a fine-tuned one is a rival, alone and with the past', () => {
		const tuned = {
			...twin,
			provider: 'openai' as const,
			model: 'ft:gpt-4o-mini-2024-07-18:me::x',
		};
		expect(rivalsOf(tuned, [tuned, other]).map(({id}) => id)).toEqual([
			'base:gpt-4o-mini-2024-07-18',
			'prompted:gpt-4o-mini-2024-07-18',
			'twin-2',
		]);
		expect(rivalsOf(twin, [twin])).toEqual([]);
	});

	test('a rival is asked, answers, and is judged once', () => {
		const asked = press(talked(fresh, 'hey'), 'tab', '2', 'enter');
		expect(chatOf(asked).answers).toMatchObject([
			{rival: 'twin-2', turn: 2, status: 'asked'},
		]);
		expect(chatOf(press(asked, 't')).notice).toContain('have to have answered');
		const answered = reduce(asked, {
			type: 'learnt/answer',
			twin: twin.id,
			answer: {rival: 'twin-2', turn: 2, text: 'ho', status: 'done'},
		});
		const judged = press(answered, 'o', 'o', 't');
		expect(chatOf(judged).tallies.get('twin-2')).toEqual({
			twin: 0,
			rival: 1,
			neither: 0,
		});
		expect(chatOf(judged).tasks).toMatchObject([
			{kind: 'pick', pick: {rival: 'twin-2', better: 'rival'}},
		]);
	});
});

test('an exchange is excluded with one key, and has again with the same', () => {
	const exchange = {
		key: 'k',
		asked: 'soup?',
		reply: 'no',
		chat: 'Ada',
		at: null,
		until: null,
		quoted: false,
		used: false,
	};
	const seen = reduce(press(talked(fresh, 'hey'), 'tab', '3'), {
		type: 'learnt/memory',
		twin: twin.id,
		turn: 2,
		memory: {exchanges: [exchange], overlap: null, personal: []},
	});
	const out = press(seen, 'x');
	expect([...chatOf(out).excluded.keys()]).toEqual(['k']);
	const back = press(out, 'x');
	expect(chatOf(back).excluded.size).toBe(0);
	expect(chatOf(back).tasks.map(({kind}) => kind)).toEqual([
		'exclude',
		'include',
	]);
});

describe('bubbles', () => {
	const slow = initialState({
		...start,
		twin,
		habits: {pane: 'settings', rhythm: true},
	});
	const asked = press(slow, 'hi', 'enter');
	const id = chatOf(asked).answering ?? 0;
	const half = reduce(asked, {type: 'chat/delta', id, text: 'one\ntw'});

	test('a line is a bubble once it is whole', () => {
		expect(nextBubble(chatOf(half))).toEqual({text: 'one', place: 0});
		const shown = reduce(half, {type: 'chat/reveal', id});
		expect(nextBubble(chatOf(shown))).toBe(null);
		const done = reduce(shown, {type: 'chat/answered', id});
		expect(nextBubble(chatOf(done))).toEqual({text: 'tw', place: 1});
		const all = reduce(done, {type: 'chat/reveal', id});
		expect(chatOf(all).reveal).toBe(null);
	});

	test('esc shows what came, and stops', () => {
		const stopped = press(half, 'esc');
		expect(chatOf(stopped)).toMatchObject({reveal: null, answering: null});
		expect(chatOf(stopped).turns[1]).toMatchObject({
			text: 'one\ntw',
			status: 'stopped',
		});
	});

	test('who writes on while bubbles come sees them all', () => {
		const done = reduce(half, {type: 'chat/answered', id});
		const more = press(done, 'soup?', 'enter');
		expect(chatOf(more).turns).toHaveLength(4);
		expect(chatOf(more).reveal).toEqual({id: 4, lines: 0});
	});

	test('/rhythm off shows replies as they come, also in the next chat', () => {
		const off = press(slow, '/rhythm off', 'enter');
		expect(chatOf(press(off, 'hi', 'enter')).reveal).toBe(null);
		expect(off.habits.rhythm).toBe(false);
	});
});
