import path from 'node:path';
import process from 'node:process';
import envPaths from 'env-paths';

/** The folders that the program writes to; nothing is written anywhere else unless asked for. */
export type Home = {settings: string; data: string; log: string};

/** `TWIN_TUI_HOME` moves every file; else each goes where the platform keeps such files. */
export function findHome(environment: NodeJS.ProcessEnv = process.env): Home {
	const own = environment.TWIN_TUI_HOME;
	if (own) {
		const folder = path.resolve(own);
		return {settings: folder, data: folder, log: folder};
	}
	const {config, data, log} = envPaths('twin-tui', {suffix: ''});
	return {settings: config, data, log};
}
