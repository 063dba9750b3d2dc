import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {clipboardSequence} from './components/clipboard.ts';
import type {Connection} from './provider/client.ts';
import type {LocalServer} from './provider/servers.ts';
import type {ProviderName} from './provider/types.ts';
import {writeNew} from './store/files.ts';
import {findHome, type Home} from './store/home.ts';
import type {SettingsFile} from './store/settings.ts';
import {openStore, type Store} from './store/store.ts';
import type {Twin} from './store/types.ts';
import type {Pace} from './training/run-state.ts';
import type {Past} from './twin/past.ts';
import type {Desks} from './work/desks.ts';

/** What the screens' work needs of the world; one for the whole run. */
export type Services = {
	/** Files, zips and folders in which exports are looked for; none for the usual folders. */
	paths: readonly string[];
	/** The project's own chats. */
	demoFolder: string;
	home: Home;
	store: Store;
	/** Small choices of earlier runs: opened when first asked for. */
	settings(): Promise<SettingsFile>;
	/** The environment with the keys and base URLs that were typed, now or in an earlier run. */
	access(): Promise<NodeJS.ProcessEnv>;
	/** Takes a key or base URL under its variable's name: for this run, or kept in the settings (mode 0600). */
	giveAccess(variable: string, value: string, keep: boolean): Promise<void>;
	/** Servers of the owner's own that answer on this machine. */
	servers(signal: AbortSignal): Promise<LocalServer[]>;
	/** How often a training is looked at; null for what suits its provider. */
	pace: Pace | null;
	/** Rings the terminal's bell: something is over. */
	ring(): void;
	/** Where examples are counted and looked up: opened when first asked for. */
	desks(): Promise<Desks>;
	/** What a twin was made of: read and indexed when first asked for; null where nothing is kept. */
	past(twin: Pick<Twin, 'id' | 'past'>): Promise<Past | null>;
	/** Puts a text on the clipboard of whoever sits at the terminal. @returns false where it is too long for that */
	copy(text: string): boolean;
	/**
	Writes a file that the owner asked for, readable by the owner only; '~' is the home folder.
	@returns its whole path
	@throws the system's error, `EEXIST` where there is such a file
	*/
	write(file: string, content: string): Promise<string>;
	/** The connection to a provider: opened when first asked for, then the same one. */
	connect(provider: ProviderName, baseURL?: string | null): Promise<Connection>;
	/** Ends what the connections have running; what is unfinished goes on at the next start. */
	close(): Promise<void>;
};

/** Beside `source/` in a checkout, beside `dist/` in the package. */
export const demoFolder = fileURLToPath(
	new URL('../fixtures/demo', import.meta.url),
);

export function createServices(
	paths: readonly string[],
	environment: NodeJS.ProcessEnv = process.env,
): Services {
	const home = findHome(environment);
	const typed: Record<string, string> = {};
	let settings: Promise<SettingsFile> | null = null;
	let desks: Promise<Desks> | null = null;
	const pasts = new Map<string, Promise<Past | null>>();
	const connections = new Map<string, Promise<Connection>>();
	const openSettings = () => {
		settings ??= import('./store/settings.ts').then(({openSettings}) =>
			openSettings(home),
		);
		return settings;
	};
	const access = async () => {
		const {withAccess} = await import('./provider/access.ts');
		const kept = (await openSettings()).values().access;
		return withAccess(environment, {...kept, ...typed});
	};
	return {
		paths,
		demoFolder,
		home,
		store: openStore(home),
		settings: openSettings,
		access,
		async servers(signal) {
			const {findServers} = await import('./provider/servers.ts');
			return findServers(signal);
		},
		pace: null,
		ring() {
			if (process.stdout.isTTY) process.stdout.write('\u0007');
		},
		async giveAccess(variable, value, keep) {
			typed[variable] = value.trim();
			// Whoever was asked without it is asked anew; the embedded provider needs none.
			for (const key of connections.keys())
				if (!key.startsWith('local ')) connections.delete(key);
			if (!keep) return;
			const file = await openSettings();
			const kept = {...file.values().access, [variable]: value.trim()};
			file.change({access: kept});
		},
		desks() {
			desks ??= import('./work/desks.ts').then(({createDesks}) =>
				createDesks(),
			);
			return desks;
		},
		past(twin) {
			const open =
				pasts.get(twin.id) ??
				import('./twin/past.ts').then(({openPast}) => openPast(twin, home));
			pasts.set(twin.id, open);
			open.catch(() => pasts.delete(twin.id));
			return open;
		},
		copy(text) {
			const sequence = clipboardSequence(text);
			if (sequence) process.stdout.write(sequence);
			return sequence !== null;
		},
		write: writeNew,
		connect(provider, baseURL = null) {
			const key = `${provider} ${baseURL ?? ''}`;
			const open =
				connections.get(key) ??
				import('./provider/client.ts').then(async ({connect}) =>
					connect(provider, {
						home,
						baseURL,
						// The embedded provider needs neither key nor settings.
						environment: provider === 'local' ? environment : await access(),
					}),
				);
			connections.set(key, open);
			// A connection that failed, for want of a key say, is tried anew when it is asked for again.
			open.catch(() => connections.delete(key));
			return open;
		},
		async close() {
			await (await desks)?.close();
			const settled = await Promise.allSettled(connections.values());
			await Promise.allSettled(
				settled.map(result =>
					result.status === 'fulfilled' ? result.value.close() : undefined,
				),
			);
		},
	};
}
