import {
	chmod,
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import type {Home} from '../../source/store/home.ts';
import {defaultSettings, openSettings} from '../../source/store/settings.ts';

async function temporaryHome(): Promise<Home & {file: string}> {
	const folder = await mkdtemp(path.join(tmpdir(), 'twin-tui-test-'));
	onTestFinished(async () => {
		await chmod(folder, 0o700);
		await rm(folder, {recursive: true, force: true});
	});
	process.env.TWIN_TUI_HOME = folder;
	const settings = path.join(folder, 'settings');
	return {
		settings,
		data: folder,
		log: folder,
		file: path.join(settings, 'settings.json'),
	};
}

test('begin with the defaults and keep what is changed', async () => {
	const home = await temporaryHome();
	const first = await openSettings(home);
	expect(first.values()).toEqual(defaultSettings);
	first.change({me: ['Mia'], threshold: 0.4});
	expect(first.values()).toMatchObject({me: ['Mia'], threshold: 0.4});
	const second = await openSettings(home);
	expect(second.values()).toEqual({
		...defaultSettings,
		me: ['Mia'],
		threshold: 0.4,
	});
});

test('are for the owner’s eyes', async () => {
	const home = await temporaryHome();
	(await openSettings(home)).change({me: ['Mia']});
	expect((await stat(home.file)).mode & 0o777).toBe(0o600);
	expect((await stat(home.settings)).mode & 0o777).toBe(0o700);
});

test.each([
	['cut short', '{"me": ["Mia"'],
	['empty', ''],
	['with a value out of its range', '{"threshold": 7}'],
	['with a value of another kind', '{"me": "Mia"}'],
	['of another shape', '[1, 2]'],
	['null', 'null'],
])(
	'a file that is %s is kept aside, and the defaults take over',
	async (_, content) => {
		const home = await temporaryHome();
		await openSettings(home);
		await writeFile(home.file, content);
		const settings = await openSettings(home);
		expect(settings.values()).toEqual(defaultSettings);
		settings.change({threshold: 0.5});
		expect((await openSettings(home)).values().threshold).toBe(0.5);
		expect(await readdir(home.settings)).toContain('settings.damaged.json');
		expect(
			await readFile(path.join(home.settings, 'settings.damaged.json'), 'utf8'),
		).toBe(content);
	},
);

test('what a later version has added stays', async () => {
	const home = await temporaryHome();
	await openSettings(home);
	await writeFile(home.file, '{"future": 1, "pane": "hidden"}');
	const settings = await openSettings(home);
	expect(settings.values()).toMatchObject({pane: 'hidden', threshold: 0.6});
	settings.change({threshold: 0.5});
	expect(JSON.parse(await readFile(home.file, 'utf8'))).toMatchObject({
		future: 1,
		threshold: 0.5,
	});
});

test('where nothing can be written, choices last as long as the program', async () => {
	const home = await temporaryHome();
	await writeFile(home.settings, 'a file where the folder should be');
	const settings = await openSettings(home);
	settings.change({threshold: 0.3});
	expect(settings.values()).toEqual({...defaultSettings, threshold: 0.3});
});
