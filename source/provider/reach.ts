import type {ProviderName} from './types.ts';

/** Whether what is sent there leaves this machine: it does not to the embedded provider and to a server on a loopback address. */
export const leavesMachine = (
	provider: ProviderName,
	baseURL: string | null,
): boolean =>
	provider !== 'local' &&
	!(provider === 'custom' && baseURL !== null && isLoopback(baseURL));

/** Whether a URL names this very machine, by name or address; false for what is no URL. */
export function isLoopback(url: string): boolean {
	if (!URL.canParse(url)) return false;
	const {hostname} = new URL(url);
	return (
		hostname === 'localhost' ||
		hostname === '[::1]' ||
		/^127(\.\d{1,3}){3}$/.test(hostname)
	);
}
