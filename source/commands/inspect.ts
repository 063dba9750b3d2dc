import {once} from 'node:events';
import type {ReadEvent} from '../chats/files/events.ts';
import {whyLeftOut} from '../chats/files/others.ts';
import {readExports} from '../chats/files/read.ts';
import type {Chat, DateOrder} from '../chats/message.ts';
import {summarise} from '../chats/summary.ts';
import {inspectTable, ORDERS} from './inspect-table.ts';
import {exit, UsageError} from './io.ts';
import {safeJson, safeText} from './safe-text.ts';

/** What `inspect` prints: a table, summaries as JSON lines, or messages as JSON lines. */
export type InspectOptions = {
	json: boolean;
	messages: boolean;
	/** The order of the dates, where the owner knows better than the exports tell. */
	dateOrder?: DateOrder;
};

/** Flags of `inspect`, for parseArgs. */
export const inspectFlags = {
	json: {type: 'boolean'},
	messages: {type: 'boolean'},
	'date-order': {type: 'string'},
} as const;

/**
 * The options from the flags as parsed.
 * @throws UsageError where the order is none.
 */
export function inspectOptions(
	values: Record<string, unknown>,
): InspectOptions {
	const order = values['date-order'];
	if (order !== undefined && !isOrder(order))
		throw new UsageError(
			`--date-order is dmy, mdy or ymd, not "${String(order)}".`,
		);
	return {
		json: Boolean(values.json),
		messages: Boolean(values.messages),
		...(order === undefined ? {} : {dateOrder: order}),
	};
}

const isOrder = (value: unknown): value is DateOrder =>
	Object.hasOwn(ORDERS, String(value));

/** Lines that are handed to the stream at once. */
const BATCH = 500;

/**
 * `twin-tui inspect PATH… [--json | --messages] [--date-order ORDER]` (design, section 6): one object per chat, one per message, or a table for
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
		const {dateOrder} = options;
		const events = readExports(paths, controller.signal, {
			screen: false,
			...(dateOrder ? {dateOrder} : {}),
		});
		for await (const event of events) {
			if (event.type === 'found') {
				const left = whyLeftOut(event.others, controller.signal);
				for await (const {file, error} of left)
					io.stderr.write(`${safeText(file)} is left out: ${error}\n`);
				continue;
			}
			if (event.type === 'unreadable') {
				code = exit.failure;
				if (!options.json && !options.messages)
					io.stderr.write(`${safeText(event.file)}: ${event.error}\n`);
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
		return machine ? [safeJson({file: event.file, error: event.error})] : [];
	const {chat} = event;
	if (options.messages) return messageLines(chat);
	const summary = summarise(chat);
	return options.json ? [safeJson(summary)] : inspectTable(summary);
}

function* messageLines({file, messages}: Chat): Iterable<string> {
	for (const {timestamp, sender, text, kind} of messages)
		yield safeJson({file, timestamp, sender, text, kind});
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
