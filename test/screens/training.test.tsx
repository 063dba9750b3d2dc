import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {badKey, noQuota, trainingNotAvailable} from '../helpers/faults.ts';
import {failingLife, life, unsafeData} from '../helpers/lives.ts';
import {keys} from '../helpers/screen.ts';
import {prepared} from '../training/home.ts';
import {openAtProvider, toReady, toRunning} from './at-provider.tsx';

test('what leaves is listed, agreed to by a yes, trained, and the bell rings', async () => {
	const program = await openAtProvider();
	program.provider.script.shutdownDate = '2027-01-14';
	await toReady(program);
	expect(program.text()).toMatch(
		/Leaves +! all examples go to OpenAI, names replaced/,
	);
	expect(program.text()).toMatch(/stops to answer on 2027-01-14/);
	// Looking beforehand sends nothing of the chats.
	expect(program.provider.requests).not.toContain('POST /files');
	await program.press(keys.enter);
	await program.until('Type yes to agree');
	expect(program.text()).toMatch(
		/Recipient +OpenAI \(api\.openai\.com\), model gpt-4o-mini/,
	);
	expect(program.text()).toMatch(
		/Sent +2 files: \d+ examples \(\d+ kB\) and \d+ held out/,
	);
	expect(program.text()).toMatch(/Replaced +2 people by Person1…/);
	expect(program.text()).toMatch(/Cost +(About \$|less than)/i);
	await program.type('no');
	await program.press(keys.enter);
	await program.until('! Type yes and press enter');
	expect(program.provider.requests).not.toContain('POST /files');
	await program.press(keys.backspace, keys.backspace);
	await program.type('yes');
	await program.press(keys.enter);
	await program.until('Your twin is ready');
	expect(program.rings()).toBe(1);
	const sent = [...program.provider.files.values()].map(({content}) => content);
	expect(sent.join('')).not.toMatch(/Ada|Ben|Mika/);
});

test('what was uploaded stays at the provider once a twin is made: said, and deleted with one key', async () => {
	const program = await openAtProvider();
	const {provider, services} = program;
	await toRunning(program);
	await program.until(
		'2 files with your examples still lie at OpenAI: d deletes',
	);
	expect(program.text()).toContain('d delete uploads');
	provider.fault('DELETE /files/:id', badKey);
	await program.press('d');
	await program.until('Not everything that was uploaded could be deleted');
	expect(program.text()).toContain('file-1');
	expect(provider.files.size).toBe(1);
	await program.press('d');
	await program.until('✔ The files that were uploaded are deleted at OpenAI');
	expect(provider.files.size).toBe(0);
	expect(program.text()).not.toContain('d delete uploads');
	const [job] = await services.store.jobs.list();
	expect(job).toMatchObject({
		phase: 'succeeded',
		uploaded: {training: null, validation: null},
	});
	expect(await services.store.twins.list()).toHaveLength(1);
});

test('where a training goes is kept with it: one that a variable named is come back to without the variable', async () => {
	const baseURL = 'https://mika.openai.azure.com/openai/v1/';
	const program = await openAtProvider({}, ({connect}) => ({
		connect: async (name, asked) => {
			if (name === 'local') return connect(name, asked);
			const connection = program.provider.connection(name);
			const provider = {...connection.provider, baseURL};
			return {...connection, provider, close: async () => {}};
		},
	}));
	const {services} = program;
	await toRunning(program);
	await program.until('Your twin is ready');
	expect(await services.store.jobs.list()).toMatchObject([{baseURL}]);
	expect(await services.store.twins.list()).toMatchObject([{baseURL}]);
});

