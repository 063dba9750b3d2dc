import type {Measures} from '../likeness/measure.ts';
import type {Evaluation} from './evaluate-twin.ts';
import {safeText} from './safe-text.ts';

/** What each figure tells, best value in brackets. */
const columns: readonly [
	heading: string,
	key: Exclude<keyof Measures, 'replies'>,
	digits: number,
][] = [
	['length', 'length', 3],
	['habits', 'habits', 3],
	['3-grams', 'trigrams', 3],
	['told apart', 'auc', 3],
	['relevance', 'relevance', 3],
	['copied', 'copied', 3],
	['of others', 'copiedFromOthers', 3],
	['longest', 'longest', 0],
];

const legend = `length      divergence of the lengths (0 is the same)
habits      mean difference of habits: emoji, capitals, marks, bursts… (0 is the same)
3-grams     likeness of the letter triples (1 is the same)
told apart  how well a judge tells them from your real replies (0.5: not at all, 1: always)
relevance   how often a reply fits its own moment better than another one does (0.5: it ignores what was said)
copied      share of the longer replies that you, and that others wrote before, word by word
longest     characters of the longest passage that stands in what was learnt`;

/** An evaluation for people: a table, and what its columns mean. */
export function evaluationTable(
	{
		moments,
		bitsPerCharacter,
		millisecondsPerReply,
		quoted,
		rows,
		shown,
	}: Evaluation,
	twin: string,
): string {
	const cells = [
		['', ...columns.map(([heading]) => heading)],
		...rows.map(row => [
			row.name,
			...columns.map(([, key, digits]) =>
				Number.isFinite(row[key]) ? row[key].toFixed(digits) : '–',
			),
		]),
	];
	const widths = (cells[0] ?? []).map((_, column) =>
		Math.max(...cells.map(line => line[column]?.length ?? 0)),
	);
	const lines = cells.map(line =>
		line
			.map((cell, column) =>
				column === 0
					? cell.padEnd(widths[column] ?? 0)
					: cell.padStart(widths[column] ?? 0),
			)
			.join('  ')
			.trimEnd(),
	);
	const head = [
		`${twin}, on ${moments} moments that it never learnt`,
		...(bitsPerCharacter === null
			? []
			: [
					`${bitsPerCharacter.toFixed(3)} bits per character of your real replies`,
				]),
		...(quoted === null
			? []
			: [`${Math.round(100 * quoted)} % of its replies are quotations`]),
		`${Math.round(millisecondsPerReply)} ms per reply`,
	];
	return `${[
		safeText(head.join('; ')),
		'',
		...lines,
		'',
		legend,
		...shown.flatMap(({said, real, reply}) => [
			'',
			safeText(`  ${indent(said)}`),
			safeText(`you:  ${indent(real)}`),
			safeText(`twin: ${indent(reply)}`),
		]),
	].join('\n')}\n`;
}

const indent = (text: string): string => text.replaceAll('\n', '\n      ');
