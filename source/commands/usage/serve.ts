import type {Usage} from './types.ts';

/** The twins behind a port. */
export const serve: Usage = {
	form: 'serve [--port PORT] [--key KEY]',
	does: 'lets any OpenAI client on this machine talk to your twins',
	more: [
		'It answers on 127.0.0.1 only, to whoever sends the key and calls it by a name of this machine, as each twin under its name; what is sent to a twin of another provider goes on to that provider, with the past exchanges that its prompt needs. The base URL goes to the standard output, the key and the twins to the standard error. It runs until it is stopped (Ctrl+C).',
	],
	options: [
		{
			name: 'port',
			value: 'PORT',
			usual: '8787',
			does: 'port on 127.0.0.1; 0 for any free one',
		},
		{
			name: 'key',
			value: 'KEY',
			usual: 'one that is made up and shown',
			does: 'key that clients must send; others on this machine may see it in the list of processes',
		},
	],
	examples: [
		['twin-tui serve', 'base URL http://127.0.0.1:8787/v1, and a key'],
	],
	takes: null,
};
