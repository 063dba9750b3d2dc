import type {Format} from './formats.ts';
import type {Entry, Example} from './types.ts';

export type JsonlOptions = {
	format?: Format;
	/** Whether each line says where it comes from (`Source`), as far as that is known: for this machine only. */
	sources?: boolean;
};

/**
The training file: one example per line, `\n` after each, no BOM (design, section 5). Same examples, same bytes.
Characters that some readers take for line ends, or a terminal for commands, are escaped, which means the same to JSON.
*/
export function* toJsonl(
	examples: Iterable<Example>,
	{format = 'openai', sources = false}: JsonlOptions = {},
): Generator<string> {
	const shape = format === 'sharegpt' ? sharegpt : openai;
	for (const {messages, source} of examples) {
		const from =
			sources && source
				? `,"source":${escapeControls(JSON.stringify(source))}`
				: '';
		yield `${shape(messages)}${from}}\n`;
	}
}

/**
A training file with nothing on its lines but `messages`, these as they are: what may leave the machine.
@throws SyntaxError for a line that is no JSON (`checkJsonl` finds these)
*/
export function onlyMessages(jsonl: string): string {
	const lines: string[] = [];
	for (const line of jsonl.replace(/^\ufeff/, '').split('\n'))
		if (line.trim()) lines.push(lineOf({messages: JSON.parse(line).messages}));
	return lines.join('');
}

const lineOf = (value: object): string =>
	`${escapeControls(JSON.stringify(value))}\n`;

/** Written by hand but for the texts, which is twice as fast as it is with an object for each entry. The bracket is left open. */
function openai(messages: readonly Entry[]): string {
	let line = '{"messages":[';
	let next = '';
	for (const {role, content} of messages) {
		line += `${next}{"role":"${role}","content":${toJson(content)}}`;
		next = ',';
	}
	return `${line}]`;
}

/** Keys and names as LLaMA-Factory's documentation of the format gives them (data/README.md, 2026-08). */
function sharegpt(messages: readonly Entry[]): string {
	let line = '{"conversations":[';
	let next = '';
	for (const {role, content} of messages) {
		line += `${next}{"from":"${sharegptNames[role]}","value":${toJson(content)}}`;
		next = ',';
	}
	return `${line}]`;
}

/** What stands otherwise in a line: signs that JSON or we escape, and halves of characters, which may stand alone. Most texts have none. */
const special = /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/;

const toJson = (text: string): string =>
	special.test(text) ? escapeControls(JSON.stringify(text)) : `"${text}"`;

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
