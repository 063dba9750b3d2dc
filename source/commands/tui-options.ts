import {parseArgs} from 'node:util';
import {isProviderName, providerNames} from '../provider/providers.ts';
import type {TuiOptions} from '../tui.tsx';

/** The flags of the program itself (design, section 6), or a sentence that says what is wrong with them. */
export function tuiOptions(args: readonly string[]): TuiOptions | string {
	try {
		const {values, positionals} = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				demo: {type: 'boolean'},
				chat: {type: 'boolean'},
				provider: {type: 'string'},
			},
		});
		const {demo = false, chat = false, provider} = values;
		if (provider !== undefined && !isProviderName(provider))
			return `There is no provider "${provider}": --provider takes ${providerNames.join(', ')}.`;
		// A chat needs no exports, so what stands beside --chat is the twin's name.
		return {
			paths: chat ? [] : positionals,
			demo,
			chat: chat ? positionals.join(' ') : null,
			provider: provider ?? null,
		};
	} catch (error) {
		return wrongUsage(error);
	}
}

/** What parseArgs complains of, as one sentence with the way out. */
export const wrongUsage = (error: unknown, command = ''): string => {
	const [complaint = 'Wrong usage'] = (error as Error).message.split(/\. |\n/);
	return `${complaint.replace(/\.$/, '')}. See: twin-tui ${command ? `${command} ` : ''}--help`;
};
