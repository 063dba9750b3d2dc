import type OpenAI from 'openai';
import {toFile} from 'openai';
import {describe, expect, it} from 'vitest';
import {examples, openLocal, upload} from './local.ts';

describe('files', () => {
	it('come back as they went in, until they are deleted', async () => {
		const {client, folder} = await openLocal();
		const source = '"source":{"chat":"Zoë","people":[],"times":[null]}';
		const content = `${examples(3)}\n{"messages":[{"role":"assistant","content":"grüße 👋🏽"}],${source}}\r\n\n`;
		const id = await upload(client, content, 'Zoë.jsonl');
		expect(await client.files.retrieve(id)).toMatchObject({
			filename: 'Zoë.jsonl',
			purpose: 'fine-tune',
			bytes: Buffer.byteLength(content),
			status: 'processed',
		});
		const later = await openLocal({folder});
		const kept = await later.client.files.content(id);
		expect(await kept.text()).toBe(content);
		expect(await later.client.files.delete(id)).toMatchObject({deleted: true});
		await expect(client.files.retrieve(id)).rejects.toMatchObject({
			status: 404,
		});
		await expect(client.files.content(id)).rejects.toMatchObject({status: 404});
	});

	it('are listed page by page, by purpose and in either order', async () => {
		const {client} = await openLocal();
		const ids: string[] = [];
		for (let count = 1; count <= 3; count++) {
			ids.push(await upload(client, examples(count)));
			// The order is by time, in milliseconds.
			const before = Date.now();
			while (Date.now() === before);
		}
		const read = async (query: OpenAI.FileListParams) => {
			const found: string[] = [];
			for await (const {id} of client.files.list(query)) found.push(id);
			return found;
		};
		expect(await read({limit: 2})).toEqual([...ids].reverse());
		expect(await read({limit: 1, order: 'asc'})).toEqual(ids);
		expect(await read({purpose: 'fine-tune-results'})).toEqual([]);
		await expect(read({limit: 0})).rejects.toMatchObject({param: 'limit'});
		await expect(read({after: 'file-none'})).rejects.toMatchObject({
			param: 'after',
		});
	});
});

describe('an upload is refused', () => {
	it.each([
		['no JSON', 'hello\n', /^400 x\.jsonl: Line 1 is no JSON/],
		['a list', `${examples(2)}\n[1]\n`, /Line 3 has no "messages"/],
		['no messages', '{"messages":[]}', /Line 1 has no "messages"/],
		[
			'an unknown role',
			'{"messages":[{"role":"tool","content":"x"}]}',
			/role is not system/,
		],
		[
			'a role of every object',
			'{"messages":[{"role":"constructor","content":"x"}]}',
			/role is not system/,
		],
		[
			'an empty message',
			'{"messages":[{"role":"assistant","content":""}]}',
			/assistant without text/,
		],
		[
			'nothing to learn',
			'{"messages":[{"role":"user","content":"hi"}]}',
			/no message of the assistant/,
		],
		[
			'a weight',
			'{"messages":[{"role":"assistant","content":"x","weight":0}]}',
			/"weight" other than 1/,
		],
	])('for %s', async (_, content, message) => {
		const {client} = await openLocal();
		const refusal = expect(upload(client, content, 'x.jsonl')).rejects;
		await refusal.toMatchObject({
			status: 400,
			code: 'invalid_jsonl',
			param: 'file',
		});
		await expect(upload(client, content, 'x.jsonl')).rejects.toThrow(message);
		expect((await client.files.list()).data).toEqual([]);
	});

	it('for another purpose', async () => {
		const {client} = await openLocal();
		const file = await toFile(Buffer.from(examples(1)), 'x.jsonl');
		await expect(
			client.files.create({file, purpose: 'assistants'}),
		).rejects.toMatchObject({status: 400, param: 'purpose'});
	});

	it('without a file, and where it is no form', async () => {
		const {fetch} = await openLocal();
		const form = new FormData();
		form.set('purpose', 'fine-tune');
		for (const body of [form, 'hello']) {
			const response = await fetch('http://twin.invalid/v1/files', {
				method: 'POST',
				body,
			});
			expect(response.status).toBe(400);
		}
	});

	it('where the disk is full, and is not tried again', async () => {
		let writes = 0;
		const {client} = await openLocal({
			async write() {
				writes++;
				throw Object.assign(new Error('no space'), {code: 'ENOSPC'});
			},
		});
		const patient = client.withOptions({maxRetries: 2});
		await expect(upload(patient, examples(1))).rejects.toMatchObject({
			status: 507,
			code: 'disk_full',
		});
		expect(writes).toBe(1);
		expect((await client.files.list()).data).toEqual([]);
	});
});
