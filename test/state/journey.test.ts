import {describe, expect, test} from 'vitest';
import {toJsonl} from '../../source/dataset/jsonl.ts';
import {defaultRules} from '../../source/dataset/rules.ts';
import {defaultChoices} from '../../source/state/moderation-choices.ts';
import {initialState} from '../../source/state/start.ts';
import {chooseTarget} from '../../source/state/training-start.ts';
import {reduce} from '../../source/state.ts';
import {usualTarget} from '../../source/training/target.ts';
import {
	agreed,
	builtFrom,
	chatWith,
	counted,
	press,
	scored,
	start,
	twin,
	withChats,
} from './samples.ts';

const chats = [chatWith('Ada'), chatWith('Ben')];

describe('forward', () => {
	test('needs a chat, and says so', () => {
		const state = press(withChats(chats), 'enter');
		expect(state.screen).toBe('chats');
		expect(state.notice).toMatch(/Pick at least one chat/);
	});

	test('goes through the names to the threshold and the training', () => {
		const you = press(withChats(chats), 'a', 'enter');
		expect(you.screen).toBe('you');
		expect(you.you?.names[0]?.name).toBe('Mika Sommer');
		const moderation = press(you, 'enter');
		expect(moderation.screen).toBe('moderation');
		expect(press(moderation, 'enter').screen).toBe('moderation');
		const training = press(scored(moderation), 'enter');
		expect(training.screen).toBe('training');
		expect(training.training?.phase).toBe('ready');
		const running = press(counted(training), 'enter');
		expect(running.training?.phase).toBe('running');
	});

	test('nothing is agreed to before it is counted', () => {
		const state = press(
			scored(press(withChats(chats), 'a', 'enter', 'enter')),
			'enter',
			'enter',
		);
		expect(state.training?.phase).toBe('ready');
		expect(state.notice).toMatch(/Still counting/);
	});

	test('holds where nothing is left to train on', () => {
		const state = scored(press(withChats(chats), 'a', 'enter', 'enter'));
		const strict = press(counted(press(state, 'home')), 'enter');
		expect(strict.screen).toBe('moderation');
		expect(strict.notice).toMatch(/Nothing is left to train on/);
	});

	test('holds where there is too little to train on', () => {
		const few = withChats([chatWith('Ada', 3)]);
		const state = press(
			agreed(scored(press(few, 'a', 'enter', 'enter'))),
			'enter',
		);
		expect(state.training?.phase).toBe('ready');
		expect(state.notice).toMatch(/cannot start/);
	});

	test('a key burst is as good as single keys', () => {
		const state = withChats(chats);
		expect(press(state, 'jx\r').you).toEqual(
			press(state, 'j', 'x', 'enter').you,
		);
		expect(press(state, 'jx\r').you?.files).toEqual(['/chats/Ben.txt']);
	});
});

describe('back', () => {
	test('is one step and keeps every choice', () => {
		const moderation = press(
			scored(press(withChats(chats), 'a', 'enter', 'enter')),
			'right',
			'right',
		);
		const first = press(moderation, 'esc', 'esc');
		expect(first.screen).toBe('chats');
		expect(first.chats.picked.size).toBe(2);
		const again = press(first, 'enter', 'enter');
		expect(again.moderation?.threshold).toBe(0.62);
		expect(again.moderation?.scan).toBe('done');
	});

	test('leads to the other names, and leaves those that were picked', () => {
		const other = chatWith('Ben');
		const messages = [...other.messages].map(message => ({
			...message,
			sender: message.sender === 'Ben' ? 'Ben' : 'Mika',
		}));
		const both = withChats([chatWith('Ada', 30), {...other, messages}]);
		const aliases = press(both, 'a', 'enter', 'enter');
		expect(aliases.you?.aliases.map(({name}) => name)).toEqual(['Mika']);
		const moderation = press(aliases, ' ', 'enter');
		expect(moderation.screen).toBe('moderation');
		const again = press(moderation, 'esc');
		expect([again.screen, again.you?.name]).toEqual(['you', 'Mika Sommer']);
		const names = press(again, 'esc');
		expect(names.you?.name).toBe(null);
		expect([...(press(names, 'enter').you?.pickedAliases ?? [])]).toEqual([
			'Mika',
		]);
		// Somebody else has other names.
		expect(press(names, 'end', 'enter').you?.pickedAliases.size).toBe(0);
	});

	test('other chats are scored anew, with the threshold as it was', () => {
		const moderation = press(
			scored(press(withChats(chats), 'a', 'enter', 'enter')),
			'right',
		);
		const again = press(moderation, 'esc', 'esc', 'x', 'enter', 'enter');
		expect(again.moderation?.scan).toBe('running');
		expect(again.moderation?.threshold).toBe(0.61);
	});

	test('a training goes on while one looks elsewhere', () => {
		const running = press(
			agreed(scored(press(withChats(chats), 'a', 'enter', 'enter'))),
			'enter',
		);
		const away = press(running, 'esc');
		expect(away.screen).toBe('moderation');
		expect(away.training?.phase).toBe('running');
		expect(press(away, 'enter').training).toBe(running.training);
	});
});

