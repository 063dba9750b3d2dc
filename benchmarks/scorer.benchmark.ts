import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {gunzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {score, scorerName} from '../source/local/scorer/score.ts';
import {type Category, categories} from '../source/moderation/types.ts';
import {chatter} from '../test/moderation/chatter.ts';
import {record} from './record.ts';

/*
What the embedded scorer is worth on public labelled sets, and how long it takes for a message. The sets are not part of
this project; a folder with them is named by MODERATION_SETS:

- `samples-1680.jsonl.gz` of github.com/openai/moderation-api-release (MIT): texts with labels by OpenAI's categories;
- `test_suite_cases.csv` of github.com/paul-rottger/hatecheck-data (CC BY 4.0): sentences made to fool word lists;
- `germeval2018.test.txt` of github.com/uds-lsv/GermEval-2018-Data (CC BY 4.0): German tweets, offensive or not.
*/

const folder = process.env.MODERATION_SETS ?? '';
const samplesFile = path.join(folder, 'samples-1680.jsonl.gz');
const hateCheckFile = path.join(folder, 'test_suite_cases.csv');
const germEvalFile = path.join(folder, 'germeval2018.test.txt');
const has = (file: string) => folder !== '' && existsSync(file);

const row = (...cells: (string | number)[]) =>
	console.log(
		cells
			.map((cell, at) =>
				at === 0 ? String(cell).padEnd(34) : String(cell).padStart(11),
			)
			.join(''),
	);

type Case = {isBad: boolean; score: number};

/** How often a text above the threshold is bad, and how many bad ones are above it. */
function judge(cases: readonly Case[], threshold: number) {
	const above = cases.filter(({score}) => score > threshold);
	const hits = above.filter(({isBad}) => isBad).length;
	const bad = cases.filter(({isBad}) => isBad).length;
	return {precision: hits / Math.max(above.length, 1), recall: hits / bad};
}

/** Probability that a bad text scores higher than another one; a half is chance. */
function areaUnderCurve(cases: readonly Case[]): number {
	const bad = cases.filter(({isBad}) => isBad);
	const good = cases.filter(({isBad}) => !isBad);
	let wins = 0;
	for (const one of bad)
		for (const other of good)
			wins += one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0;
	return wins / (bad.length * good.length);
}

function tell(name: string, cases: readonly Case[]): void {
	const {precision, recall} = judge(cases, 0.5);
	row(
		name,
		cases.length,
		cases.filter(({isBad}) => isBad).length,
		precision.toFixed(2),
		recall.toFixed(2),
		areaUnderCurve(cases).toFixed(3),
	);
}

const head = () => row('', 'texts', 'bad', 'precision', 'recall', 'AUC');

const highest = (scores: readonly number[]) => Math.max(...scores);

/** The set's labels, in its own short names. */
const labels: Readonly<Record<string, Category>> = {
	S: 'sexual',
	S3: 'sexual/minors',
	H: 'hate',
	H2: 'hate/threatening',
	V: 'violence',
	V2: 'violence/graphic',
	HR: 'harassment',
	SH: 'self-harm',
};

describe(`${scorerName} on labelled texts`, () => {
	test.skipIf(!has(samplesFile))(
		'samples of the moderation API (MODERATION_SETS names a folder with them)',
		() => {
			const samples = gunzipSync(readFileSync(samplesFile))
				.toString()
				.split('\n')
				.filter(Boolean)
				.map(
					line =>
						JSON.parse(line) as {prompt: string} & Record<string, unknown>,
				)
				.map(sample => ({...sample, scores: score(sample.prompt)}));
			head();
			tell(
				'any category',
				samples.map(sample => ({
					isBad: Object.keys(labels).some(
						label => (sample as Record<string, unknown>)[label] === 1,
					),
					score: highest(sample.scores),
				})),
			);
			for (const [label, category] of Object.entries(labels))
				tell(
					category,
					samples.flatMap(sample => {
						const value = (sample as Record<string, unknown>)[label];
						return value === 0 || value === 1
							? [
									{
										isBad: value === 1,
										score: sample.scores[categories.indexOf(category)] ?? 0,
									},
								]
							: [];
					}),
				);
			expect(samples).toHaveLength(1680);
		},
	);

	test.skipIf(!has(hateCheckFile))(
		'HateCheck (MODERATION_SETS names a folder with it)',
		() => {
			const [names = [], ...rows] = readFileSync(hateCheckFile, 'utf8')
				.split('\n')
				.filter(Boolean)
				.map(cellsOf);
			const text = names.indexOf('test_case');
			const label = names.indexOf('label_gold');
			head();
			tell(
				'HateCheck, any category',
				rows.map(cells => ({
					isBad: cells[label] === 'hateful',
					score: highest(score(cells[text] ?? '')),
				})),
			);
			expect(rows.length).toBeGreaterThan(3500);
		},
	);

	test.skipIf(!has(germEvalFile))(
		'GermEval 2018 (MODERATION_SETS names a folder with it)',
		() => {
			const rows = readFileSync(germEvalFile, 'utf8')
				.split('\n')
				.filter(Boolean)
				.map(line => line.split('\t') as [string, string, string])
				.map(([text, coarse, fine]) => ({
					coarse,
					fine: fine.trim(),
					score: highest(score(text.replaceAll('|LBR|', '\n'))),
				}));
			head();
			const all = rows.map(({coarse, score}) => ({
				isBad: coarse === 'OFFENSE',
				score,
			}));
			tell('GermEval 2018, offensive', all);
			for (const kind of ['PROFANITY', 'INSULT', 'ABUSE'])
				tell(
					`  ${kind.toLowerCase()}`,
					rows
						.filter(({fine}) => fine === kind || fine === 'OTHER')
						.map(({fine, score}) => ({isBad: fine === kind, score})),
				);
			const {precision, recall} = judge(all, 0.5);
			record({
				what: `embedded scorer on German: GermEval 2018, ${all.length} tweets of its test set, threshold 0.5`,
				measured: `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
				against: 'its labels “offense” and “other”',
				ratio: `AUC ${areaUnderCurve(all).toFixed(2)}`,
			});
			expect(rows).toHaveLength(3532);
		},
	);
});

/** A line of comma-separated values, some of them in quotes. */
const cellsOf = (line: string): string[] =>
	Array.from(
		line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g),
		([, cell = '']) =>
			cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
	);

test('time for a message, against lower-casing it and cutting it into words', () => {
	const texts = chatter(40_000);
	const time = (work: (text: string) => unknown): number => {
		const begun = performance.now();
		for (const text of texts) work(text);
		return ((performance.now() - begun) * 1000) / texts.length;
	};
	const floor = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
	const rounds = Array.from({length: 5}, () => [time(score), time(floor)]);
	const best = (which: number) =>
		Math.min(...rounds.map(times => times[which] ?? 0));
	row('', 'µs', 'ratio');
	row('words alone', best(1).toFixed(1), '1.0');
	row(scorerName, best(0).toFixed(1), (best(0) / best(1)).toFixed(1));
	record({
		what: 'embedded scorer: a message of a chat (9.5 words on average, some with thousands)',
		measured: `${best(0).toFixed(1)} µs`,
		against: `${best(1).toFixed(1)} µs to lower-case it and cut it into words`,
		ratio: `${(best(0) / best(1)).toFixed(1)}×`,
	});
	// A hundred thousand messages in a second.
	expect(best(0) / best(1)).toBeLessThan(8);
});
