import {expect, test} from 'vitest';
import {meant} from '../../source/commands/names.ts';

const commands = ['inspect', 'dataset', 'train', 'serve'];

test.each([
	['datset', 'dataset'],
	['inspekt', 'inspect'],
	['Train', 'train'],
	['chats', null],
	['holiday.txt', null],
])('%s may mean %s', (typed, command) => {
	expect(meant(typed, commands)).toBe(command);
});
