import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {openRecords} from '../../source/store/records.ts';

test('what cannot be a record costs no other: damaged, of another kind, a folder', async () => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-records-'));
	onTestFinished(() => rm(folder, {recursive: true, force: true}));
	const createdAt = '2026-01-01T00:00:00.000Z';
	const records = openRecords<{id: string; createdAt: string; me: string[]}>(
		folder,
		{shape: {me: 'array'}},
	);
	await records.save({id: 'whole', createdAt, me: ['Mika']});
	const contents: Record<string, string> = {
		half: '{"id": "half", "crea',
		empty: '',
		other: '[1]',
		nothing: 'null',
		gone: JSON.stringify({id: 'gone', createdAt}),
		wrong: JSON.stringify({id: 'wrong', createdAt, me: 'Mika'}),
	};
	for (const [name, content] of Object.entries(contents))
		await writeFile(path.join(folder, `${name}.json`), content);
	await mkdir(path.join(folder, 'folder.json'));
	expect((await records.list()).map(({id}) => id)).toEqual(['whole']);
	for (const name of [...Object.keys(contents), 'folder'])
		expect(await records.get(name)).toBe(null);
});
