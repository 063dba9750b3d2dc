import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {App} from '../../source/app.tsx';
import {createServices, type Services} from '../../source/services.ts';
import type {Start} from '../../source/state/start.ts';
import {createDesks} from '../../source/work/desks.ts';
import {mount, type Screen} from '../helpers/screen.ts';
import type {Size} from '../helpers/terminal.ts';

type Options = Partial<Size> & {
	/** As a screen reader gets it. */
	screenReader?: boolean;
	/** Exports by file name; they are all that is found. */
	files?: Record<string, string | Uint8Array>;
	start?: Partial<Start>;
	/** Changes the services, to put faults into them. */
	change?: (services: Services) => Partial<Services>;
};

export type Program = Screen & {services: Services; folder: string};

/** The whole program in a headless terminal, on these files and with a home of its own. */
export async function open({
	files = {},
	start = {},
	change = () => ({}),
	screenReader = false,
	columns = 80,
	rows = 24,
}: Options = {}): Promise<Program> {
	const root = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-screen-'));
	const folder = path.join(root, 'chats');
	await mkdir(folder);
	for (const [name, content] of Object.entries(files))
		await writeFile(path.join(folder, name), content);
	const paths = Object.keys(files).map(name => path.join(folder, name));
	const environment = {
		TWIN_TUI_HOME: path.join(root, 'home'),
		TWIN_TUI_MINUTES: '0',
	};
	const made = createServices(paths.length > 0 ? paths : [folder], environment);
	// Each thread that counts tokens loads the vocabulary anew, which here is loaded once; `data.test.tsx` has one.
	const desks = createDesks(undefined, Number.POSITIVE_INFINITY);
	const services = {...made, desks: async () => desks, ...change(made)};
	onTestFinished(async () => {
		await Promise.all([services.close(), desks.close()]);
		// Work that was ended may still be closing a file.
		await rm(root, {recursive: true, force: true, maxRetries: 5});
	});
	const known = {
		twins: [],
		providers: ['local' as const],
		unfinished: null,
		twin: null,
		latest: null,
		habits: {pane: 'settings' as const, rhythm: false},
		run: 'run',
	};
	const screen = await mount(
		<App services={services} start={{...known, ...start}} />,
		{columns, rows, screenReader},
	);
	return {...screen, services, folder};
}

/** An Android export in which Mika answers Ada; each exchange on a day of its own. */
export function exportWith(
	exchanges: number,
	me = 'Mika',
	other = 'Ada',
): string {
	const lines = Array.from({length: exchanges}, (_, index) => {
		const date = new Date(Date.UTC(2024, 0, 15 + index)).toISOString();
		const [year, month, day] = date.slice(0, 10).split('-');
		const at = (minute: number) =>
			`${day}/${month}/${year}, 10:${String(minute).padStart(2, '0')} - `;
		return [
			`${at(1)}${other}: question ${index} about ${index % 2 ? 'soup' : 'bread'}`,
			`${at(2)}${me}: answer ${index}, more ${index % 2 ? 'soup' : 'bread'} please`,
		];
	});
	return `${lines.flat().join('\n')}\n`;
}
