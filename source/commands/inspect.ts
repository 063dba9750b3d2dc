import {once} from 'node:events';
import type {ReadEvent} from '../chats/files/events.ts';
import {readExports} from '../chats/files/read.ts';
import type {ChatSummary} from '../chats/message.ts';
import {summarise} from '../chats/summary.ts';
import {displayText, fitText} from '../components/display-text.ts';
import {exit} from './io.ts';

/** What `inspect` prints: a table, summaries as JSON lines, or messages as JSON lines. */
export type InspectOptions = {json: boolean; messages: boolean};

/** Lines that are handed to the stream at once. */
const BATCH = 500;

/**
 * `twin-tui inspect PATH… [--json | --messages]` (design, section 6): one object per chat, one per message, or a table for
 * people. A file that cannot be read is a line of its own and the rest goes on. Resolves to the exit code: 1 where a file
 * was unreadable, else 0. A reader that goes away (`| head`) ends it quietly.
 */
export async function inspect(
	paths: string[],
	options: InspectOptions,
	io: {stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream},
): Promise<number> {
	const controller = new AbortController();
	let failure: unknown;
	const stop = (error: unknown) => {
		failure = error;
		controller.abort(error);
	};
	// Stays on: what is still being written when this returns may find the reader gone, too.
	io.stdout.on('error', stop);
	let code: number = exit.success;
	try {
		for await (const event of readExports(paths, controller.signal)) {
			if (event.type === 'found') continue;
			if (event.type === 'unreadable') {
				code = exit.failure;
				if (!options.json && !options.messages)
					io.stderr.write(`${displayText(event.file)}: ${event.error}\n`);
			}
			await print(io.stdout, linesOf(event, options), controller.signal);
		}
	} catch (error) {
		failure ??= error;
	}
	if (failure === undefined) return code;
	if ((failure as NodeJS.ErrnoException).code !== 'EPIPE') throw failure;
	return code;
}

function linesOf(
	event: Exclude<ReadEvent, {type: 'found'}>,
	options: InspectOptions,
): Iterable<string> {
	const machine = options.json || options.messages;
	if (event.type === 'unreadable')
		return machine
			? [JSON.stringify({file: event.file, error: event.error})]
			: [];
	const {chat} = event;
	if (options.messages) return messageLines(chat);
	const summary = summarise(chat);
	return options.json ? [JSON.stringify(summary)] : table(summary);
}

function* messageLines({
	file,
	messages,
}: {
	file: string;
	messages: readonly {
		timestamp: string;
		sender: string | null;
		text: string;
		kind: string;
	}[];
}): Iterable<string> {
	for (const {timestamp, sender, text, kind} of messages)
		yield JSON.stringify({file, timestamp, sender, text, kind});
}

async function print(
	stdout: NodeJS.WritableStream,
	lines: Iterable<string>,
	signal: AbortSignal,
): Promise<void> {
	let batch: string[] = [];
	const flush = async () => {
		signal.throwIfAborted();
		const ready = batch.length === 0 || stdout.write(`${batch.join('\n')}\n`);
		batch = [];
		if (!ready) await once(stdout, 'drain', {signal});
	};
	for (const line of lines) {
		batch.push(line);
		if (batch.length === BATCH) await flush();
	}
	await flush();
}

const ORDERS = {
	dmy: 'day, month, year',
	mdy: 'month, day, year',
	ymd: 'year, month, day',
} as const;

/** A chat for people: everything that the receipt knows, in a few lines. */
function table(summary: ChatSummary): string[] {
	const {byKind, lines, participants} = summary;
	const rows: [string, string][] = [
		['file', summary.file],
		['phone', summary.platform === 'ios' ? 'iPhone' : 'Android'],
		['from', `${readable(summary.first)} to ${readable(summary.last)}`],
		[
			'messages',
			`${summary.messages} (${byKind.text} text, ${byKind.media} media, ${byKind.system} notices, ${byKind.deleted} deleted)`,
		],
		[
			'people',
			participants.map(({name, messages}) => `${name} ${messages}`).join(', '),
		],
		[
			'dates',
			ORDERS[summary.dateOrder] +
				(summary.dateOrderCertain ? '' : ' (not certain)'),
		],
		[
			'lines',
			`${lines.total} = ${lines.headers} headers + ${lines.continuations} continuations + ${lines.unread.length} unread`,
		],
		...summary.warnings.map((warning): [string, string] => ['note', warning]),
	];
	return [
		oneLine(summary.title),
		...rows.map(([label, value]) => `  ${fitText(label, 10)}${oneLine(value)}`),
		'',
	];
}

function oneLine(text: string): string {
	return displayText(text).replaceAll('\n', ' ');
}

function readable(timestamp: string | null): string {
	return timestamp === null ? '–' : timestamp.slice(0, 16).replace('T', ' ');
}
