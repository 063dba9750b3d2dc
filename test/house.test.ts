import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

/** A line of code in a file of this folder. */
type Case = [folder: string, code: string];

const mayNot: Case[] = [
	[
		'source/training',
		"import {ChatsScreen} from '../screens/chats.tsx';\nChatsScreen;",
	],
	['source/provider', "import {Text} from 'ink';\nText;"],
	['source/store', "import {useState} from 'react';\nuseState;"],
	[
		'source/training',
		"import {createLocalApp} from '../local/app.ts';\ncreateLocalApp;",
	],
	['source/chats', "import {useState} from 'react';\nuseState;"],
	['source/dataset', "import fs from 'node:fs';\nfs;"],
	['source/dataset', "import OpenAI from 'openai';\nOpenAI;"],
	['source/chats', 'export const now = () => new Date();'],
	[
		'source/moderation/selection',
		'export const now = () => performance.now();',
	],
	[
		'source/twin/prompt',
		"import {openStore} from '../../store/store.ts';\nopenStore;",
	],
	[
		'source/chats',
		"import {readExports} from './files/read.ts';\nreadExports;",
	],
	[
		'source/likeness',
		"import {openStore} from '../store/store.ts';\nopenStore;",
	],
	['source/likeness', 'export const now = () => Date.now();'],
	['source/training', "import {bind} from '../keys/binding.ts';\nbind;"],
	['source/components', "import {talk} from '../twin/talk.ts';\ntalk;"],
	['source/hooks', "import {talk} from '../twin/talk.ts';\ntalk;"],
];

const may: Case[] = [
	['source/chats/files', "import fs from 'node:fs';\nexport const x = fs;"],
	[
		'source/screens',
		"import {talk} from '../twin/talk.ts';\nexport const x = talk;",
	],
	[
		'source/provider/client.ts',
		"import {createLocalFetch} from '../local/fetch.ts';\nexport const x = createLocalFetch;",
	],
	[
		'source/dataset',
		"import type {Chat} from '../chats/message.ts';\nexport type X = Chat;",
	],
];

let house: string;
let complaints: string;

/** One run of the linter with the project's own rules over a house that holds every case. */
beforeAll(() => {
	house = mkdtempSync(path.join(os.tmpdir(), 'twin-house-'));
	cpSync('biome.json', path.join(house, 'biome.json'));
	for (const [index, [folder, code]] of [...mayNot, ...may].entries()) {
		const file = path.join(house, placeOf(folder, index));
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(file, `${code}\n`);
	}
	complaints = lint(house);
});

afterAll(() => rmSync(house, {recursive: true, force: true}));

/** Files that are named in a rule keep their name. */
const placeOf = (folder: string, index: number): string =>
	folder.endsWith('.ts') ? folder : `${folder}/case-${index}.ts`;

function lint(cwd: string): string {
	try {
		const args = [
			'lint',
			'--vcs-enabled=false',
			'--colors=off',
			'--max-diagnostics=none',
		];
		return execFileSync(path.resolve('node_modules/.bin/biome'), args, {
			cwd,
			encoding: 'utf8',
			stdio: 'pipe',
		});
	} catch (error) {
		const {stdout, stderr} = error as {stdout: string; stderr: string};
		return stdout + stderr;
	}
}

const isRefused = (folder: string, index: number): boolean =>
	new RegExp(
		`${placeOf(folder, index)}:\\S+ lint/style/noRestricted(Imports|Globals)`,
	).test(complaints);

describe('directions of the house (design, section 2)', () => {
	test.each(mayNot.map((one, index) => [...one, index] as const))(
		'%s may not: %s',
		(folder, _, index) => {
			expect(isRefused(folder, index)).toBe(true);
		},
	);

	test.each(may.map((one, index) => [...one, mayNot.length + index] as const))(
		'%s may: %s',
		(folder, _, index) => {
			expect(isRefused(folder, index)).toBe(false);
		},
	);
});
