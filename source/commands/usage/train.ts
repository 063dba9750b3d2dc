import {providers} from './providers.ts';
import type {Usage} from './types.ts';

/** A twin out of a data set. */
export const train: Usage = {
	form: 'train DATA.jsonl [options]',
	does: 'trains a twin on a data set, here or at a provider',
	more: [
		'The embedded provider trains on this machine, without a key. Naming another one is the consent to send the data set there; its key is read from the environment.',
		'A training that was interrupted, in whatever way, goes on when the same command is given again.',
	],
	options: [
		{
			name: 'validation',
			value: 'FILE',
			path: 'file',
			does: 'held-out examples, to measure with',
		},
		{
			name: 'provider',
			value: 'P',
			offers: providers,
			usual: 'local',
			does: 'local, openai, azure, nebius or custom: anything but local sends the data there',
		},
		{name: 'base-url', value: 'URL', does: 'of a custom provider'},
		{
			name: 'model',
			value: 'NAME',
			usual: 'what the provider offers first',
			does: 'base model',
		},
		{
			name: 'epochs',
			value: 'N',
			offers: ['auto'],
			usual: 'auto',
			does: 'auto, or 1 to 50',
		},
		{
			name: 'batch-size',
			value: 'N',
			offers: ['auto'],
			usual: 'auto',
			does: 'auto, or 1 to 256',
		},
		{
			name: 'learning-rate-multiplier',
			value: 'X',
			offers: ['auto'],
			usual: 'auto',
			does: 'auto, or a number above 0',
		},
		{
			name: 'seed',
			value: 'N',
			offers: ['auto'],
			usual: 'auto',
			does: 'the same number, the same training, where the provider can',
		},
		{
			name: 'minutes',
			value: 'N',
			offers: ['auto'],
			usual: 'auto',
			does: 'how long the embedded engine’s network may learn; 0 for no network, a minute under auto',
		},
		{
			name: 'prompted',
			does: 'no training: a chat model of the provider that is shown how you write and your nearest past exchanges, with every message',
		},
		{name: 'suffix', value: 'TEXT', does: 'part of the model’s name'},
		{
			name: 'name',
			value: 'TWIN',
			usual: 'the file’s name',
			does: 'what to call the twin',
		},
		{name: 'json', does: 'events as JSON lines, the twin last'},
	],
	examples: [
		[
			'twin-tui train data.jsonl --validation data.validation.jsonl --name Mika',
			'trains here, in about a minute',
		],
		[
			'OPENAI_API_KEY=… twin-tui train data.jsonl --provider openai --json',
			'trains at OpenAI, and tells what happens as JSON lines',
		],
	],
	takes: 'paths',
};
