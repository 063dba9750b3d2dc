import {describe, expect, test} from 'vitest';
import {commands} from '../../source/state/chat-commands.ts';
import type {ChatStep} from '../../source/state/chat-step.ts';
import {completions} from '../../source/state/chat-typing.ts';
import {initialState} from '../../source/state/start.ts';
import {reduce, type State} from '../../source/state.ts';
import type {Portrait} from '../../source/twin/portrait.ts';
import {press, start, twin} from './samples.ts';

const fresh = initialState({...start, twin});
const chatOf = ({chat}: State): ChatStep => chat as ChatStep;
const run = (state: State, text: string) => press(state, text, 'enter');

/** The twin's answer to whatever was asked. */
function answer(state: State, text: string): State {
	const id = chatOf(state).answering ?? 0;
	return [
		{type: 'chat/delta', id, text} as const,
		{type: 'chat/answered', id} as const,
	].reduce(reduce, state);
}
const talked = answer(run(fresh, 'hi'), 'hey');
const texts = (state: State) => chatOf(state).turns.map(({text}) => text);

test('every command has a name, a word on what it does, and is offered under a slash', () => {
	const offered = completions(chatOf(press(fresh, '/')));
	expect(offered.map(({draft}) => draft.trim())).toEqual(
		commands.map(({name}) => `/${name}`),
	);
	expect(offered.every(({does}) => does !== '')).toBe(true);
});

test.each([
	['/te', 'tab', '/temperature '],
	['/r', 'down', '/r'],
	['/RET', 'tab', '/retry'],
	['/rhythm o', 'tab', '/rhythm on'],
])('%j and %s: %j', (typed, key, draft) => {
	expect(chatOf(press(fresh, typed, key)).draft.text).toBe(draft);
});

test('up and down choose what tab and enter take', () => {
	const chosen = press(fresh, '/r', 'down', 'tab');
	expect(chatOf(chosen).draft.text).toBe('/rhythm ');
	const done = press(fresh, '/he', 'enter');
	expect(done.overlay).toBe('help');
	expect(chatOf(done).draft.text).toBe('');
});

describe('with a list of values', () => {
	const portrait = {people: ['Jo', 'Jonas', 'Lena']} as unknown as Portrait;
	const known = reduce(fresh, {
		type: 'learnt/past',
		twin: twin.id,
		portrayed: {portrait, tallies: new Map(), excluded: new Map()},
	});
	test.each([
		['/as ', ['enter'], 'Jo'],
		['/as ', ['down', 'enter'], 'Jonas'],
		['/as le', ['enter'], 'Lena'],
		['/as jo', ['enter'], 'Jo'],
		['/as Ada', ['enter'], 'Ada'],
		['/as', ['enter'], null],
	])('%j and %j: %j', (typed, keys, partner) => {
		expect(chatOf(press(known, typed, ...keys)).partner).toBe(partner);
	});
});

test('esc leaves a command that there is not, and a message as it is', () => {
	const left = press(fresh, '/blarg', 'esc');
	expect([left.screen, chatOf(left).draft.text]).toEqual(['chat', '']);
	const away = press(fresh, 'hello', 'esc');
	expect([away.screen, chatOf(away).draft.text]).toEqual(['chats', 'hello']);
});

describe('settings', () => {
	test.each([
		['/temperature 1.2', {temperature: 1.2, topP: 0.15}],
		['/temperature 0,5', {temperature: 0.5, topP: 0.15}],
		['/top-p 0.9', {temperature: 0.75, topP: 0.9}],
		['/temperature 3', twin.sampling],
		['/top-p lots', twin.sampling],
		['/top-p', twin.sampling],
	])('%s', (command, sampling) => {
		const after = chatOf(run(fresh, command));
		expect(after.sampling).toEqual(sampling);
		expect(after.notice).not.toBe(null);
	});

	test('/system takes a text and gives the twin’s own back', () => {
		const other = run(fresh, '/system Be short.');
		expect(chatOf(other).systemPrompt).toBe('Be short.');
		expect(chatOf(run(other, '/system')).systemPrompt).toBe('You are Mika.');
	});

	test('/recall is for embedded twins', () => {
		expect(chatOf(run(fresh, '/recall 0.3')).recall).toBe(0.3);
		const elsewhere = {...twin, provider: 'openai' as const};
		const other = initialState({...start, twin: elsewhere});
		const refused = chatOf(run(other, '/recall 0.3'));
		expect(refused.recall).toBe(null);
		expect(refused.notice).toContain('Only embedded twins');
	});
});

test('/nudge lets the twin begin, in the words of the experiment', () => {
	const nudged = run(fresh, '/nudge Mary because she is ill.');
	expect(chatOf(nudged)).toMatchObject({
		partner: 'Mary',
		turns: [
			{
				role: 'user',
				text: 'Start a chat with Mary because she is ill.',
				nudge: true,
			},
			{role: 'assistant', status: 'streaming'},
		],
	});
});

