import {stripVTControlCharacters} from 'node:util';
import {type Session, titleOf} from './session-log.ts';

/**
A conversation as Markdown: a heading, then who said what, each line a paragraph of its own. What was written shows as it
was written: signs that Markdown would take for its own are escaped, and control characters left out.
*/
export function toMarkdown(
	session: Pick<Session, 'title' | 'turns'>,
	twin: string,
): string {
	const blocks = session.turns.map(({role, text, nudge, status}) => {
		if (nudge) return `*${plain(text)}*`;
		const lines = text.split('\n').filter(line => line.trim() !== '');
		const ending = status === 'done' ? '' : ` *(${status})*`;
		const [first = '', ...rest] = lines.map(plain);
		const who = role === 'user' ? 'Me' : plain(twin);
		return [`**${who}:** ${first}`, ...rest].join('  \n') + ending;
	});
	return `${[`# ${plain(titleOf(session))}`, ...blocks].join('\n\n')}\n`;
}

/** Signs that mean something anywhere, and those that do so at the beginning of a line. */
const plain = (text: string): string =>
	stripVTControlCharacters(text)
		.replaceAll(/[\x00-\x08\x0B-\x1F\x7F-\x9F]/g, '')
		.replaceAll(/[\\`*_[\]<>|~]/g, '\\$&')
		.replace(/^(\s*)([-+#=])/, '$1\\$2')
		.replace(/^(\s*\d+)([.)])/, '$1\\$2');
