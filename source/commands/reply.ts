import {text as readAll} from 'node:stream/consumers';
import {type Connection, connect} from '../provider/client.ts';
import {explain} from '../provider/errors.ts';
import {findProvider} from '../provider/providers.ts';
import {findHome} from '../store/home.ts';
import {openStore} from '../store/store.ts';
import type {Twin} from '../store/types.ts';
import {findTwin} from '../twin/find.ts';
import {openPast, type Past} from '../twin/past.ts';
import {excludedKeys, recall, recalls} from '../twin/recall.ts';
import {type TalkOptions, talk} from '../twin/talk.ts';
import {accessFor} from './access.ts';
import {exit, type Io} from './io.ts';
import {listNearest} from './names.ts';
import {safeText} from './safe-text.ts';

/** For `node:util`'s parseArgs. */
export const replyFlags = {
	twin: {type: 'string'},
	as: {type: 'string'},
	system: {type: 'string'},
} as const;

export type ReplyOptions = {
	/** Name or id; the newest twin when not given. */
	twin?: string | undefined;
	/** Who writes the message, as the chats call them: that person's exchanges come first. */
	as?: string | undefined;
	/** Instead of the twin's own system prompt. */
	system?: string | undefined;
};

/**
`twin-tui reply`: a message on stdin, the twin's reply on stdout (design, section 6).
@returns the exit code; what went wrong is one sentence on stderr
*/
export async function reply(
	{twin: wanted, as: writer, system: systemPrompt}: ReplyOptions,
	io: Io,
	signal: AbortSignal,
): Promise<number> {
	const home = findHome(io.environment);
	const store = openStore(home);
	const twins = await store.twins.list();
	const twin = findTwin(twins, wanted ?? '');
	if (typeof twin === 'string') return fail(io, twin);
	const partner = writer === undefined ? undefined : labelOf(twin, writer);
	const message = (await readAll(io.stdin)).trim();
	if (!message)
		return fail(io, 'There is no message: hand it over on the standard input.');
	let connection: Connection | null = null;
	try {
		connection = await connect(twin.provider, {
			home,
			baseURL: twin.baseURL,
			environment: await accessFor(twin.provider, io, home),
		});
		const history = [{role: 'user' as const, content: message}];
		const past =
			recalls(twin) || partner !== undefined
				? await openPast(twin, home)
				: null;
		if (past && partner !== undefined) warnOf(partner, past, twin, io);
		const recalled = recall({
			past,
			twin,
			history,
			partner: partner ?? null,
			excluded: past ? await excludedKeys(store) : new Set(),
		});
		const asked = {
			connection,
			twin,
			history,
			recalled,
			...(partner !== undefined && {partner}),
			...(systemPrompt !== undefined && {systemPrompt}),
		};
		return await answer({...asked, io}, signal);
	} catch (error) {
		return fail(io, explain(error, findProvider(twin.provider)));
	} finally {
		await connection?.close();
	}
}

/** The data set knows people by labels; the owner may have named them. */
const labelOf = ({names = {}}: Twin, writer: string): string =>
	Object.entries(names).find(
		([, name]) => name.toLocaleLowerCase() === writer.toLocaleLowerCase(),
	)?.[0] ?? writer;

/** A name that nobody has changes little; a misspelt one is worth a word. */
function warnOf(
	partner: string,
	past: Past,
	{name, names = {}}: Twin,
	{stderr}: Io,
): void {
	const people = new Set(past.exchanges.flatMap(({people}) => people));
	if (people.size === 0 || people.has(partner)) return;
	const shown = [...people].map(label => names[label] ?? label);
	stderr.write(
		`${safeText(name)} has no exchanges with "${safeText(partner)}". It knows: ${safeText(listNearest(partner, shown))}.\n`,
	);
}

type Asked = Omit<TalkOptions, 'connection' | 'twin'> & {
	connection: Connection;
	twin: Twin;
	io: Io;
};

async function answer(
	{io, ...asked}: Asked,
	signal: AbortSignal,
): Promise<number> {
	const {twin} = asked;
	for await (const event of talk(asked, signal)) {
		if (event.type !== 'done') continue;
		// Half a reply is worse than none where a script reads it.
		if (event.stopped) return exit.interrupted;
		if (!event.text.trim())
			return fail(io, `${twin.name} gave no reply: try again.`);
		io.stdout.write(`${io.stdout.isTTY ? safeText(event.text) : event.text}\n`);
	}
	return exit.success;
}

function fail({stderr}: Io, sentence: string): number {
	stderr.write(`${sentence}\n`);
	return exit.failure;
}
