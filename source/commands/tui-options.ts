import {parseArgs} from 'node:util';
import {isProviderName, providerNames} from '../provider/providers.ts';
import type {TuiOptions} from '../tui.tsx';
import type {Served} from '../twin/served.ts';

/** For `node:util`'s parseArgs. */
export const tuiFlags = {
	demo: {type: 'boolean'},
	chat: {type: 'boolean'},
	provider: {type: 'string'},
	'base-url': {type: 'string'},
	model: {type: 'string'},
	system: {type: 'string'},
} as const;

/** The flags of the program itself (design, section 6), or a sentence that says what is wrong with them. */
export function tuiOptions(args: readonly string[]): TuiOptions | string {
	try {
		const {values, positionals} = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: tuiFlags,
		});
		const {demo = false, chat = false, provider} = values;
		const name = positionals.join(' ');
		if (provider !== undefined && !isProviderName(provider))
			return `There is no provider "${provider}": --provider takes ${providerNames.join(', ')}.`;
		const served = servedBy({...values, name});
		if (typeof served === 'string') return served;
		// A chat needs no exports, so what stands beside --chat is the twin's name.
		return {
			paths: chat ? [] : positionals,
			demo,
			chat: chat ? name : null,
			provider: provider ?? null,
			served,
		};
	} catch (error) {
		return wrongUsage(error);
	}
}

type Named = {
	name: string;
	chat?: boolean;
	provider?: string;
	'base-url'?: string;
	model?: string;
	system?: string;
};

/** The model to talk to where a server of the owner's is named; null where none is, a sentence where the flags make no sense. */
function servedBy({
	name,
	chat,
	provider,
	'base-url': baseURL,
	model,
	system = '',
}: Named): Served | string | null {
	if (model === undefined && baseURL === undefined && !system) return null;
	const usage =
		'A twin on your own server takes all of: --chat NAME --provider custom --base-url URL --model MODEL.';
	if (!chat || !name || provider !== 'custom' || !baseURL || !model)
		return usage;
	if (!/^https?:\/\//.test(baseURL) || !URL.canParse(baseURL))
		return `"${baseURL}" is no base URL: it looks like http://127.0.0.1:8080/v1.`;
	return {name, baseURL, model, systemPrompt: system};
}

/** What parseArgs complains of, as one sentence with the way out. */
export const wrongUsage = (error: unknown, command = ''): string => {
	const [complaint = 'Wrong usage'] = (error as Error).message.split(/\. |\n/);
	return `${complaint.replace(/\.$/, '')}. See: twin-tui ${command ? `${command} ` : ''}--help`;
};
