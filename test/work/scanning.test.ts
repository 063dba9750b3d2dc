import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import type {Chat} from '../../source/chats/message.ts';
import {distinctTexts} from '../../source/moderation/selection/texts.ts';
import {createServices} from '../../source/services.ts';
import {type Action, reduce} from '../../source/state.ts';
import {scanning} from '../../source/work/scanning.ts';
import {chatWith, press, withChats} from '../state/samples.ts';

/** The scan of a chat that is picked, with services of its own. */
async function scan(chat: Chat) {
	const root = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-scanning-'));
	const services = createServices([], {TWIN_TUI_HOME: root});
	onTestFinished(async () => {
		await services.close();
		await rm(root, {recursive: true, force: true, maxRetries: 5});
	});
	const state = press(withChats([chat]), 'a', 'enter', 'enter');
	return {
		state,
		actions: scanning(services, state, new AbortController().signal),
	};
}

test('the texts of many messages are gathered beside the keys', async () => {
	const chat = chatWith('Ada', 10_001);
	const {state, actions} = await scan(chat);
	expect(state.moderation?.texts).toBeNull();
	const {value: first} = await actions.next();
	await actions.return(undefined);
	const texts = distinctTexts([chat]);
	expect(first).toEqual({type: 'moderation/texts', texts});
	expect(reduce(state, first as Action).moderation?.texts).toBe(
		(first as {texts: unknown}).texts,
	);
});

test('the embedded scorer, too, tells of its first scores before the last', async () => {
	const {actions} = await scan(chatWith('Ada'));
	const told: [type: string, scored: number][] = [];
	for await (const action of actions)
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
