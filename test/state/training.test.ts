import {describe, expect, test} from 'vitest';
import {chooseTarget} from '../../source/state/training-start.ts';
import type {TrainingStep} from '../../source/state/training-step.ts';
import {reduce, type State} from '../../source/state.ts';
import {type Target, usualTarget} from '../../source/training/target.ts';
import {counted, press, ready} from './samples.ts';

const looked = (state: State): State =>
	[
		{
			type: 'training/sizes' as const,
			sizes: {training: 1000, validation: 100, replaced: []},
		},
		{
			type: 'training/preflight' as const,
			preflight: {checks: [], shutdownDate: null, price: null},
		},
	].reduce(reduce, state);

const at = (target: Partial<Target>): State =>
	counted(chooseTarget(ready(), {...usualTarget('openai'), ...target}));

const training = (state: State) => state.training as TrainingStep;

describe('consent', () => {
	test('what stays on this machine starts at once', () => {
		expect(training(press(ready(), 'enter')).phase).toBe('running');
		const server = at({
			provider: 'custom',
			baseURL: 'http://127.0.0.1:11434/v1',
			model: 'llama',
			way: 'prompted',
		});
		expect(training(press(server, 'enter')).phase).toBe('running');
	});

	test('what leaves is looked at first, then agreed to by a yes', () => {
		const early = press(at({}), 'enter');
		expect(early.notice).toMatch(/Still looking/);
		const asked = press(looked(at({})), 'enter');
		expect(training(asked).consent?.text).toBe('');
		expect(training(asked).phase).toBe('ready');
		const no = press(asked, 'n', 'o', 'enter');
		expect([training(no).phase, no.notice]).toEqual([
			'ready',
			expect.stringContaining('Type yes'),
		]);
		const yes = press(asked, 'Y', 'e', 's', 'enter');
		expect(training(yes).phase).toBe('running');
	});

	test('esc takes the question back, and nothing has begun', () => {
		const back = press(looked(at({})), 'enter', 'y', 'esc');
		expect([training(back).consent, training(back).phase]).toEqual([
			null,
			'ready',
		]);
	});

	test('letters are text while one types: q and ? do nothing else', () => {
		const typed = press(looked(at({})), 'enter', 'q', '?', 'h');
		expect(training(typed).consent?.text).toBe('q?h');
		expect(typed.leaving).toBe(false);
	});

	test('a check that is bad stands in the way', () => {
		const state = reduce(at({}), {
			type: 'training/preflight',
			preflight: {
				checks: [{name: 'allowed', level: 'bad', text: 'Refused before.'}],
				shutdownDate: null,
				price: null,
			},
		});
		expect(training(press(state, 'enter')).consent).toBe(null);
	});

	test('another provider is looked at anew; its data set where names differ', () => {
		const state = looked(at({}));
		const other = chooseTarget(state, usualTarget('nebius'));
		expect(training(other).preflight).toBe(null);
		expect(training(other).plan).toBe(training(state).plan);
		const here = chooseTarget(state, usualTarget('local'));
		expect(training(here).plan).not.toBe(training(state).plan);
	});
});

describe('a refusal', () => {
	const failed = (
		state: State,
		cause: TrainingStep['cause'],
		categories: string[] = [],
	) =>
		reduce(press(looked(state), 'enter', 'y', 'e', 's', 'enter'), {
			type: 'training/event',
			event: {type: 'failed', reason: 'No.', cause, categories},
		});

	test('of the organisation leaves four ways, each a key away', () => {
		const state = failed(at({}), 'not-allowed');
		expect(press(state, 'p').room?.type).toBe('providers');
		expect(training(press(state, 'm'))).toMatchObject({
			provider: 'local',
			phase: 'ready',
		});
		expect(training(press(state, 'w'))).toMatchObject({
			provider: 'openai',
			model: 'gpt-6-luna',
			way: 'prompted',
			phase: 'ready',
		});
		expect(training(press(state, 'x')).recipe?.state).toBe('writing');
	});

	test('of the content offers a lower threshold that drops something, and asks again', () => {
		const state = reduce(failed(at({}), 'content', ['hate']), {
			type: 'moderation/set',
			threshold: 0.8,
		});
		const stricter = press(state, 'enter');
		// 'answer 3' scores 0.7 in every category, and stands in both chats.
		expect(stricter.moderation?.threshold).toBe(0.65);
		expect(training(stricter)).toMatchObject({
			phase: 'ready',
			way: 'fine-tuned',
		});
		expect(training(stricter).plan?.effect).toBe(null);
	});

	test('of the content where nothing more can be dropped tries again as it is', () => {
		const state = reduce(failed(at({}), 'content', ['hate']), {
			type: 'moderation/set',
			threshold: 0.05,
		});
		expect(training(press(state, 'enter')).phase).toBe('ready');
		expect(press(state, 'enter').moderation?.threshold).toBe(0.05);
	});
});

