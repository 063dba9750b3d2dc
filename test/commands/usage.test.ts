import {describe, expect, test} from 'vitest';
import {help} from '../../source/commands/help.ts';
import {commands} from '../../source/commands/registry.ts';
import {tuiFlags} from '../../source/commands/tui-options.ts';
import {programOptions} from '../../source/commands/usage/program.ts';
import {type CommandName, usages} from '../../source/commands/usage.ts';
import {providerNames} from '../../source/provider/providers.ts';

const names = Object.keys(usages) as CommandName[];

type Flags = Readonly<Record<string, {type: 'string' | 'boolean'}>>;

/** Names and kinds, sorted. */
const ofFlags = (flags: Flags) =>
	Object.entries(flags)
		.map(([name, {type}]) => `${name} ${type}`)
		.sort();
const ofOptions = (options: readonly {name: string; value?: string}[]) =>
	options
		.map(({name, value}) => `${name} ${value ? 'string' : 'boolean'}`)
		.sort();

describe('the table of usage names the flags that are parsed, and no others', () => {
	test.each(names)('%s', async name => {
		const {flags} = await commands[name]();
		expect(ofOptions(usages[name].options)).toEqual(ofFlags(flags as Flags));
	});

	test('the program', () => {
		expect(ofOptions(programOptions)).toEqual(ofFlags(tuiFlags));
	});

	test('providers are all that there are', () => {
		const offered = usages.train.options.find(({name}) => name === 'provider');
		expect(offered?.offers).toEqual(providerNames);
	});
});

describe('the help', () => {
	test.each([undefined, ...names])('of %s is a manual page', name => {
		const text = help(name);
		// What holds for all commands stands in the program's help, once.
		const common = name ? [] : ['Environment', 'Exit codes'];
		for (const title of ['Usage', 'Options', 'Examples', 'Files', ...common])
			expect(text).toMatch(new RegExp(`^${title}`, 'm'));
		// Lines to type are not broken.
		for (const line of text.split('\n'))
			if (!line.startsWith('  twin-tui'))
				expect(line.length, line).toBeLessThanOrEqual(80);
	});

	test('of something else is that of the program', () => {
		expect(help('nonsense')).toBe(help());
	});
});
