import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, realpathSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {journey} from '../faults/killing.ts';
import {runInPty} from '../helpers/pty.ts';
import {ctrl} from '../helpers/screen.ts';

const nodes = [process.execPath, ...(process.env.NODES ?? '').split(':')]
	.filter(Boolean)
	.map(node => ({
		node,
		version: execFileSync(node, ['--version'], {
			env: {...process.env, FORCE_COLOR: '0'},
		})
			.toString()
			.trim(),
	}));

/** Beside the npm that runs this. */
const npx = path.join(
	path.dirname(realpathSync(process.env.npm_execpath ?? '/usr/bin/npm')),
	'npx-cli.js',
);

let folder: string;
let tarball: string;

beforeAll(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'twin-tui-package-'));
	const packed = execFileSync(
		'npm',
		['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
		{encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']},
	);
	const [{filename, size, unpackedSize}] = JSON.parse(packed);
	tarball = path.join(folder, filename);
	console.log(
		`${filename}: ${Math.round(size / 1000)} kB, unpacked ${(unpackedSize / 1e6).toFixed(1)} MB`,
	);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe.each(nodes)('Node $version', ({node}) => {
	test('npx ./twin-tui-*.tgz --demo in an empty folder with an empty home: from chats to a reply, without a warning', async () => {
		const place = mkdtempSync(path.join(folder, 'place-'));
		const home = path.join(folder, `home-${path.basename(place)}`);
		// A path from here, as people type it: npx takes one from the root for a command.
		const relative = path.relative(place, tarball);
		const open = () =>
			runInPty(['--yes', '--offline', relative, '--demo'], {
				node,
				program: npx,
				cwd: place,
				home,
				env: {
					PATH: `${path.dirname(node)}:${process.env.PATH}`,
					npm_config_cache: path.join(folder, `cache-${path.basename(place)}`),
					npm_config_update_notifier: 'false',
				},
			});
		const begun = performance.now();
		const program = await open();
		await program.until('Which chats', 60_000);
		const first = performance.now() - begun;
		expect(program.output()).not.toMatch(
			/warn|deprecat|EBADENGINE|experimental/i,
		);
		await journey(program);
		program.write(ctrl('c') + ctrl('c'));
		expect(await program.exit).toBe(0);
		expect(program.output()).not.toMatch(/warn\b|deprecat|experimental/i);
		const again = performance.now();
		const second = await open();
		await second.until('Which chats', 60_000);
		const time = performance.now() - again;
		second.write('q');
		await second.exit;
		expect(readdirSync(place)).toEqual([]);
		console.log(
			`installed and shown in ${Math.round(first)} ms, the next time in ${Math.round(time)} ms`,
		);
	});
});
