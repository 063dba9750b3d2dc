import {existsSync} from 'node:fs';
import path from 'node:path';
import {whyLeftOut} from '../chats/files/others.ts';
import {readExports} from '../chats/files/read.ts';
import {mergeExports} from '../chats/merge.ts';
import type {Chat} from '../chats/message.ts';
import {makeAudit} from '../dataset/anonymize/audit.ts';
import {buildDataset} from '../dataset/build.ts';
import {withoutExcluded} from '../dataset/excluding.ts';
import {checkExample} from '../dataset/parse.ts';
import {sameName} from '../dataset/speakers.ts';
import type {Dataset} from '../dataset/types.ts';
import {plural} from '../format.ts';
import {distinctTexts} from '../moderation/selection/texts.ts';
import {openExcluded} from '../store/excluded.ts';
import {findHome} from '../store/home.ts';
import {type Moderate, moderateTexts} from './dataset-moderation.ts';
import type {DatasetCommandOptions} from './dataset-options.ts';
import {validationFile} from './dataset-output.ts';
import {tellOfNames} from './dataset-report.ts';
import {listDropped} from './dataset-words.ts';
import {writeDataset} from './dataset-writing.ts';
import {exit, type Io} from './io.ts';
import {listNearest, meant} from './names.ts';
import {checkFolder} from './recipe-folder.ts';
import {safeText} from './safe-text.ts';

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
		const {chats: read, unreadable} = await readChats(paths, io, stopped);
		if (unreadable) code = exit.failure;
		if (read.length === 0 && unreadable) return exit.failure;
		checkInput(read, paths, options);
		const merged = mergeSame(read, io);
		const chats = options.ignoreExcluded ? merged : await leaveOut(merged, io);
		if (options.recipe && options.out) await checkFolder(options.out);
		const isDropped =
			options.moderation === 'off'
				? undefined
				: await moderate(
						distinctTexts(chats),
						{
							provider: options.moderation,
							threshold: options.threshold,
							selection: options.selection,
						},
						io,
						stopped,
					);
		const audit =
			options.report || options.reportFile !== null ? makeAudit() : null;
		const built = buildDataset(
			chats,
			{...options.rules, sources: options.sources},
			isDropped,
			audit?.watch,
		);
		checkExamples(built);
		const report = audit?.report(built.ambiguousNames) ?? null;
		await writeDataset(built, report, options, io, stopped);
		await tellOfNames(built.ambiguousNames, report, options, io);
		return code;
	} catch (error) {
		if (signal.aborted) return exit.interrupted;
		const {code: reason} = (broken.signal.reason ?? error) as {code?: unknown};
		if (reason === 'EPIPE') return code;
		io.stderr.write(`${(error as Error).message}\n`);
		return exit.failure;
	}
}

/** Exports of the same chat are one chat, so that no message is trained on twice; which ones is told. */
function mergeSame(read: readonly Chat[], {stderr}: Io): readonly Chat[] {
	const {chats, merged} = mergeExports(read);
	for (const {into, from, shared} of merged)
		stderr.write(
			`${safeText([into, ...from].join(' and '))} are exports of the same chat: the ${shared} messages that they share are taken once.\n`,
		);
	return chats;
}

/** What the owner excluded in the chat stays out here, too; how much that is, is told. */
async function leaveOut(
	chats: readonly Chat[],
	{stderr, environment}: Io,
): Promise<readonly Chat[]> {
	const excluded = await openExcluded(findHome(environment)).all();
	if (excluded.length === 0) return chats;
	const left = chats.map(chat => withoutExcluded(chat, excluded));
	const count = textsIn(chats) - textsIn(left);
	if (count > 0)
		stderr.write(
			`${plural(count, 'message')} that you excluded in the chat ${count === 1 ? 'stays' : 'stay'} out; --ignore-excluded takes them.\n`,
		);
	return left;
}

function textsIn(chats: readonly Chat[]): number {
	let count = 0;
	for (const {messages} of chats)
		for (const {kind} of messages) if (kind === 'text') count++;
	return count;
}

async function readChats(
	paths: string[],
	io: Io,
	signal: AbortSignal,
): Promise<{chats: Chat[]; unreadable: boolean}> {
	const chats: Chat[] = [];
	let unreadable = false;
	for await (const event of readExports(paths, signal, {screen: false})) {
		if (event.type === 'found')
			for await (const {file, error} of whyLeftOut(event.others, signal))
				io.stderr.write(`${safeText(file)} is left out: ${error}\n`);
		if (event.type === 'chat') chats.push(event.chat);
		if (event.type !== 'unreadable') continue;
		unreadable = true;
		io.stderr.write(`${safeText(event.file)}: ${event.error}\n`);
	}
	return {chats, unreadable};
}

/** @throws Error with a sentence where there is nothing to work on, a name is wrong, or an export would be written over. */
function checkInput(
	chats: readonly Chat[],
	paths: readonly string[],
	{rules, out, recipe, reportFile}: DatasetCommandOptions,
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
	if (out !== null && recipe === null) checkPlace(out, '--out');
	if (reportFile !== null) checkPlace(reportFile, '--report-file');
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
					: `Nobody in these chats is called "${name}". ${didYouMean(name, [...known])}`,
			);
}

function didYouMean(name: string, known: readonly string[]): string {
	const near = meant(name, known);
	const all = `There are: ${safeText(listNearest(name, known))}.`;
	return near === null ? all : `Did you mean "${safeText(near)}"? ${all}`;
}

/** A path that was mistyped shall not make a folder. @throws Error with a sentence where there is none */
function checkPlace(file: string, flag: string): void {
	const folder = path.dirname(path.resolve(file));
	if (!existsSync(folder))
		throw new Error(
			`${file} cannot be written: there is no folder ${folder}. Make it, or choose another place for ${flag}.`,
		);
}

/** @throws Error with a sentence where no example is left to train on, or OpenAI's checks would refuse one. */
function checkExamples({examples, validation, counts}: Dataset): void {
	for (const {messages} of [...examples, ...validation]) {
		const checked = checkExample({messages});
		if (typeof checked === 'string')
			throw new Error(
				`An example cannot be trained on: ${checked} This is a fault of twin-tui.`,
			);
	}
	if (counts.examples > 0) return;
	const dropped = listDropped(counts.dropped);
	throw new Error(
		`No training example is left of ${counts.messages} messages${dropped ? `: ${dropped}` : ''}. An example needs a message of somebody else and a reply of yours.`,
	);
}
