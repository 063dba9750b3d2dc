import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {completion} from '../../source/commands/completion.ts';
import {UsageError} from '../../source/commands/io.ts';
import {fakeIo} from '../helpers/io.ts';

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'twin-tui-completion-'));
	writeFileSync(path.join(folder, 'chat.zip'), '');
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function scriptFor(shell: string): string {
	const {io, written} = fakeIo(folder);
	expect(completion(shell, io)).toBe(0);
	const file = path.join(folder, `script.${shell}`);
	writeFileSync(file, written.stdout);
	return file;
}

/** What the shell offers behind a line; the last word is the one that is typed. */
const offers: Record<string, (line: string) => string[]> = {
	bash(line) {
		const words = ['twin-tui', ...line.split(' ')];
		const array = words.map(word => `'${word}'`).join(' ');
		return lines('bash', [
			'--norc',
			'-c',
			`source '${scriptFor('bash')}'; COMP_WORDS=(${array}); COMP_CWORD=${words.length - 1}; _twin_tui; printf '%s\\n' "\${COMPREPLY[@]}"`,
		]);
	},
	fish: line =>
		lines('fish', [
			'--no-config',
			'-c',
			`source '${scriptFor('fish')}'; complete -C 'twin-tui ${line}'`,
		]).map(offer => offer.split('\t')[0] ?? ''),
	// What zsh would insert is seen by a terminal of its own (zpty): the line is typed, tab is pressed, the list is read.
	zsh: line =>
		lines('zsh', [
			'-f',
			'-c',
			`zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1=; unsetopt zle_bracketed_paste 2>/dev/null; autoload -U compinit; compinit -u -D; zstyle ':completion:*' list-prompt ''; LISTMAX=999; cd '${folder}'; source '${scriptFor('zsh')}'; echo RE''ADY"
zpty -m -r z out '*READY*'
zpty -w -n z $'twin-tui ${line}\\t\\t\\C-a\\C-kecho DO""NE\\n'
zpty -m -r z out '*DONE*'
print -r -- "$out"`,
		])
			.join(' ')
			.replaceAll(/\u001B\[[\d;?]*[A-Za-z]/g, ' ')
			.split(/[\s\r\u0007\u0008]+/),
};

function lines(shell: string, args: string[]): string[] {
	const {stdout, stderr} = spawnSync(shell, args, {
		cwd: folder,
		encoding: 'utf8',
		env: {PATH: process.env.PATH, HOME: folder, TERM: 'xterm', LANG: 'C.UTF-8'},
		timeout: 15_000,
	});
	expect(stderr).toBe('');
	return stdout.split('\n').filter(Boolean);
}

const isThere = (shell: string) =>
	spawnSync(shell, ['-c', 'true']).status === 0;

describe.each(['bash', 'zsh', 'fish'])('%s', shell => {
	test.skipIf(!isThere(shell)).each([
		['in', ['inspect'], ['dataset']],
		['--de', ['--demo'], ['--me']],
		['dataset --recipe a', ['axolotl'], ['trl']],
		['dataset --max-', ['--max-messages', '--max-per-chat'], ['--demo']],
		['train --provider ', ['local', 'openai', 'nebius'], ['sharegpt']],
		['serve --p', ['--port'], ['--provider']],
		['completion ', ['bash', 'zsh', 'fish'], ['inspect']],
	])('offers behind "%s"', (line, expected, others) => {
		const offered = offers[shell]?.(line) ?? [];
		for (const word of expected) expect(offered).toContain(word);
		for (const word of others) expect(offered).not.toContain(word);
	});
});

test('another shell is wrong usage', () => {
	expect(() => completion('tcsh', fakeIo(folder).io)).toThrow(UsageError);
	expect(() => completion('', fakeIo(folder).io)).toThrow('bash, zsh, fish');
});
