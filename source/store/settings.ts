import {rename} from 'node:fs/promises';
import path from 'node:path';
import type Conf from 'conf';
import {
	type Decisions,
	nothingDecided,
} from '../dataset/anonymize/decisions.ts';
import {areRules, defaultRules, type Rules} from '../dataset/rules.ts';
import {defaultThreshold} from '../moderation/selection/settings.ts';
import {type Category, isCategory} from '../moderation/types.ts';
import type {Access} from '../provider/access.ts';
import {isProviderName} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import {ensureFolder} from './files.ts';
import type {Home} from './home.ts';
import {log} from './log.ts';
import type {Sampling} from './types.ts';

/** What the pane beside the chat shows. */
export type Pane = (typeof panes)[number];

const panes = ['settings', 'compare', 'memory', 'likeness', 'hidden'] as const;

/** Small choices that the next start begins with. */
export type Settings = {
	/** The owner's names in the exports, the usual one first; empty before the first choice. */
	me: string[];
	/** Of the moderation, 0 to 1. */
	threshold: number;
	/** What goes with the threshold: categories that do not count, own thresholds, whether flagged texts go. */
	moderation: {
		off: readonly Category[];
		thresholds: Readonly<Partial<Record<Category, number>>>;
		flagged: 'drop' | 'ignore';
	};
	/** Who scores the texts; the owner is asked again before any of them leave. */
	scorer: ProviderName;
	/** How the data set is made of the chats. */
	rules: Rules;
	/** What was decided about names that are also words, or look like somebody's. */
	names: Decisions;
	provider: ProviderName;
	/** Keys and base URLs of providers, by environment variable: only those that the owner agreed to keep here. */
	access: Access;
	sampling: Sampling;
	pane: Pane;
	/** Whether bubbles come at the owner's rhythm. */
	rhythm: boolean;
};

export type SettingsFile = {
	values(): Settings;
	/** Keeps a change. A disk that is full or read-only is noted in the log: the change then lasts as long as the program. */
	change(part: Partial<Settings>): void;
};

/** The published experiment's values (design, section 1). */
export const defaultSettings: Settings = {
	me: [],
	threshold: defaultThreshold,
	moderation: {off: [], thresholds: {}, flagged: 'ignore'},
	scorer: 'local',
	rules: defaultRules,
	names: nothingDecided,
	provider: 'local',
	access: {},
	sampling: {temperature: 0.75, topP: 0.15},
	pane: 'settings',
	rhythm: true,
};

/** Whether each value is one that the program could have written. (conf's own schema check takes 150 ms to set up.) */
const isSound: {[Name in keyof Settings]: (value: unknown) => boolean} = {
	me: areNames,
	threshold: value => isBetween(value, 0, 1),
	moderation: isModeration,
	scorer: value => isProviderName(value as string),
	rules: areRules,
	names: areDecisions,
	provider: value => isProviderName(value as string),
	access: value =>
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).every(one => typeof one === 'string'),
	sampling: value =>
		isBetween((value as Sampling)?.temperature, 0, 2) &&
		isBetween((value as Sampling)?.topP, 0, 1),
	pane: value => panes.includes(value as Pane),
	rhythm: value => typeof value === 'boolean',
};

function isModeration(value: unknown): boolean {
	const {off, thresholds, flagged} = (value ?? {}) as Partial<
		Settings['moderation']
	>;
	return (
		Array.isArray(off) &&
		off.every(isCategory) &&
		Object.entries(thresholds ?? {nothing: 0}).every(
			([category, own]) => isCategory(category) && isBetween(own, 0, 1),
		) &&
		(flagged === 'drop' || flagged === 'ignore')
	);
}

function areNames(value: unknown): boolean {
	return Array.isArray(value) && value.every(name => typeof name === 'string');
}

function areDecisions(value: unknown): boolean {
	const {replaceNames, keepNames} = (value ?? {}) as Partial<Decisions>;
	return areNames(replaceNames) && areNames(keepNames);
}

const isBetween = (value: unknown, least: number, most: number): boolean =>
	typeof value === 'number' && value >= least && value <= most;

/** @throws SyntaxError where it is no JSON, or holds what the program would not have written */
function parseSettings(text: string): Settings {
	const settings: unknown = JSON.parse(text);
	if (typeof settings !== 'object' || !settings || Array.isArray(settings))
		throw new SyntaxError('not an object');
	for (const [name, value] of Object.entries(settings)) {
		if (isSound[name as keyof Settings]?.(value) === false)
			throw new SyntaxError(`${name} has a value that it cannot have`);
	}
	return settings as Settings;
}

/**
Opens `settings.json` in the home. A damaged file is kept as `settings.damaged.json`, and the defaults take its place;
where nothing can be written the defaults are used as they are. Never throws.
*/
export async function openSettings(home: Home): Promise<SettingsFile> {
	const file = await openFile(home);
	let values: Settings = {
		...defaultSettings,
		...file?.store,
		// Rules that came later than the file are as usual.
		rules: {...defaultRules, ...file?.store.rules},
	};
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
				deserialize: parseSettings,
			});
		try {
			return open();
		} catch (error) {
			if (!(error instanceof SyntaxError)) throw error;
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