test('of two trainings each shows its own, however often one goes from one to the other', async () => {
	const program = await openAtProvider();
	const {store} = program.services;
	program.provider.script.life = [
		...life().slice(0, 4),
		{status: 'running', events: []},
	];
	await prepared(store, {name: 'Mia', provider: 'local', model: 'twin-base'});
	const goTo = async (name: string) => {
		await program.press('J');
		await program.until('Trainings');
		while (!program.text().match(new RegExp(`❯ .*${name}`)))
			await program.press(keys.down);
		await program.press(keys.enter);
	};
	await toRunning(program);
	await program.until('Mika, 2 chats');
	await program.until('step 2/4');
	await goTo('Mia');
	await program.until('Your twin is ready');
	expect(program.text()).not.toContain('step 2/4');
	expect(await store.twins.list()).toMatchObject([{name: 'Mia'}]);
	await goTo('Mika');
	await program.until('Mika, 2 chats');
	await program.until('step 2/4');
	expect(program.text()).toContain('✔ queue');
	const jobs = await store.jobs.list();
	expect(jobs.map(({name, phase}) => `${name} ${phase}`).toSorted()).toEqual([
		'Mia succeeded',
		'Mika created',
	]);
});

test('what was uploaded and is deleted in the clean-up is spoken of no more', async () => {
	const program = await openAtProvider({columns: 120, rows: 36});
	await toRunning(program);
	await program.until('2 files with your examples');
	await program.press('X');
	await program.until(/^\s*\d+ things/m);
	for (let moved = 0; !program.text().includes('❯ ◯ File of'); moved++) {
		expect(moved).toBeLessThan(30);
		await program.press(keys.down);
	}
	await program.press(' ', keys.down, ' ', 'd');
	await program.until('Delete 2 things');
	await program.press('y');
	await program.until(/^\s*\d+ things/m);
	expect(program.provider.files.size).toBe(0);
	await program.press(keys.escape);
	await program.until('Your twin is ready');
	expect(program.text()).not.toMatch(/with your examples|delete uploads/);
});

