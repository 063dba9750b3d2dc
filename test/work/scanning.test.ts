import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {createServices} from '../../source/services.ts';
import {scanning} from '../../source/work/scanning.ts';
import {chatWith, press, withChats} from '../state/samples.ts';

test('the embedded scorer, too, tells of its first scores before the last', async () => {
	const root = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-scanning-'));
	const services = createServices([], {TWIN_TUI_HOME: root});
	onTestFinished(async () => {
		await services.close();
		await rm(root, {recursive: true, force: true, maxRetries: 5});
	});
	const state = press(withChats([chatWith('Ada')]), 'a', 'enter', 'enter');
	const told: [type: string, scored: number][] = [];
	for await (const action of scanning(
		services,
		state,
		new AbortController().signal,
	))
		if ('columns' in action)
			told.push([
				action.type,
				action.columns.scored.reduce((sum, one) => sum + one, 0),
			]);
	expect(told).toEqual([
		['moderation/part', 32],
		['moderation/scored', 40],
	]);
});
