import {expect, test} from 'vitest';
import {paced} from '../../source/work/pace.ts';

const join = (items: readonly string[]) => [items.join('')];

async function all(source: AsyncIterator<string>) {
	const given: string[] = [];
	try {
		for await (const item of paced(source, join, 5)) given.push(item);
	} catch (error) {
		return {given, error: (error as Error).message};
	}
	return {given};
}

test('what comes at once comes joined, in order, and nothing is lost', async () => {
	async function* source() {
		yield* 'he';
		yield* 'y!';
	}
	expect(await all(source())).toEqual({given: ['hey!']});
});

test('what came before a failure is given first', async () => {
	async function* source() {
		yield 'h';
		yield 'e';
		throw new Error('cut');
	}
	expect(await all(source())).toEqual({given: ['he'], error: 'cut'});
});

test('what is waited for long holds nothing back', async () => {
	let release = () => {};
	const wait = new Promise<void>(resolve => {
		release = resolve;
	});
	async function* source() {
		yield 'a';
		await wait;
		yield 'b';
	}
	const items = paced(source(), join, 1);
	expect((await items.next()).value).toBe('a');
	release();
	expect((await items.next()).value).toBe('b');
	expect((await items.next()).done).toBe(true);
});

test('an empty source is an empty pace', async () => {
	async function* source(): AsyncGenerator<string> {}
	expect(await all(source())).toEqual({given: []});
});
