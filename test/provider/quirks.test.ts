import {expect, test} from 'vitest';
import {usualSampling} from '../../source/local/routes/chat-request.ts';
import {findProvider} from '../../source/provider/providers.ts';

test('twins of the embedded engine are sampled as it does unasked; others as published', () => {
	const {sampling, recall} = findProvider('local').quirks;
	expect({...sampling, recall}).toEqual(usualSampling);
	const published = {sampling: {temperature: 0.75, topP: 0.15}, recall: null};
	for (const name of ['openai', 'azure', 'nebius', 'custom'] as const)
		expect(findProvider(name).quirks).toMatchObject(published);
});
