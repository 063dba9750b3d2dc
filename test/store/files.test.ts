import {spawnSync} from 'node:child_process';
import {mkdtemp, readdir, rm, writeFile as write} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import {writeFile} from '../../source/store/files.ts';

test('what a killed program began to write goes at the next write; what a living one writes stays', async () => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-files-'));
	onTestFinished(() => rm(folder, {recursive: true, force: true}));
	const {pid: dead} = spawnSync(process.execPath, ['-e', '']);
	const ending = '0123456789ab.tmp';
	for (const name of [
		`a.json.${dead}.${ending}`,
		`a.json.${process.pid}.${ending}`,
		'somebody.else.tmp',
	])
		await write(path.join(folder, name), 'half a cha');
	await writeFile(path.join(folder, 'b.json'), '{}');
	expect((await readdir(folder)).sort()).toEqual(
		[`a.json.${process.pid}.${ending}`, 'b.json', 'somebody.else.tmp'].sort(),
	);
});
