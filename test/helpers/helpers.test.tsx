import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {Text, useInput} from 'ink';
import {useState} from 'react';
import {expect, onTestFinished, test} from 'vitest';
import {runInPty} from './pty.ts';
import {keys, mount} from './screen.ts';
import {toSvg} from './svg.ts';
import {createTerminal} from './terminal.ts';

/** A program that takes the terminal as Ink does; it ends on 'q', and forgets to give it back on 'x'. */
const rude = `
import process from 'node:process';
process.stdin.setRawMode(true);
process.on('SIGTERM', () => leave(true, 143));
process.stdout.on('resize', () => process.stdout.write(' now ' + process.stdout.columns));
process.stdin.on('data', data => {
	if (String(data) === 'q') leave(true, 3);
	if (String(data) === 'x') leave(false, 0);
});
process.stdout.write('\\u001B[?1049h\\u001B[?25l\\u001B[?2004hhome ' + process.env.TWIN_TUI_HOME);
function leave(isPolite, code) {
	if (isPolite) {
		process.stdout.write('\\u001B[?2004l\\u001B[?25h\\u001B[?1049lbye');
		process.stdin.setRawMode(false);
		process.exit(code);
	}
	process.kill(process.pid, 'SIGKILL');
}
`;

async function rudeProgram() {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-rude-'));
	onTestFinished(() => rm(folder, {recursive: true}));
	const program = path.join(folder, 'rude.mjs');
	await writeFile(program, rude);
	return program;
}

test('a run in a real terminal: screen, resize, exit code, terminal given back', async () => {
	const run = await runInPty([], {program: await rudeProgram()});
	await run.until(`home ${run.home}`);
	expect(run.cursor().isVisible).toBe(false);
	run.resize({columns: 70, rows: 20});
	await run.until('now 70');
	run.write('q');
	expect(await run.exit).toBe(3);
	expect(run.text()).toContain('bye');
	expect(await run.isRestored()).toBe(true);
});

test('a signal reaches the program, not only the shell around it', async () => {
	const run = await runInPty([], {program: await rudeProgram()});
	await run.until('home');
	run.kill('SIGTERM');
	expect(await run.exit).toBe(143);
	expect(await run.isRestored()).toBe(true);
});

test('a terminal that was not given back is noticed', async () => {
	const run = await runInPty([], {program: await rudeProgram()});
	await run.until('home');
	run.write('x');
	expect(await run.exit).toBe(137);
	expect(await run.isRestored()).toBe(false);
});

test('waiting in vain fails with the screen, at the latest when the program ends', async () => {
	const run = await runInPty([], {program: await rudeProgram()});
	await run.until('home');
	const waiting = run.until('something else');
	run.write('q');
	await expect(waiting).rejects.toThrow(/something else[\s\S]*bye/);
});

/** Counts in a timer of its own and echoes keys. */
function Slow() {
	const [shown, setShown] = useState('idle');
	useInput(input => {
		setShown('working');
		setTimeout(() => setShown(`done ${input}`), 5);
	});
	return <Text color="red">{shown}</Text>;
}

test('until waits for work that is under way', async () => {
	const screen = await mount(<Slow />);
	await screen.press('a');
	await screen.until('done a');
	expect(screen.styleOf('done')).toMatchObject({colour: 'red', bold: false});
	await expect(screen.until('never', 20)).rejects.toThrow(
		/"never"[\s\S]*│done a/,
	);
	expect(() => screen.styleOf('never')).toThrow('not on the screen');
});

test('escape, bursts, pastes and sizes arrive as in a terminal', async () => {
	const seen: string[] = [];
	function Probe() {
		useInput((input, key) => {
			seen.push(key.escape ? 'esc' : key.downArrow ? 'down' : input);
		});
		return <Text>probe</Text>;
	}
	const screen = await mount(<Probe />);
	await screen.press(keys.escape, keys.down);
	await screen.burst(`${keys.down}ab\r`);
	await screen.paste('x\ny');
	await screen.resize({columns: 40, rows: 5});
	expect(seen).toEqual(['esc', 'down', 'down', 'ab\r', 'x\ny']);
	expect(screen.text().split('\n')).toHaveLength(5);
});

test('a picture places every run on its cells, and is the same each time', async () => {
	const {terminal, cursor} = createTerminal({columns: 20, rows: 2});
	const data =
		'\u001B[1;36mhi\u001B[0m 你<b \u001B[7minv\u001B[0m█⣤\r\n\u001B[2;31m░\u001B[0m';
	await new Promise<void>(resolve => terminal.write(data, resolve));
	const svg = toSvg(terminal, {title: 'A & B', cursor: cursor()});
	expect(toSvg(terminal, {title: 'A & B', cursor: cursor()})).toBe(svg);
	expect(svg).toContain('A &amp; B');
	expect(svg).toContain(
		'x="14" y="44" fill="#63bfc7" font-weight="bold" textLength="18" lengthAdjust="spacingAndGlyphs">hi<',
	);
	// Four cells in: "hi " and then the wide character, which takes two.
	expect(svg).toContain('x="41" y="44" fill="#d7dae0">你<');
	expect(svg).toContain(
		'x="59" y="44" fill="#d7dae0" textLength="18" lengthAdjust="spacingAndGlyphs">&lt;b<',
	);
	expect(svg).toContain(
		'<rect x="86" y="30" width="27" height="19" fill="#d7dae0" shape-rendering="crispEdges"/>',
	);
	expect(svg.match(/<circle/g)?.length).toBe(3 + 4);
	expect(svg).toContain('fill="#e5727a" opacity="0.25"');
});
