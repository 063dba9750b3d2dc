import {createHash} from 'node:crypto';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect} from 'vitest';
import {openStore} from '../../source/store/store.ts';
import {runInPty} from '../helpers/pty.ts';
import {ctrl} from '../helpers/screen.ts';
import {
	demo,
	expectSound,
	expectTold,
	filesIn,
	makeData,
	me,
	run,
	temporaryFolder,
	trainedHome,
} from './program.ts';
import {promise} from './promise.ts';

const patience = 30_000;

/** Bytes of noise, the same ones each time. */
const noise = Buffer.concat(
	Array.from({length: 64}, (_, index) =>
		createHash('sha256').update(String(index)).digest(),
	),
);

/** What may have become of a file; null puts a folder in its place. */
const damages: Record<string, (content: Buffer) => Buffer | string | null> = {
	empty: () => '',
	'cut in half': content => content.subarray(0, content.length / 2),
	noise: () => noise,
	'zeros, as after a power cut': content => Buffer.alloc(content.length),
	'another JSON': () => '[{"id": 7}]\n',
	'its fields gone': content => {
		const {id = 'x', createdAt = '2026-01-01T00:00:00.000Z'} = parsed(content);
		return `${JSON.stringify({id, createdAt})}\n`;
	},
	'a folder': () => null,
};

function parsed(content: Buffer): {id?: string; createdAt?: string} {
	try {
		return JSON.parse(content.toString());
	} catch {
		return {};
	}
}

type Use = (home: string) => Promise<void>;

const command =
	(...args: string[]): Use =>
	async home => {
		const ended = await run(args, {home, input: 'hey'});
		expectTold(ended);
	};

/** The program comes up, or says in a sentence why not; and it ends when it is told to. */
const program =
	(...args: string[]): Use =>
	async home => {
		const running = await runInPty(args, {home, columns: 120});
		const isUp = (screen: string) =>
			/Which chats|Your twin is|The training|Write to/.test(screen);
		await Promise.race([
			running.until(isUp, patience).catch(() => undefined),
			running.exit,
		]);
		if (isUp(running.text())) {
			running.write(ctrl('c') + ctrl('c'));
			expect(await running.exit, running.text()).toBe(0);
			return;
		}
		expect(await running.exit, running.text()).toBe(1);
		expect(running.text()).not.toMatch(/had to stop|^\s+at |TypeError/m);
	};

