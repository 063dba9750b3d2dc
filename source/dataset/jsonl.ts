import type {Format} from './formats.ts';
import type {Entry, Example} from './types.ts';

/**
The training file: one example per line, `\n` after each, no BOM (design, section 5). Same examples, same bytes.
Characters that some readers take for line ends, or a terminal for commands, are escaped, which means the same to JSON.
*/
export function* toJsonl(
	examples: Iterable<Example>,
	format: Format = 'openai',
): Generator<string> {
	const shape = format === 'sharegpt' ? asSharegpt : asMessages;
	for (const {messages} of examples)
		yield `${escapeControls(JSON.stringify(shape(messages)))}\n`;
}

const asMessages = (messages: readonly Entry[]) => ({
	messages: messages.map(({role, content}) => ({role, content})),
});

/** Keys and names as LLaMA-Factory's documentation of the format gives them (data/README.md, 2026-08). */
const asSharegpt = (messages: readonly Entry[]) => ({
	conversations: messages.map(({role, content}) => ({
		from: sharegptNames[role],
		value: content,
	})),
});

const sharegptNames = {
	system: 'system',
	user: 'human',
	assistant: 'gpt',
} as const satisfies Record<Entry['role'], string>;

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