test('an organisation that may not train: nothing is left there, four ways remain, the next time it is known before', async () => {
	const program = await openAtProvider();
	program.provider.fault('POST /fine_tuning/jobs', trainingNotAvailable);
	await toRunning(program);
	await program.until('another provider: Azure');
	expect(program.text()).toContain('deleted at OpenAI');
	expect(program.provider.files.size).toBe(0);
	await program.press('x');
	await program.until(/Recipe: \//);
	await program.press('m');
	await program.until('twin-base at Embedded');
	await program.press('p');
	await program.until('key found');
	await program.press(keys.down, keys.enter);
	await program.until('OpenAI: which model?');
	await program.press(keys.enter);
	await program.until('OpenAI refused to train for this organisation');
	await program.press(keys.enter);
	await program.until('! This cannot start');
	expect(program.provider.files.size).toBe(0);
});

test('an organisation that may not train: a twin without training is one key away', async () => {
	const program = await openAtProvider();
	program.provider.fault('POST /fine_tuning/jobs', trainingNotAvailable);
	await toRunning(program);
	await program.until('no training: any chat model');
	await program.press('w');
	await program.until('gpt-6-luna at OpenAI');
	await program.until('No training to pay');
	expect(program.provider.files.size).toBe(0);
});

test('content that is refused: threshold, −n messages, again, and then it trains', async () => {
	// Scored 0.50 for violence: kept at 0.60.
	const program = await openAtProvider({}, undefined, chat =>
		chat.replaceAll(/answer [12]\d, .*/g, 'the murder was bloody'),
	);
	const {provider} = program;
	const before = provider.script.life;
	provider.script.life = failingLife(unsafeData, 'invalid_training_file');
	await toRunning(program);
	await program.until('threshold 0.50, −20 messages, again');
	// No orphan of what was refused.
	expect(provider.files.size).toBe(0);
	provider.script.life = before;
	await program.press(keys.enter);
	await program.until('180 of 200 messages');
	await program.until('free on the disk');
	await program.press(keys.enter);
	await program.until('Type yes to agree');
	await program.type('yes');
	await program.press(keys.enter);
	await program.until('Your twin is ready');
	const sent = [...provider.files.values()].map(({content}) => content);
	expect(sent.join('')).toContain('soup');
	expect(sent.join('')).not.toContain('murder');
});

test('content that is refused, where nothing is left to drop: the other ways', async () => {
	const program = await openAtProvider();
	program.provider.script.life = failingLife(
		unsafeData,
		'invalid_training_file',
	);
	await toRunning(program);
	await program.until('refused the data set for its content (hate, violence)');
	// Nothing in these chats scores, so there is nothing more to drop: the other ways are there.
	expect(program.text()).toContain('another provider');
	await program.press(keys.enter);
	await program.until('Ready to train');
});

test('no credit: said with what to do, and the same job goes on', async () => {
	const program = await openAtProvider();
	program.provider.fault('POST /fine_tuning/jobs', noQuota);
	await toRunning(program);
	await program.until('has no credit left');
	expect(program.provider.files.size).toBe(2);
});

test('a twin without training: consent, made at once, past exchanges go with a message', async () => {
	const program = await openAtProvider();
	await toReady(program);
	await program.press('p');
	await program.until('key found');
	await program.press(keys.down, keys.enter);
	await program.until('OpenAI: which model?');
	await program.until('gpt-4o-mini');
	await program.press(keys.tab);
	await program.until('❯ gpt-6-luna');
	await program.press(keys.enter);
	await program.until('gpt-6-luna at OpenAI');
	await program.until('No training to pay');
	await program.press(keys.enter);
	await program.until(/Each time +what you write/);
	await program.type('yes');
	await program.press(keys.enter);
	await program.until('Your twin is ready');
	expect(program.provider.requests).not.toContain('POST /files');
	const [twin] = await program.services.store.twins.list();
	expect(twin).toMatchObject({made: 'prompted', model: 'gpt-6-luna'});
	expect(JSON.stringify(twin?.style)).not.toMatch(/Ada|Ben|Mika/);
	await program.press(keys.enter);
	await program.until('Write to Mika');
	await program.type('what about soup');
	await program.press(keys.enter);
	await program.until('hey you');
	const {messages, ...rest} = program.provider.bodies.at(-1) as {
		messages: {role: string; content: string}[];
	};
	expect(rest).toMatchObject({reasoning_effort: 'none', temperature: 0.75});
	expect(messages[0]?.content).toMatch(
		/How you write[\s\S]*They: question \d+ about soup\nYou: answer/,
	);
	expect(JSON.stringify(messages)).not.toMatch(/Ada|Ben|Mika/);
});

test('paused, gone on, talked to at a checkpoint', async () => {
	const program = await openAtProvider();
	program.provider.script.life = [
		...life().slice(0, 4),
		{
			status: 'running',
			events: [{message: 'Checkpoint created at step 2', data: null}],
			checkpoints: [
				{
					step_number: 2,
					fine_tuned_model_checkpoint: 'ft:gpt:ckpt-step-2',
					metrics: {step: 2, train_loss: 1.5},
				},
			],
		},
	];
	await toRunning(program);
	await program.until('checkpoint at step 2, loss 1.50');
	expect(program.text()).toMatch(/step 2\/4/);
	expect(program.text()).toContain('50 % of tokens guessed right');
	await program.press(' ');
	await program.until('Paused');
	await program.press(' ');
	await program.until('Your twin is learning');
	await program.press('k');
	await program.until('Write to Mika (step 2)');
});

test('a key that is typed is sent, kept only if wanted, never shown and never logged', async () => {
	const canary = 'canary-0f9e8d7c6b5a';
	let given: unknown[] = [];
	const program = await openAtProvider({}, services => ({
		access: async () => (given.length > 0 ? {OPENAI_API_KEY: canary} : {}),
		giveAccess: async (...access) => {
			given = access;
			return services.giveAccess(...access);
		},
	}));
	await toReady(program);
	await program.press('p');
	await program.until('needs a key');
	await program.press(keys.down, keys.enter);
	await program.until('Paste or type the key');
	await program.paste(`${canary}\n`);
	await program.until('•••');
	expect(program.text()).not.toContain('canary');
	await program.press(keys.enter);
	await program.until('Keep this key');
	expect(program.text()).not.toContain('canary');
	await program.press('y');
	// The models follow at once: nobody has to choose the provider again.
	await program.until('gpt-4o-mini');
	expect(given).toEqual(['OPENAI_API_KEY', canary, true]);
	const {settings} = program.services.home;
	const kept = path.join(settings, 'settings.json');
	expect(await readFile(kept, 'utf8')).toContain(canary);
});
