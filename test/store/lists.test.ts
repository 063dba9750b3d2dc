import {appendFile, mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {openExcluded} from '../../source/store/excluded.ts';
import {openPicks} from '../../source/store/picks.ts';

async function home() {
	const data = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-lists-'));
	onTestFinished(() => rm(data, {recursive: true, force: true}));
	return {data};
}

const excluded = (key: string) => ({
	key,
	chat: 'Ada',
	at: null,
	until: null,
	asked: 'soup?',
	reply: 'no',
});

test('what is excluded stays so until it is taken back; a torn line costs itself only', async () => {
	const {data} = await home();
	const list = openExcluded({data});
	expect(await list.all()).toEqual([]);
	await list.add(excluded('a'));
	await appendFile(path.join(data, 'excluded.jsonl'), '{"key":"b","exclu');
	await list.add(excluded('c'));
	await list.remove('a');
	expect(await openExcluded({data}).all()).toEqual([excluded('c')]);
});

test('picks are counted by twin and rival', async () => {
	const {data} = await home();
	const picks = openPicks({data});
	await picks.add({twin: 't', rival: 'r', better: 'twin'});
	await picks.add({twin: 't', rival: 'r', better: 'twin'});
	await picks.add({twin: 't', rival: 'r', better: 'neither'});
	await picks.add({twin: 'u', rival: 'r', better: 'rival'});
	expect(await openPicks({data}).of('t')).toEqual(
		new Map([['r', {twin: 2, rival: 0, neither: 1}]]),
	);
});
