import {randomBytes} from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import {render} from 'ink';
import type {ReactElement} from 'react';
import {App} from './app.tsx';
import {displayText} from './components/display-text.ts';
import {drawing, isStill} from './motion.ts';
import {readyProviders} from './provider/access.ts';
import type {ProviderName} from './provider/types.ts';
import {createServices, demoFolder, type Services} from './services.ts';
import {type ChatHabits, usualHabits} from './state/chat-step.ts';
import {choicesOf, defaultChoices} from './state/moderation-choices.ts';
import {chosenRules} from './state/plan.ts';
import type {Start} from './state/start.ts';
import {ownNames} from './state/you.ts';
import type {State} from './state.ts';
import {reasonOf} from './store/reason.ts';
import type {Settings, SettingsFile} from './store/settings.ts';
import {unfinished} from './training/unfinished.ts';
import {findTwin} from './twin/find.ts';
import {type Served, servedTwin} from './twin/served.ts';
import {saveAll} from './work/saving.ts';

export type TuiOptions = {
	/** Files, zips and folders to look in; none for the usual ones. */
	paths: string[];
	demo: boolean;
	/** Straight to the chat: with the twin of this name or id, or with the newest for ''; null for the first screen. */
	chat: string | null;
	/** Offered first for training; null for the embedded one. */
	provider: ProviderName | null;
	/** The model to chat with, on a server of the owner's; null for a twin that is known already. */
	served: Served | null;
};

/**
Runs the program until it is left.
@returns the exit code
@throws Error where it cannot begin
*/
export async function runTui(options: TuiOptions): Promise<number> {
	const services = createServices(options.demo ? [demoFolder] : options.paths);
	const start = await findStart(options, services);
	if (typeof start === 'string') {
		process.stderr.write(`${start}\n`);
		return 1;
	}
	try {
		const last = (await present(<App services={services} start={start} />)) as
			| State
			| undefined;
		if (last) {
			await keepRest(last, services);
			remember(last, await services.settings());
		}
		process.stdout.write(partingLines(last));
		return 0;
	} finally {
		await services.close();
	}
}

/**
Draws on the terminal's other screen, and gives the terminal back whatever happens.
@returns what the app left with
@throws what a screen threw: the other screen is gone by then, so that it can be told
*/
async function present(app: ReactElement): Promise<unknown> {
	const isScreenReader = process.env.INK_SCREEN_READER === 'true';
	const shown = render(app, {
		// Screen readers follow the normal screen only.
		alternateScreen: !isScreenReader,
		...drawing,
	});
	return shown.waitUntilExit();
}

/** What the first screen needs to know, or a sentence that says why there is none. */
async function findStart(
	{chat, provider, served}: TuiOptions,
	services: Services,
): Promise<Omit<Start, 'size'> | string> {
	const {store} = services;
	if (served) await store.twins.save(servedTwin(served));
	const twins = await store.twins.list();
	const twin = chat === null ? null : findTwin(twins, chat);
	if (typeof twin === 'string') return twin;
	// What was typed in an earlier run is read beside the first screen, unless it is asked for.
	const ready = readyProviders(
		provider ? await services.access() : process.env,
	);
	if (provider && !served && !ready.includes(provider))
		return `${provider} is not ready: it needs its key (and base URL): put them in the environment, or type them on the training screen (p).`;
	const [left, ...more] = await unfinished(store);
	const talkable = twin ?? twins[0];
	return {
		twins,
		twin,
		providers:
			provider && ready.includes(provider)
				? [provider, ...ready.filter(name => name !== provider)]
				: ready,
		unfinished: twin ? null : (left ?? null),
		several: !twin && more.length > 0,
		latest: talkable ? await store.sessions.latest(talkable.id) : null,
		habits: await findHabits(services, twin !== null),
		run: `${Date.now().toString(36)}${randomBytes(3).toString('hex')}`,
	};
}

/** What was said last is kept too, although the screen is gone. */
async function keepRest({journal}: State, {store}: Services): Promise<void> {
	try {
		await saveAll(store.sessions, journal.unsaved);
	} catch (error) {
		process.stderr.write(
			`The end of the conversation was not kept: ${reasonOf(error)}.\n`,
		);
	}
}

/** How the chat was left. Only a start that leads straight to it waits for that; the first screen comes sooner without. */
async function findHabits(
	{settings}: Services,
	isAtOnce: boolean,
): Promise<ChatHabits> {
	const {pane, rhythm} = isAtOnce ? (await settings()).values() : usualHabits;
	return {pane, rhythm: rhythm && !isStill()};
}

/** The next start begins with what was chosen now. */
function remember(state: State, settings: SettingsFile): void {
	const {you, moderation} = state;
	const me = you ? ownNames(you) : [];
	const {threshold, ...chosen} = moderation
		? choicesOf(moderation)
		: defaultChoices;
	settings.change({
		...(state.chat ? keptHabits(state.habits) : {}),
		...(me.length > 0 ? {me} : {}),
		...(moderation
			? {
					threshold,
					moderation: chosen,
					scorer: moderation.provider,
					rules: chosenRules(state),
					names: state.names,
				}
			: {}),
	});
}

/** Less motion is the environment's wish, not a choice to keep. */
const keptHabits = ({pane, rhythm}: ChatHabits): Partial<Settings> =>
	isStill() ? {pane} : {pane, rhythm};

/** What stands in the normal screen after leaving: how to come back. */
function partingLines(state: State | undefined): string {
	const phase = state?.training?.phase;
	if (phase === 'running' || phase === 'cancelling')
		return `The training goes on where it was at the next start: ${invocation()}\n`;
	const twin = state?.chat?.twin ?? state?.training?.twin;
	return twin
		? `Your twin ${displayText(twin.name)} is here: ${invocation()} --chat\n`
		: '';
}

/** How the program was started, to be typed again: a checkout has no `twin-tui` on the path. */
function invocation(): string {
	if (process.env.npm_lifecycle_event === 'start') return 'npm start --';
	const [, script = ''] = process.argv;
	return script.endsWith('cli.js')
		? `node ${path.relative('', script)}`
		: 'twin-tui';
}
