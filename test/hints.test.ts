import {describe, expect, test} from 'vitest';
import {hintsOf} from '../source/hints.ts';
import {statusOf} from '../source/screens/status.ts';
import {systemKnob} from '../source/state/knobs.ts';
import {startSessions} from '../source/state/sessions.ts';
import {initialState} from '../source/state/start.ts';
import {reduce, type State} from '../source/state.ts';
import type {Item} from '../source/training/stock.ts';
import {
	chatWith,
	press,
	ready,
	scored,
	start,
	twin,
	withChats,
} from './state/samples.ts';

const other = {...twin, id: 'twin-2', name: 'Ada'};
const alone = initialState({...start, twin, twins: [twin]});
const beside = initialState({...start, twin, twins: [twin, other]});

function talked(state: State): State {
	const asked = press(state, 'hi', 'enter');
	const id = asked.chat?.answering ?? 0;
	return [
		{type: 'chat/delta', id, text: 'hey'} as const,
		{type: 'chat/answered', id} as const,
	].reduce(reduce, asked);
}

const named = (state: State): string =>
	hintsOf(state)
		.map(({show, does}) => `${show} ${does}`)
		.join(', ');

describe('the footer names no key that can do nothing now', () => {
	test('esc stops a reply, leaves an edit, or leads back', () => {
		expect(named(alone)).toContain('esc back');
		const writing = press(alone, 'hi', 'enter');
		expect(named(writing)).toContain('esc stop');
		expect(named(writing)).not.toContain('^N');
		expect(named(press(talked(alone), '/edit', 'enter'))).toContain(
			'esc leave it',
		);
	});

	test('comparing: with whom, of what, and once', () => {
		const nobody = press(talked(alone), 'tab', '2');
		expect(named(nobody)).not.toMatch(/enter ask|whom|t o e/);
		expect(named(press(beside, 'tab', '2'))).not.toContain('enter ask');
		const asked = press(talked(beside), 'tab', '2', 'enter');
		expect(named(asked)).toContain('enter ask');
		expect(named(asked)).not.toContain('t o e');
		const answer = {rival: other.id, turn: 2, text: 'ho', status: 'done'};
		const answered = reduce(asked, {
			type: 'learnt/answer',
			twin: twin.id,
			answer: {...answer, status: 'done'},
		});
		expect(named(answered)).toContain('t o e twin, other, even');
		expect(named(press(answered, 't'))).not.toContain('t o e');
	});

	test('memory and settings', () => {
		expect(named(press(alone, 'tab', '3'))).not.toMatch(/move|exclude/);
		const settings = press(alone, 'tab');
		expect(named(settings)).not.toContain('defaults');
		expect(named(press(settings, 'right'))).toContain('d defaults');
	});

	test('conversations, where there are none', () => {
		const empty: State = {...alone, sessions: {...startSessions, all: []}};
		expect(named(empty)).toBe('esc close, ? help');
	});

	test('the blind test without moments, and its end without picks', () => {
		const opened = press(alone, '/blind', 'enter');
		expect(named(opened)).toBe('esc back to the chat');
		expect(statusOf(opened)).toBe('');
	});
});

describe('the status line speaks of what is seen', () => {
	const told = press(alone, '/as Ada', 'enter', 'x');

	test('of the screen, where nothing lies over it', () => {
		expect(statusOf(told)).toBe('to Mika you are Ada');
		const writing = press(alone, 'hi', 'enter');
		expect(statusOf(writing)).toContain('(esc stops)');
		expect(statusOf(press(writing, '/'))).toBe('Mika is writing…');
		expect(statusOf(press(writing, 'tab'))).toBe('Mika is writing…');
	});

	test('of nothing below an overlay, a room or a test', () => {
		expect(statusOf(press(told, 'ctrl+g'))).toBe('');
		expect(statusOf(press(told, 'ctrl+p'))).toBe('');
		const clear = press(told, 'backspace');
		expect(statusOf(press(clear, '/blind', 'enter'))).toBe('');
	});
});

test('space pauses where a training can be paused only', () => {
	const running = press(ready(), 'enter');
	const at = (provider: 'openai' | 'custom' | 'nebius'): State =>
		({...running, training: {...running.training, provider}}) as State;
	expect(named(at('openai'))).toContain('space pause');
	expect(named(at('custom'))).not.toContain('space pause');
	expect(named(at('nebius'))).not.toContain('space pause');
	// It says why all the same, once in a row.
	const messages = press(at('custom'), ' ', ' ', ' ').training?.messages;
	expect(messages?.map(({text}) => text)).toEqual([
		'Custom server cannot pause a training.',
	]);
});

test('what does nothing in the chat says why', () => {
	const notice = (...keys: string[]) => press(alone, ...keys).chat?.notice;
	expect(notice('enter')).toContain('Write something first');
	expect(notice('hi', 'enter', 'ctrl+n')).toContain('still writing');
	expect(notice('hi', 'enter', 'ctrl+r')).toContain('still writing');
	expect(notice('tab', '3', 'x')).toContain('no exchange');
});

describe('the steps and rooms name what does something now', () => {
	const keysOf = (state: State): string[] =>
		hintsOf(state).map(({show}) => show);
	const chats = withChats([chatWith('Ada')]);
	const threshold = scored(press(chats, 'a', 'enter', 'enter'));
	const item = {key: 'k', place: 'here', words: 'x', ours: true} as Item;

	test.each<[string, State, string, boolean]>([
		['a date that is certain', press(chats, 'i'), 'o', false],
		[
			'a date that is a guess',
			press(withChats([{...chatWith('Ada'), dateOrderCertain: false}]), 'i'),
			'o',
			true,
		],
		['nothing to clean up', press(chats, 'X'), 'd', false],
		[
			'something to clean up',
			reduce(press(chats, 'X'), {type: 'clean-up/found', items: [item]}),
			'd',
			true,
		],
		['no trainings', press(chats, 'J'), 'enter', false],
		[
			'no conversations',
			reduce(press(chats, 's'), {type: 'sessions/read', all: []}),
			'x',
			false,
		],
		['all is scored', threshold, 'r', false],
		['no text lacks a score', threshold, 'u', false],
		[
			'a paused scan',
			press(press(chats, 'a', 'enter', 'enter'), ' ', 'enter'),
			'r',
			true,
		],
		[
			'unscored texts',
			press(press(chats, 'a', 'enter', 'enter'), ' ', 'enter'),
			'u',
			true,
		],
		[
			'a knob that is turned',
			press(threshold, 'enter', 'e', 'tab'),
			'enter',
			false,
		],
		[
			'the system prompt',
			press(threshold, 'enter', 'e', 'tab', ...Array(systemKnob).fill('down')),
			'enter',
			true,
		],
		['kinds in the audit', press(threshold, 'enter', 'v', 'left'), 'r', false],
	])('%s', (_, state, show, isNamed) => {
		expect(keysOf(state).includes(show)).toBe(isNamed);
		expect(keysOf(state)).toContain('?');
	});
});
