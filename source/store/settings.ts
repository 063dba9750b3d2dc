import {rename} from 'node:fs/promises';
import path from 'node:path';
import type Conf from 'conf';
import type {Schema} from 'conf';
import type {ProviderName} from '../provider/types.ts';
import {ensureFolder} from './files.ts';
import type {Home} from './home.ts';
import {log} from './log.ts';
import type {Sampling} from './types.ts';

/** What the pane beside the chat shows. */
export type Pane = 'settings' | 'compare' | 'memory' | 'likeness' | 'hidden';

/** Small choices that the next start begins with. Keys of providers are never kept: they stay in the environment. */
export type Settings = {
	/** The owner's names in the exports, the usual one first; empty before the first choice. */
	me: string[];
	/** Of the moderation, 0 to 1. */
	threshold: number;
	provider: ProviderName;
	/** Base URL of the custom provider; empty for none. */
	baseURL: string;
	sampling: Sampling;
	pane: Pane;
};

export type SettingsFile = {
	values(): Settings;
	/** Keeps a change. A disk that is full or read-only is noted in the log: the change then lasts as long as the program. */
	change(part: Partial<Settings>): void;
};

/** The published experiment's values (design, section 1). */
export const defaultSettings: Settings = {
	me: [],
	threshold: 0.6,
	provider: 'local',
	baseURL: '',
	sampling: {temperature: 0.75, topP: 0.15},
	pane: 'settings',
};

const schema: Schema<Settings> = {
	me: {type: 'array', items: {type: 'string'}},
	threshold: {type: 'number', minimum: 0, maximum: 1},
	provider: {enum: ['local', 'openai', 'azure', 'nebius', 'custom']},
	baseURL: {type: 'string'},
	sampling: {
		type: 'object',
		properties: {
			temperature: {type: 'number', minimum: 0, maximum: 2},
			topP: {type: 'number', minimum: 0, maximum: 1},
		},
		required: ['temperature', 'topP'],
	},
	pane: {enum: ['settings', 'compare', 'memory', 'likeness', 'hidden']},
};

/**
Opens `settings.json` in the home. A damaged file is kept as `settings.damaged.json`, and the defaults take its place;
where nothing can be written the defaults are used as they are. Never throws.
*/
export async function openSettings(home: Home): Promise<SettingsFile> {
	const file = await openFile(home);
	let values: Settings = {...defaultSettings, ...file?.store};
	return {
		values: () => values,
		change(part) {
			values = {...values, ...part};
			try {
				file?.set(part);
			} catch (error) {
				log('settings were not kept', error);
			}
		},
	};
}

async function openFile({settings}: Home): Promise<Conf<Settings> | null> {
	try {
		await ensureFolder(settings);
		const {default: Conf} = await import('conf');
		const open = () =>
			new Conf<Settings>({
				cwd: settings,
				configName: 'settings',
				configFileMode: 0o600,
				defaults: defaultSettings,
				schema,
			});
		try {
			return open();
		} catch (error) {
			if (!isDamage(error)) throw error;
			log('settings are damaged', error);
			await rename(
				path.join(settings, 'settings.json'),
				path.join(settings, 'settings.damaged.json'),
			);
			return open();
		}
	} catch (error) {
		log('settings cannot be opened', error);
		return null;
	}
}

/** No JSON, or values that the schema does not allow, in conf's words. */
const isDamage = (error: unknown): boolean =>
	error instanceof SyntaxError ||
	(error instanceof Error &&
		error.message.startsWith('Config schema violation'));
