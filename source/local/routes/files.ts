import {type Context, Hono} from 'hono';
import type {OpenAI} from 'openai';
import {refuse} from '../errors.ts';
import {checkExamples} from '../examples.ts';
import type {Files} from '../files.ts';
import {pageOf} from '../paging.ts';

/** OpenAI's limit for one file. */
const mostBytes = 512 * 1024 * 1024;

/** `/v1/files`: training data comes in, results go out. */
export function fileRoutes(files: Files): Hono {
	const find = async (c: Context) =>
		(await files.get(c.req.param('id') ?? '')) ?? noSuchFile(c);
	return new Hono()
		.post('/', async c => {
			const file = await readUpload(c);
			const content = new Uint8Array(await file.arrayBuffer());
			const {problem} = await checkExamples(content);
			if (problem !== null)
				refuse(400, 'invalid_jsonl', `${file.name}: ${problem}`, 'file');
			return c.json(
				await files.add({filename: file.name, purpose: 'fine-tune', content}),
			);
		})
		.get('/', async c => {
			const {purpose, order = 'desc', after, limit} = c.req.query();
			const all = (await files.list()).filter(
				file => !purpose || file.purpose === purpose,
			);
			if (order === 'asc') all.reverse();
			const page = pageOf(all, {after, limit}, 10_000);
			return c.json({
				object: 'list',
				...page,
				first_id: page.data[0]?.id ?? '',
				last_id: page.data.at(-1)?.id ?? '',
			});
		})
		.get('/:id', async c => c.json(await find(c)))
		.get('/:id/content', async c => {
			const {id} = await find(c);
			const content = (await files.content(id)) ?? noSuchFile(c);
			return c.body(content, 200, {
				'content-type': 'application/octet-stream',
			});
		})
		.delete('/:id', async c => {
			const {id} = await find(c);
			await files.remove(id);
			return c.json({
				id,
				object: 'file',
				deleted: true,
			} satisfies OpenAI.FileDeleted);
		});
}

const noSuchFile = (c: Context): never =>
	refuse(
		404,
		'file_not_found',
		`There is no file "${c.req.param('id')}" here. GET /v1/files lists those that are.`,
		'id',
	);

async function readUpload(c: Context): Promise<File> {
	if (Number(c.req.header('content-length') ?? 0) > mostBytes + 100_000)
		refuse(413, 'file_too_large', 'A file may have at most 512 MB.', 'file');
	let form: FormData;
	try {
		form = await c.req.formData();
	} catch {
		refuse(
			400,
			'invalid_form',
			'An upload has to be multipart form data with "file" and "purpose".',
		);
	}
	const purpose = form.get('purpose');
	if (purpose !== 'fine-tune')
		refuse(
			400,
			'invalid_purpose',
			`"purpose" is ${JSON.stringify(purpose)}, but files are kept here for "fine-tune" only.`,
			'purpose',
		);
	const file = form.get('file');
	if (!(file instanceof File))
		refuse(
			400,
			'missing_required_parameter',
			'This upload has no "file".',
			'file',
		);
	if (file.size > mostBytes)
		refuse(413, 'file_too_large', 'A file may have at most 512 MB.', 'file');
	return file;
}
