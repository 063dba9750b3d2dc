import {expect, test} from 'vitest';
import {explain} from '../../source/provider/errors.ts';
import {findProvider} from '../../source/provider/providers.ts';
import {refuse} from '../helpers/faults.ts';
import {thrownFor} from './thrown.ts';

const openai = findProvider('openai');

test.each([
	'sk-proj-abcdef1234567890',
	'Bearer abcdef1234567890',
	'0123456789abcdef0123456789abcdef',
	'correct-horse-battery',
])('no key is shown: %s', async key => {
	process.env.OPENAI_API_KEY = 'correct-horse-battery';
	const error = await thrownFor(
		refuse(400, {message: `Bad header ${key} sent`, code: null}),
	);
	expect(explain(error, openai)).toMatch(
		/^OpenAI refused the request: Bad header .*… sent\.$/,
	);
	expect(explain(error, openai)).not.toContain(key.slice(7));
	delete process.env.OPENAI_API_KEY;
});
