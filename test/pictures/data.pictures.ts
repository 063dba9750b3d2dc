import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {test} from 'vitest';
import {runInPty} from '../helpers/pty.ts';
import {keys} from '../helpers/screen.ts';
import {toSvg} from '../helpers/svg.ts';

const sizes = process.env.SIZE?.split(' ') ?? ['60x16', '80x24', '120x36'];
const folder = process.env.FOLDER;
const patience = 30_000;

/** The data set, its knobs and the audit of names, for eyes: `FOLDER=/tmp/x SIZE=80x24 npx vitest run --config vitest.pictures.config.ts data`. */
test.skipIf(!folder).each(sizes)(
	'pictures of the data set at %s',
	{timeout: 5 * patience},
	async size => {
		const [columns = 80, rows = 24] = size.split('x').map(Number);
		await mkdir(folder ?? '', {recursive: true});
		const program = await runInPty(['--demo'], {columns, rows});
		const take = (name: string) =>
			writeFile(
				path.join(folder ?? '', `${size}-${name}.svg`),
				toSvg(program.terminal, {
					title: `twin-tui: ${name}`,
					cursor: program.cursor(),
				}),
			);
		await program.until('nothing picked yet: ', patience);
		program.write('a');
		await program.until('5 picked');
		program.write(keys.enter);
		await program.until(/❯ Mika Sommer/);
		program.write(keys.enter);
		await program.until(/\d examples/, patience);
		program.write(keys.enter);
		await program.until('Ready to train');
		program.write('e');
		await program.until('Example 1 of');
		await take('example');
		program.write(keys.tab);
		await program.until('❯ gap');
		await program.until(/tokens +\d/, patience);
		await take('knobs');
		program.write(keys.escape);
		await program.until('Ready to train');
		program.write('v');
		await program.until(/● (?:also )?words \d/, patience);
		await take('audit-words');
		program.write(keys.right);
		await program.until('looks like a name');
		await take('audit-maybe');
		program.write(keys.right + keys.right);
		await program.until('Who was found');
		await take('audit-people');
	},
);
