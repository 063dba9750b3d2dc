import path from 'node:path';
import {readExports} from '../chats/files/read.ts';
import type {Chat} from '../chats/message.ts';
import {displayText} from '../components/display-text.ts';
import {
	type AnonymizationReport,
	makeAudit,
} from '../dataset/anonymize/audit.ts';
import {buildDataset} from '../dataset/build.ts';
import {sameName} from '../dataset/speakers.ts';
import type {Dataset} from '../dataset/types.ts';
import {distinctTexts} from '../moderation/selection/texts.ts';
import {type Moderate, moderateTexts} from './dataset-moderation.ts';
import type {DatasetCommandOptions} from './dataset-options.ts';
import {
	isSpecial,
	toBuffers,
	validationFile,
	writeToFile,
	writeToStream,
} from './dataset-output.ts';
import {describeReport} from './dataset-report.ts';
import {
	describe,
	listDropped,
	summarize,
	undecided,
} from './dataset-summary.ts';
import {exit, type Io} from './io.ts';
import {listNearest} from './names.ts';

export {datasetFlags, datasetOptions} from './dataset-options.ts';

/**
`twin-tui dataset` (design, section 6): exports become JSONL. An export that cannot be read is named on stderr and the
rest goes on. A reader that goes away ends it quietly.
@returns the exit code: 0, or 1 with a sentence on stderr
*/
export async function dataset(
	paths: string[],
	options: DatasetCommandOptions,
	io: Io,
	signal: AbortSignal,
	moderate: Moderate = moderateTexts,
): Promise<number> {
	const broken = new AbortController();
	// Stays on: what is still being written when this returns may find the reader gone, too.
	io.stdout.on('error', error => broken.abort(error));
	const stopped = AbortSignal.any([signal, broken.signal]);
	let code: number = exit.success;
	try {
		const {chats, unreadable} = await readChats(paths, io, stopped);
		if (unreadable) code = exit.failure;
		if (chats.length === 0 && unreadable) return exit.failure;
		checkInput(chats, paths, options);
		const isDropped =
			options.moderation === 'off'
				? undefined
				: await moderate(
						distinctTexts(chats).keys(),
						{provider: options.moderation, threshold: options.threshold},
						io,
						stopped,
					);
		const audit = wantsReport(options) ? makeAudit() : null;
		const built = buildDataset(chats, options.rules, isDropped, audit?.watch);
		checkExamples(built);
		const report = audit?.report(built.ambiguousNames) ?? null;
		await write(built, report, options, io, stopped);
		return code;
	} catch (error) {
		if (signal.aborted) return exit.interrupted;
		const {code: reason} = (broken.signal.reason ?? error) as {code?: unknown};
		if (reason === 'EPIPE') return code;
		io.stderr.write(`${(error as Error).message}\n`);
		return exit.failure;
	}
}

async function readChats(
	paths: string[],
	io: Io,
	signal: AbortSignal,
): Promise<{chats: Chat[]; unreadable: boolean}> {
	const chats: Chat[] = [];
	let unreadable = false;
	for await (const event of readExports(paths, signal)) {
		if (event.type === 'chat') chats.push(event.chat);
		if (event.type !== 'unreadable') continue;
		unreadable = true;
		io.stderr.write(`${displayText(event.file)}: ${event.error}\n`);
	}
	return {chats, unreadable};
}

/** @throws Error with a sentence where there is nothing to work on, a name is wrong, or an export would be written over. */
function checkInput(
	chats: readonly Chat[],
	paths: readonly string[],
	{rules, out, reportFile}: DatasetCommandOptions,
): void {
	if (chats.length === 0)
		throw new Error(
			`There is no WhatsApp export in ${paths.join(', ')}: export a chat on the phone and give its .txt or .zip.`,
		);
	const exports = new Set(
		[...paths, ...chats.map(({file}) => file)].map(file => path.resolve(file)),
	);
	const written = [
		...(out === null ? [] : [out, validationFile(out)]),
		...(reportFile === null ? [] : [reportFile]),
	];
	for (const file of written)
		if (exports.has(path.resolve(file)))
			throw new Error(
				`${file} is one of the exports: choose another name for ${file === reportFile ? '--report-file' : '--out'}.`,
			);
	const names = new Map<string, string>();
	for (const {messages} of chats)
		for (const {sender} of messages)
			if (sender !== null && !names.has(sender))
				names.set(sender, sameName(sender));
	const known = new Set(names.values());
	for (const name of rules.me)
		if (!known.has(sameName(name)))
			throw new Error(
				known.size === 0
					? 'Nobody wrote anything in these chats.'
					: `Nobody in these chats is called "${name}". There are: ${displayText(listNearest(name, [...known]))}.`,
			);
}

/** @throws Error with a sentence where no example is left to train on. */
function checkExamples({counts}: Dataset): void {
	if (counts.examples > 0) return;
	const dropped = listDropped(counts.dropped);
	throw new Error(
		`No training example is left of ${counts.messages} messages${dropped ? `: ${dropped}` : ''}. An example needs a message of somebody else and a reply of yours.`,
	);
}

const wantsReport = ({report, reportFile}: DatasetCommandOptions): boolean =>
	report || reportFile !== null;

async function write(
	built: Dataset,
	report: AnonymizationReport | null,
	options: DatasetCommandOptions,
	io: Io,
	signal: AbortSignal,
): Promise<void> {
	const {out, json} = options;
	const hasBeside = out !== null && !(await isSpecial(out));
	if (out === null) await writeToStream(io.stdout, built.examples, signal);
	else await writeToFile(out, toBuffers(built.examples));
	if (hasBeside && built.validation.length > 0)
		await writeToFile(validationFile(out), toBuffers(built.validation));
	if (report && options.reportFile !== null)
		await writeToFile(options.reportFile, [
			Buffer.from(describeReport(report)),
		]);
	const shown = options.report ? report : null;
	// Tokens are counted only for somebody who reads the number.
	if (json) {
		const summary = await summarize(built);
		(out === null ? io.stderr : io.stdout).write(
			`${JSON.stringify(shown ? {...summary, report: shown} : summary)}\n`,
		);
	} else if (io.stderr.isTTY) {
		const held =
			!hasBeside && built.validation.length > 0
				? 'The held-out examples were written nowhere: give --out FILE, or --validation 0 to train on all.\n'
				: '';
		io.stderr.write(describe(await summarize(built)) + held);
	}
	// A reader of JSON on stderr finds both in there.
	if (json && out === null) return;
	io.stderr.write(undecided(built.ambiguousNames));
	if (shown && !json) io.stderr.write(describeReport(shown));
}
