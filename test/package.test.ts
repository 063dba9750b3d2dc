import {execFileSync} from 'node:child_process';
import {expect, test} from 'vitest';
import packageJson from '../package.json' with {type: 'json'};

type Packed = {files: {path: string; size: number}[]; size: number};

/** What `npm publish` would put on the registry. */
function pack(): Packed {
	const printed = execFileSync(
		'npm',
		['pack', '--dry-run', '--json', '--ignore-scripts'],
		{encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']},
	);
	return JSON.parse(printed)[0];
}

test('the tarball holds the bundle, its notices and the demo chats, and nothing else', () => {
	const {files, size} = pack();
	const meant =
		/^(package\.json|readme\.md|license|dist\/[\w.-]+\.(js|wasm)|dist\/third-party-notices\.txt|fixtures\/demo\/[^/]+\.(txt|zip|md))$/;
	expect(files.map(({path}) => path).filter(path => !meant.test(path))).toEqual(
		[],
	);
	for (const needed of [
		'dist/cli.js',
		'dist/third-party-notices.txt',
		'license',
		'readme.md',
	])
		expect(files.map(({path}) => path)).toContain(needed);
	expect(size).toBeLessThan(4_000_000);
});

test('whoever installs it installs nothing else', () => {
	expect(packageJson).not.toHaveProperty('dependencies');
	expect(packageJson).not.toHaveProperty('optionalDependencies');
	expect(packageJson).not.toHaveProperty('scripts.postinstall');
	expect(packageJson).not.toHaveProperty('scripts.install');
});
