import {describe, expect, test} from 'vitest';
import {reduce, type State} from '../../source/state.ts';
import {press, ready, twin} from './samples.ts';

const done = (state: State): State =>
	reduce(state, {type: 'training/event', event: {type: 'twin', twin}});

describe('a training that one looked away from', () => {
	test('runs on without a word where nothing was changed', () => {
		const back = press(ready(), 'enter', 'esc', 'enter');
		expect([back.screen, back.training?.phase, back.notice]).toEqual([
			'training',
			'running',
			null,
		]);
	});

	test('began with other choices where the threshold is another one now', () => {
		const back = press(ready(), 'enter', 'esc', 'left', 'enter');
		expect(back.notice).toMatch(/began with your earlier choices/);
	});

	test('that has ended meanwhile is come to, not begun again', () => {
		const back = press(done(press(ready(), 'enter', 'esc')), 'enter');
		expect([back.screen, back.training?.phase]).toEqual([
			'training',
			'succeeded',
		]);
		expect(press(back, 'enter').chat?.twin).toBe(twin);
		expect(press(back, 'r').training?.phase).toBe('ready');
	});

	test('makes way for other choices once it has ended', () => {
		const back = press(done(press(ready(), 'enter', 'esc')), 'left', 'enter');
		expect(back.training?.phase).toBe('ready');
	});
});

describe('a twin that is deleted', () => {
	const deleted = (state: State): State =>
		[
			{type: 'room/open' as const, room: 'clean-up' as const},
			{type: 'clean-up/deleted' as const, key: `twin ${twin.id}`},
			{type: 'room/close' as const},
		].reduce(reduce, state);

	test('is ready no more: it can be trained anew', () => {
		const gone = deleted(done(press(ready(), 'enter')));
		expect([gone.screen, gone.training?.phase, gone.twins]).toEqual([
			'training',
			'ready',
			[],
		]);
		expect(gone.training?.twin).toBe(null);
	});

	test('is not talked to any more', () => {
		const talking = press(done(press(ready(), 'enter')), 'enter');
		expect(talking.screen).toBe('chat');
		const gone = deleted(talking);
		expect([gone.screen, gone.chat]).toEqual(['chats', null]);
	});

	test('leaves others alone', () => {
		const talking = press(done(press(ready(), 'enter')), 'enter');
		const other = reduce(
			reduce(talking, {type: 'room/open', room: 'clean-up'}),
			{type: 'clean-up/deleted', key: 'twin another'},
		);
		expect(other.chat?.twin).toBe(twin);
	});
});