describe('hyperparameters by hand', () => {
	const open = () => press(ready(), 'h');

	test('usual values by arrows, others typed', () => {
		const set = press(
			open(),
			'down',
			'right',
			'right',
			'right',
			'down',
			'7',
			'enter',
		);
		expect(training(set)).toMatchObject({
			settings: null,
			hyperparameters: {epochs: 3, batchSize: 7, minutes: 'auto'},
		});
	});

	test('what cannot be is told and not taken over', () => {
		const wrong = press(open(), 'down', '5', '1', 'enter');
		expect(training(wrong).settings?.texts.epochs).toBe('51');
		const right = press(wrong, 'backspace', 'enter');
		expect(training(right).hyperparameters.epochs).toBe(5);
	});

	test('minutes are the embedded engine’s alone', () => {
		expect(training(open()).settings?.fields).toContain('minutes');
		expect(training(press(at({}), 'h')).settings?.fields).not.toContain(
			'minutes',
		);
	});

	test('left of the smallest is auto, and a goes there at once', () => {
		const auto = press(open(), 'down', 'right', 'left', 'enter');
		expect(training(auto).hyperparameters.epochs).toBe('auto');
		const again = press(open(), 'down', '9', 'a', 'enter');
		expect(training(again).hyperparameters.epochs).toBe('auto');
	});
});

describe('while it runs', () => {
	const running = () => press(ready(), 'enter');
	const job = {id: 'job-1', provider: 'local', name: 'Mika', remoteId: 'x'};
	const withJob = () =>
		reduce(running(), {
			type: 'training/event',
			event: {type: 'job', job: job as never},
		});

	test('space pauses and goes on, once each', () => {
		const held = press(running(), ' ');
		expect(training(held).holding).toBe('pause');
		const paused = [
			{type: 'training/held' as const, reason: null},
			{
				type: 'training/event' as const,
				event: {type: 'paused' as const, paused: true, at: 1},
			},
		].reduce(reduce, held);
		expect(training(press(paused, ' ')).holding).toBe('resume');
	});

	test('the last checkpoint can be talked to, and the training goes on', () => {
		expect(press(withJob(), 'k').notice).toMatch(/no checkpoint/);
		const with2 = [100, 200].reduce(
			(state, step) =>
				reduce(state, {
					type: 'training/event',
					event: {type: 'checkpoint', step, model: `m-${step}`, loss: 1},
				}),
			withJob(),
		);
		const talking = press(with2, 'k');
		expect(talking.chat?.twin).toMatchObject({
			model: 'm-200',
			name: 'Mika (step 200)',
		});
		expect(talking.training?.phase).toBe('running');
		expect(talking.twins).toEqual([]);
	});

	test('its end is told wherever one is', () => {
		const away = press(running(), 'esc', 'esc');
		const done = reduce(away, {
			type: 'training/event',
			event: {type: 'failed', reason: 'x', cause: 'other', categories: []},
		});
		expect(done.notice).toBe('The training has failed.');
	});

	test('who has scrolled back stays there while events come', () => {
		const tell = (state: State, text: string) =>
			reduce(state, {
				type: 'training/event',
				event: {type: 'message', level: 'info', text, at: 1},
			});
		const told = ['a', 'b', 'c', 'd'].reduce(tell, running());
		const back = press(told, 'up', 'up');
		expect(training(back).scrolled).toBe(2);
		expect(training(tell(back, 'e')).scrolled).toBe(3);
		expect(training(press(back, 'down', 'down', 'down')).scrolled).toBe(0);
	});
});
