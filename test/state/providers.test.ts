import {describe, expect, test} from 'vitest';
import {editorWith} from '../../source/components/editor.ts';
import {
	type ProvidersAction,
	reduceProviders,
} from '../../source/state/providers.ts';
import {
	type ProviderRow,
	type ProvidersStep,
	startProviders,
} from '../../source/state/providers-step.ts';

const row = (changes: Partial<ProviderRow>): ProviderRow => ({
	provider: 'openai',
	baseURL: null,
	label: 'OpenAI',
	ready: true,
	status: '',
	needs: null,
	can: '',
	...changes,
});

const local = row({provider: 'local'});
const azure = (what?: 'key' | 'base URL') =>
	row({
		provider: 'azure',
		ready: !what,
		needs: what ? {what, variable: what === 'key' ? 'KEY' : 'URL'} : null,
	});

const apply = (step: ProvidersStep, ...actions: ProvidersAction[]) =>
	actions.reduce(reduceProviders, step);

const type = (text: string): ProvidersAction => ({
	type: 'providers/edit',
	edit: {type: 'insert', text},
});

/** Azure lacks a key, and then an address. */
const asked = apply(
	startProviders('fine-tuned'),
	{type: 'providers/found', rows: [local, azure('key')]},
	{type: 'providers/move', by: 1},
	{type: 'providers/choose'},
);

describe('a provider that lacks something', () => {
	test('asks for it, and hands over what was typed once it is said whether to keep it', () => {
		expect(asked.asking).toMatchObject({what: 'key', variable: 'KEY'});
		const typed = apply(asked, type('sk-1\n'), {type: 'providers/typed'});
		expect(typed.asking).toMatchObject({stage: 'keep'});
		expect(typed.giving).toBeNull();
		const given = apply(typed, {type: 'providers/keep', keep: false});
		expect(given.giving).toEqual({
			variable: 'KEY',
			value: 'sk-1',
			keep: false,
		});
		expect(given.asking).toBeNull();
	});

	test('goes on with what it lacks next, and with its models at last, without being chosen again', () => {
		const keyed = apply(
			asked,
			type('sk-1'),
			{type: 'providers/typed'},
			{type: 'providers/keep', keep: true},
			{type: 'providers/given'},
			{type: 'providers/found', rows: [local, azure('base URL')]},
		);
		expect(keyed.asking).toMatchObject({what: 'base URL', variable: 'URL'});
		const complete = apply(
			keyed,
			type('s://me.example/v1'),
			{type: 'providers/typed'},
			{type: 'providers/given'},
			{type: 'providers/found', rows: [azure(), local]},
		);
		expect(complete.chosen).toEqual(azure());
		expect(complete.cursor).toBe(0);
		// Looking again later chooses nobody.
		const later = apply(
			complete,
			{type: 'providers/back'},
			{type: 'providers/again'},
			{type: 'providers/found', rows: [azure(), local]},
		);
		expect(later.chosen).toBeNull();
	});

	test('nothing typed is nothing given', () => {
		const left = apply(asked, {type: 'providers/typed'});
		expect(left).toMatchObject({asking: null, giving: null});
	});
});

test('an address is begun for the owner', () => {
	const step = apply(
		startProviders('fine-tuned'),
		{type: 'providers/found', rows: [azure('base URL')]},
		{type: 'providers/choose'},
	);
	expect(step.asking?.editor).toEqual(editorWith('http'));
});

test('a way without models gives way to the other', () => {
	const offer = {model: 'm'} as never;
	const step = apply(
		startProviders('fine-tuned'),
		{type: 'providers/found', rows: [row({})]},
		{type: 'providers/choose'},
		{
			type: 'providers/offered',
			offers: {'fine-tuned': [], prompted: [offer]},
			problem: null,
		},
	);
	expect(step.way).toBe('prompted');
});