/** Every kind of file that a home has, and who reads it. */
const kinds: [kind: string, files: RegExp, uses: Use[]][] = [
	[
		'scores',
		/^scores\//,
		[command('dataset', demo, '--me', me, '--out', '/dev/null')],
	],
	['twins', /^twins\//, [command('reply'), program('--chat')]],
	['models', /^local\/models\//, [command('reply', '--twin', 'Mika')]],
	['jobs', /^jobs\//, [program('--demo')]],
	['data sets', /^datasets\//, [program('--demo')]],
	['the embedded provider’s jobs', /^local\/jobs\//, [program('--demo')]],
	['the embedded provider’s files', /^local\/files\//, [program('--demo')]],
	['settings', /^settings/, [program('--demo')]],
	['talks', /^(sessions|talks)\//, [program('--chat', 'Mika')]],
];

describe('damaged files of the home', () => {
	for (const [kind, files, uses] of kinds)
		promise(
			kind,
			'the damaged file costs what it held and nothing else; where that is needed, a sentence; never a crash',
			async context => {
				const whole = await trainedHome();
				const chosen = (await filesIn(whole)).filter(file => files.test(file));
				if (chosen.length === 0) context.skip('the home has no such file');
				let count = 0;
				for (const file of fewOf(chosen))
					for (const [damage, change] of Object.entries(damages)) {
						const home = await trainedHome();
						await damageFile(path.join(home, file), change);
						for (const use of uses)
							await use(home).catch(error => {
								throw new Error(`${file}, ${damage}: ${error.message}`);
							});
						count++;
					}
				return `${count} ways, ${Object.keys(damages).join(', ')}`;
			},
		);
});

/** One file of each ending: they are read alike. */
function fewOf(files: readonly string[]): string[] {
	const byKind = new Map(
		files.map(file => [
			file.endsWith('.jsonl') ? path.basename(file) : path.extname(file),
			file,
		]),
	);
	return [...byKind.values()];
}

async function damageFile(
	file: string,
	change: (content: Buffer) => Buffer | string | null,
): Promise<void> {
	const content = change(await readFile(file));
	if (content !== null) return writeFile(file, content, {mode: 0o600});
	await rm(file);
	await mkdir(file);
}

const storeIn = (home: string) =>
	openStore({settings: home, data: home, log: home});

describe('two programs at once on one home', () => {
	promise(
		'train, the same data and name',
		'both end well; every record is whole; the twins answer',
		async () => {
			const home = path.join(await temporaryFolder(), 'home');
			const data = await makeData(await temporaryFolder());
			const args = ['train', data, '--name', 'Both'];
			const ended = await Promise.all([run(args, {home}), run(args, {home})]);
			for (const one of ended) expect(one.code, one.stderr).toBe(0);
			await expectSound(home);
			const twins = await storeIn(home).twins.list();
			for (const {id} of twins) await command('reply', '--twin', id)(home);
			return `${twins.length} twins`;
		},
	);

	promise(
		'dataset, the same chats',
		'both write the same bytes; the scores are whole',
		async () => {
			const folder = await temporaryFolder();
			const home = path.join(folder, 'home');
			const outs = ['a.jsonl', 'b.jsonl'].map(name => path.join(folder, name));
			const ended = await Promise.all(
				outs.map(out =>
					run(['dataset', demo, '--me', me, '--out', out], {home}),
				),
			);
			for (const one of ended) expect(one.code, one.stderr).toBe(0);
			const [one = '', other = ''] = await Promise.all(
				outs.map(out => readFile(out, 'utf8')),
			);
			expect(one).toBe(other);
			for (const file of await filesIn(path.join(home, 'scores')))
				for (const line of (
					await readFile(path.join(home, 'scores', file), 'utf8')
				).split('\n'))
					if (line) JSON.parse(line);
		},
	);

	promise(
		'the program twice, coming back to one training',
		'one trains, both see its end; one twin',
		async () => {
			const home = await trainedHome();
			const both = await Promise.all([
				runInPty(['--demo'], {home}),
				runInPty(['--demo'], {home}),
			]);
			for (const one of both) {
				await one.until('Your twin is ready', 60_000);
				one.write('q');
				expect(await one.exit).toBe(0);
			}
			await expectSound(home);
			const left = (await storeIn(home).twins.list()).filter(
				({name}) => name === 'Left',
			);
			expect(left).toHaveLength(1);
		},
	);
});

/** Makes the clock of a program wrong by so many milliseconds. */
const clockOff = (milliseconds: number) => ({
	NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
		`const Real=Date;globalThis.Date=class extends Real{constructor(...a){a.length?super(...a):super(Real.now()+${milliseconds})}static now(){return Real.now()+${milliseconds}}};`,
	)}`,
});

const year = 365 * 24 * 60 * 60 * 1000;

describe('the clock', () => {
	promise(
		'set back by a year between a kill and the next start',
		'the training goes on and ends with one twin, which answers',
		async () => {
			const home = path.join(await temporaryFolder(), 'home');
			const data = await makeData(await temporaryFolder());
			const args = ['train', data, '--name', 'Clock', '--json'];
			const first = await run(args, {
				home,
				env: clockOff(year),
				killAt: /"type":"metrics"/,
			});
			expect(first.signal).toBe('SIGKILL');
			const again = await run(args, {home});
			expect(again.code, again.stderr).toBe(0);
			expect(again.stderr).toContain('Going on');
			const twins = await storeIn(home).twins.list();
			expect(twins.map(({name}) => name)).toEqual(['Clock']);
			await command('reply')(home);
		},
	);

	promise(
		'set back by 50 years, the program comes back to a training',
		'it goes on to its end',
		async () => {
			const home = await trainedHome();
			const running = await runInPty(['--demo'], {
				home,
				env: clockOff(-50 * year),
			});
			await running.until('Your twin is ready', 60_000);
			expect(running.text()).not.toMatch(/NaN|Infinity|-\d+ s/);
			running.write('q');
			expect(await running.exit).toBe(0);
		},
	);
});