describe('Ctrl+C', () => {
	const running = press(
		agreed(scored(press(withChats(chats), 'a', 'enter', 'enter'))),
		'enter',
	);

	test('ends at once where nothing runs', () => {
		expect(press(withChats(chats), 'ctrl+c').leaving).toBe(true);
	});

	test('asks while a training runs, and leaves the second time', () => {
		const asked = press(running, 'ctrl+c');
		expect([asked.leaving, asked.overlay]).toEqual([false, 'leave']);
		expect(press(asked, 'esc').overlay).toBe(null);
		expect(press(asked, 'ctrl+c').leaving).toBe(true);
	});

	test('stops a reply first', () => {
		const chat = initialState({...start, twins: [twin], twin});
		const asking = press(chat, 'hello', 'enter');
		expect(asking.chat?.answering).toBe(2);
		const stopped = press(asking, 'ctrl+c');
		expect([stopped.chat?.answering, stopped.leaving]).toEqual([null, false]);
		expect(press(stopped, 'ctrl+c').leaving).toBe(true);
	});
});

describe('where a run begins', () => {
	test('with a training that was left', () => {
		const job = {id: 'job-1', provider: 'local'} as never;
		const state = initialState({...start, unfinished: job});
		expect([state.screen, state.training?.phase]).toEqual([
			'training',
			'running',
		]);
		expect(press(state, 'esc').screen).toBe('chats');
	});

	test('with a twin that was asked for', () => {
		expect(initialState({...start, twin}).screen).toBe('chat');
	});

	test('names, threshold and rules of an earlier run are offered', () => {
		const known = reduce(withChats(chats), {
			type: 'remembered',
			remembered: {
				me: ['Ben'],
				moderation: {...defaultChoices, threshold: 0.8},
				scorer: 'local',
				rules: {...defaultRules, pairs: true},
				names: {replaceNames: ['Will'], keepNames: []},
				excluded: [],
				habits: {pane: 'settings', rhythm: true},
			},
		});
		const you = press(known, 'a', 'enter').you;
		expect(you?.names[you.cursor]?.name).toBe('Ben');
		expect(press(known, 'a', 'enter', 'enter').moderation?.threshold).toBe(0.8);
		expect(known.rules.pairs).toBe(true);
		expect(known.names.replaceNames).toEqual(['Will']);
	});
});

test('a finished training leads to its twin, and the list of twins has it', () => {
	const running = press(
		agreed(scored(press(withChats(chats), 'a', 'enter', 'enter'))),
		'enter',
	);
	const done = reduce(running, {
		type: 'training/event',
		event: {type: 'twin', twin},
	});
	expect(done.training?.phase).toBe('succeeded');
	expect(press(done, 'enter').chat?.twin).toBe(twin);
	expect(press(done, 'esc', 'esc', 'esc', 't').screen).toBe('chat');
});

test('a failed training can be tried again', () => {
	const running = press(
		agreed(scored(press(withChats(chats), 'a', 'enter', 'enter'))),
		'enter',
	);
	const failed = reduce(running, {
		type: 'training/event',
		event: {
			type: 'failed',
			reason: 'The disk is full.',
			cause: 'other',
			categories: [],
		},
	});
	const again = press(failed, 'enter');
	expect(again.training?.phase).toBe('ready');
	expect(press(again, 'enter').training?.attempt).not.toBe(
		running.training?.attempt,
	);
});

test('what leaves the machine names nobody; what stays does', () => {
	const providers = ['local', 'openai'] as const;
	const ready = press(
		scored(press(withChats(chats, {providers}), 'a', 'enter', 'enter')),
		'enter',
	);
	const words = (state: typeof ready) =>
		[...toJsonl(builtFrom(state).examples)].join('');
	expect(words(ready)).toContain('question 0 of Ada');
	const remote = chooseTarget(ready, usualTarget('openai'));
	expect(remote.training?.provider).toBe('openai');
	expect(words(remote)).not.toMatch(/Ada|Ben|Mika/);
	expect(remote.training?.plan?.options.system).not.toContain('Mika');
});

test('a provider that was asked for is offered first', () => {
	const providers = ['openai', 'local'] as const;
	const ready = press(
		scored(press(withChats(chats, {providers}), 'a', 'enter', 'enter')),
		'enter',
	);
	expect(ready.training?.provider).toBe('openai');
	const chosen = chooseTarget(ready, usualTarget('local'));
	expect(chosen.training?.provider).toBe('local');
});

test('choices changed while a training runs are not taken silently', () => {
	const running = press(
		agreed(scored(press(withChats(chats), 'a', 'enter', 'enter'))),
		'enter',
	);
	const changed = press(running, 'esc', 'right', 'enter');
	expect(changed.screen).toBe('training');
	expect(changed.notice).toMatch(/began with your earlier choices/);
});

test('cancelling asks first, and the question goes when the training ends by itself', () => {
	const running = press(
		agreed(scored(press(withChats(chats), 'a', 'enter', 'enter'))),
		'enter',
	);
	const asked = press(running, 'c');
	expect([asked.overlay, asked.training?.phase]).toEqual(['cancel', 'running']);
	expect(press(asked, 'esc').overlay).toBe(null);
	expect(press(asked, 'enter').training?.phase).toBe('cancelling');
	const over = reduce(asked, {
		type: 'training/event',
		event: {type: 'twin', twin},
	});
	expect([over.overlay, over.training?.phase]).toEqual([null, 'succeeded']);
});
