import type {Example} from './types.ts';

/**
The training file: one example per line, `\n` after each, no BOM (design, section 5). Same examples, same bytes.
Characters that some readers take for line ends are escaped, which means the same to JSON.
*/
export function* toJsonl(examples: Iterable<Example>): Generator<string> {
	for (const {messages} of examples)
		yield `${escapeLineEnds(
			JSON.stringify({
				messages: messages.map(({role, content}) => ({role, content})),
			}),
		)}\n`;
}

const lineEnd = /[\u0085\u2028\u2029]/;
const lineEnds = /[\u0085\u2028\u2029]/g;
const escapeLineEnds = (json: string): string =>
	lineEnd.test(json)
		? json.replaceAll(
				lineEnds,
				character =>
					`\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
			)
		: json;