test.each([
	['/nudge Mary because', '/nudge Mary because '],
	['/nudge because', '/nudge because '],
])('%s asks for the reason', (command, draft) => {
	const asked = chatOf(run(fresh, command));
	expect(asked.notice).toContain('Because of what?');
	expect(asked).toMatchObject({partner: null, turns: [], draft: {text: draft}});
});

test('/nudge without a name writes to whom it talks to', () => {
	const nudged = chatOf(run(fresh, '/nudge because it rains'));
	expect(nudged.partner).toBe(null);
	expect(nudged.turns[0]?.text).toBe('Start a chat with me because it rains.');
});

describe('names that nobody has', () => {
	const portrait = {people: ['Ada', 'Person1']} as unknown as Portrait;
	const known = (portrait: Portrait | null) =>
		reduce(fresh, {
			type: 'learnt/past',
			twin: twin.id,
			portrayed: {portrait, tallies: new Map(), excluded: new Map()},
		});

	test.each([
		['/as ada', 'Mika takes you for Ada.'],
		['/as Nobody', 'takes you for Nobody, whom it has no exchanges with.'],
		['/nudge Nobody', 'It writes to Nobody, whom it has no exchanges with.'],
		['/name Person1 Bob', 'Person1 is shown as Bob.'],
		['/name Person9 Bob', 'nobody here is called Person9 so far'],
	])('%s', (command, notice) => {
		expect(chatOf(run(known(portrait), command)).notice).toContain(notice);
	});

	test('where the past is not kept, that is said', () => {
		expect(chatOf(run(known(null), '/as Nobody')).notice).toBe(
			'Mika takes you for Nobody; who it knows is not kept here.',
		);
	});
});

test('/as says whom the twin talks to', () => {
	const as = run(fresh, '/as Ada');
	expect(chatOf(as).partner).toBe('Ada');
	expect(chatOf(run(as, '/as')).partner).toBe(null);
});

test('/edit puts the last message otherwise; esc leaves it as it was', () => {
	const editing = run(talked, '/edit');
	expect(chatOf(editing).draft.text).toBe('hi');
	expect(texts(press(editing, '!', 'enter'))).toEqual(['hi!', '']);
	const left = press(editing, '!', 'esc');
	expect(texts(left)).toEqual(['hi', 'hey']);
	expect(chatOf(left).draft.text).toBe('');
	expect(left.screen).toBe('chat');
});

test('/delete takes the last exchange out', () => {
	const more = answer(run(talked, 'soup?'), 'bread');
	expect(texts(run(more, '/delete'))).toEqual(['hi', 'hey']);
	expect(texts(run(run(more, '/delete'), '/delete'))).toEqual([]);
});

test('/retry answers again', () => {
	expect(texts(run(talked, '/retry'))).toEqual(['hi', '']);
});

test('/copy and /export are done outside, one after the other', () => {
	const asked = run(run(talked, '/copy'), '/export talk.md');
	expect(chatOf(asked).tasks).toMatchObject([
		{kind: 'copy', text: 'hey'},
		{kind: 'export', file: 'talk.md'},
	]);
	const [first] = chatOf(asked).tasks;
	const done = reduce(asked, {
		type: 'chat/task-done',
		id: first?.id ?? 0,
		notice: 'Copied.',
	});
	expect(chatOf(done).tasks).toHaveLength(1);
	expect(chatOf(done).notice).toBe('Copied.');
});

test.each([
	['/foo', 'There is no /foo'],
	['/home/ada', 'There is no /home'],
	['/copy', 'no reply'],
	['/export', 'Where to?'],
	['/rename', 'What shall it be called?'],
	['/rhythm fast', '/rhythm on or /rhythm off'],
	['/edit', 'not written anything'],
	['/delete', 'nothing to delete'],
])('%s with nothing said: a sentence', (command, sentence) => {
	expect(chatOf(run(fresh, command)).notice).toContain(sentence);
});

test('two slashes begin a message with one', () => {
	expect(texts(run(fresh, '//shrug'))).toEqual(['/shrug', '']);
});

test('what has to wait for the reply says so and stays in the prompt', () => {
	const asked = run(fresh, 'hi');
	const refused = chatOf(run(asked, '/new'));
	expect(refused.notice).toContain('still writing');
	expect(refused.draft.text).toBe('/new');
	expect(refused.turns).toHaveLength(2);
});

test('/new begins a conversation; what was written is there with up', () => {
	const begun = run(talked, '/new');
	expect(texts(begun)).toEqual([]);
	expect(chatOf(begun).session).toBe(null);
	const back = press(begun, 'up', 'up');
	expect(chatOf(back).draft.text).toBe('hi');
});

test('up goes through what was sent, down comes back to the draft', () => {
	const drafting = press(talked, 'half a th', 'up');
	expect(chatOf(drafting).draft.text).toBe('hi');
	expect(chatOf(press(drafting, 'up')).draft.text).toBe('hi');
	expect(chatOf(press(drafting, 'down')).draft.text).toBe('half a th');
});
