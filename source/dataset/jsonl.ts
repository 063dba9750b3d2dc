import type {Example} from './types.ts';

/**
The training file: one example per line, `\n` after each, no BOM (design, section 5). Same examples, same bytes.
Characters that some readers take for line ends, or a terminal for commands, are escaped, which means the same to JSON.
*/
export function* toJsonl(examples: Iterable<Example>): Generator<string> {
	for (const {messages} of examples)
		yield `${escapeControls(
			JSON.stringify({
				messages: messages.map(({role, content}) => ({role, content})),
			}),
		)}\n`;
}

const control = /[\u007f-\u009f\u2028\u2029]/;
const controls = /[\u007f-\u009f\u2028\u2029]/g;
const escapeControls = (json: string): string =>
	control.test(json)
		? json.replaceAll(
				controls,
				character =>
					`\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
			)
		: json;
