import type {AnonymizationReport} from '../dataset/anonymize/audit.ts';
import {openTokenCounter} from '../dataset/count/count.ts';
import {quote} from '../dataset/recipes/readme.ts';
import {recipes} from '../dataset/recipes/recipes.ts';
import type {Dataset} from '../dataset/types.ts';
import {plural} from '../format.ts';
import type {DatasetCommandOptions} from './dataset-options.ts';
import {
	isSpecial,
	reasonOf,
	validationFile,
	writeToFile,
	writeToStream,
} from './dataset-output.ts';
import {summarize} from './dataset-summary.ts';
import {describe} from './dataset-words.ts';
import type {Io} from './io.ts';
import {writeFolder} from './recipe-folder.ts';
import {safeJson} from './safe-text.ts';

/**
Writes a data set where it is wanted, then says what it is: the summary as JSON, or on a terminal a few words.
@throws Error with a sentence; what a stream throws
*/
export async function writeDataset(
	built: Dataset,
	report: AnonymizationReport | null,
	options: DatasetCommandOptions,
	io: Io,
	signal: AbortSignal,
): Promise<void> {
	const {json, recipe, out, freeTokens} = options;
	const summarized = (tokens: readonly number[]) => ({
		...summarize(built, tokens, freeTokens),
		...(report && options.report ? {report} : {}),
	});
	if (!recipe) {
		const afterwards = await writeLines(built, options, io, signal);
		// Tokens are counted only for somebody who reads the number; what was written nowhere is nobody's progress.
		if (!json && !io.stderr.isTTY) {
			io.stderr.write(afterwards);
			return;
		}
		const tokens = await countTokens(built, signal);
		return tell(summarized(tokens), afterwards, options, io);
	}
	const tokens = await countTokens(built, signal);
	const {build, train, title} = recipes[recipe];
	const files = build({
		examples: built.examples,
		validation: built.validation,
		longest: tokens.reduce((most, count) => Math.max(most, count), 0),
		name: options.rules.me[0]?.trim().split(/\s+/)[0] ?? 'Twin',
	});
	try {
		await writeFolder(out ?? '', files);
	} catch (error) {
		throw new Error(`${out} cannot be written: ${reasonOf(error)}`);
	}
	tell(
		summarized(tokens),
		`Written for ${title}. README.md there says how to go on; to train: cd ${quote(out ?? '')} && ${train}\n`,
		options,
		io,
	);
}

const countTokens = (built: Dataset, signal: AbortSignal) =>
	openTokenCounter().perExample(built.examples, signal);

/** @returns what a reader should know of it */
async function writeLines(
	built: Dataset,
	{out, format, sources}: DatasetCommandOptions,
	io: Io,
	signal: AbortSignal,
): Promise<string> {
	const shape = {format, sources};
	const hasBeside = out !== null && !(await isSpecial(out));
	if (out === null)
		await writeToStream(io.stdout, built.examples, shape, signal);
	else await writeToFile(out, built.examples, shape);
	if (built.validation.length === 0) return '';
	if (!hasBeside) {
		const {length} = built.validation;
		return `${plural(length, 'example')} held out for evaluation ${length === 1 ? 'was' : 'were'} written nowhere: give --out FILE, or --validation 0 to train on all.\n`;
	}
	await writeToFile(validationFile(out), built.validation, shape);
	return '';
}

function tell(
	summary: ReturnType<typeof summarize>,
	afterwards: string,
	{json, out}: DatasetCommandOptions,
	io: Io,
): void {
	if (json)
		(out === null ? io.stderr : io.stdout).write(`${safeJson(summary)}\n`);
	else if (io.stderr.isTTY) io.stderr.write(describe(summary) + afterwards);
}
