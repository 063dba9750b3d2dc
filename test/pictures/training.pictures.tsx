import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {test} from 'vitest';
import {trainingNotAvailable} from '../helpers/faults.ts';
import {failingLife, life, unsafeData} from '../helpers/lives.ts';
import {keys} from '../helpers/screen.ts';
import {toSvg} from '../helpers/svg.ts';
import {
	type AtProvider,
	openAtProvider,
	toReady,
	toRunning,
} from '../screens/at-provider.tsx';

const [columns = 100, rows = 28] = (process.env.SIZE ?? '100x28')
	.split('x')
	.map(Number);
const folder = path.resolve(process.env.FOLDER ?? 'media', 'training');

const takeOf = (program: AtProvider) => async (name: string) => {
	await program.settle();
	await mkdir(folder, {recursive: true});
	const title = `twin-tui: ${name}`;
	await writeFile(
		path.join(folder, `${name}.svg`),
		toSvg(program.terminal, {title, cursor: program.cursor()}),
	);
};

const timeout = 120_000;

const start = async (edit?: (chat: string) => string) => {
	const program = await openAtProvider({columns, rows}, undefined, edit);
	program.provider.script.shutdownDate = '2027-01-14';
	return {program, take: takeOf(program)};
};

const checkpoint = {
	step_number: 2,
	fine_tuned_model_checkpoint: 'ft:gpt-4o-mini:ckpt-step-2',
	metrics: {step: 2, train_loss: 1.5},
};

/** A job that stays at its second step. */
const unending = [
	...life().slice(0, 4),
	{
		status: 'running' as const,
		events: [{message: 'Checkpoint created at step 2', data: null}],
		checkpoints: [checkpoint],
	},
];

test('before: ready, hyperparameters, providers, models, a key, consent', {
	timeout,
}, async () => {
	const {program, take} = await start();
	await toReady(program);
	await take('ready');
	await program.press('h', keys.down, '3');
	await take('hyperparameters');
	await program.press(keys.enter, 'p');
	await program.until('key found');
	await take('providers');
	await program.press(keys.down, keys.enter);
	await program.until('gpt-4o-mini');
	await take('models');
	await program.press(keys.tab);
	await program.until('gpt-6-luna');
	await take('models-to-prompt');
	await program.press(keys.escape, keys.down, keys.down, keys.enter);
	await program.until('Paste or type the key');
	await program.type('secret');
	await take('key');
	await program.press(keys.escape, keys.escape);
	// In a row of its own, or among what is well.
	await program.until(/free on the disk|All well: .*disk/);
	await program.press(keys.enter);
	await program.until('Type yes');
	await program.type('ye');
	await take('consent');
});

test('running, paused, done; trainings, clean-up', {timeout}, async () => {
	const {program, take} = await start();
	program.provider.script.life = unending;
	await toRunning(program);
	await program.until('checkpoint at step 2');
	await take('running');
	await program.press(' ');
	await program.until('Paused');
	await take('paused');
	await program.press(' ');
	await program.until('is learning');
	program.provider.fault(
		'GET /fine_tuning/jobs/:id',
		...Array.from({length: 500}, () => 'network' as const),
	);
	await program.until('Reconnecting');
	await take('reconnecting');
	await program.press('c');
	await take('cancel');
	await program.press(keys.escape, 'J');
	await program.until('goes on');
	await take('trainings');
	await program.press(keys.escape, 'X');
	await program.until(/\d things/);
	await take('clean-up');
	await program.press('a', 'd');
	await program.until('for good?');
	await take('clean-up-question');
});

test('done', {timeout}, async () => {
	const {program, take} = await start();
	await toRunning(program);
	await program.until('Your twin is ready');
	await take('done');
	await program.press('d');
	await program.until('are deleted at OpenAI');
	await take('deleted');
});

test('cancelled', {timeout}, async () => {
	const {program, take} = await start();
	program.provider.script.life = unending;
	await toRunning(program);
	await program.until('checkpoint at step 2');
	await program.press('c', keys.enter);
	await program.until('was cancelled');
	await take('cancelled');
});

test('refused: the organisation', {timeout}, async () => {
	const {program, take} = await start();
	program.provider.fault('POST /fine_tuning/jobs', trainingNotAvailable);
	await toRunning(program);
	await program.until('another provider');
	await program.press('x');
	await program.until('Recipe:');
	await take('refused');
});

test('refused: the content', {timeout}, async () => {
	const {program, take} = await start();
	program.provider.script.life = failingLife(
		unsafeData,
		'invalid_training_file',
	);
	await toRunning(program);
	await program.until('another provider');
	await take('refused-content');
});

test('refused: content that a lower threshold drops', {timeout}, async () => {
	// Scored 0.50 for violence: kept at 0.60.
	const {program, take} = await start(chat =>
		chat.replaceAll(/answer [12]\d, .*/g, 'the murder was bloody'),
	);
	const {provider} = program;
	const {life: before} = provider.script;
	provider.script.life = failingLife(unsafeData, 'invalid_training_file');
	await toRunning(program);
	await program.until('messages, again');
	await take('refused-stricter');
	provider.script.life = before;
	await program.press(keys.enter);
	await program.until(/180 of 200[\s\S]*disk/);
	await take('again');
});

test('a prompted twin, and what is sent', {timeout}, async () => {
	const {program, take} = await start();
	await toReady(program);
	await program.press('p');
	await program.until('key found');
	await program.press(keys.down, keys.enter);
	await program.until('gpt-4o-mini');
	await program.press(keys.tab);
	await program.until('❯ gpt-6-luna');
	await program.press(keys.enter);
	await program.until('No training to pay');
	await take('prompted-ready');
	await program.press(keys.enter);
	await program.until('Each time');
	await take('prompted-consent');
	await program.type('yes');
	await program.press(keys.enter);
	await program.until('Your twin is ready');
	await take('prompted-done');
	await program.press(keys.enter);
	await program.until('Write to Mika');
	await program.type('soup?');
	await program.press('\u0010');
	await program.until('How you write');
	await take('prompt');
});
