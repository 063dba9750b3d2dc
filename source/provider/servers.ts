import {isLoopback} from './reach.ts';

/** A server of the owner's own that answers on this machine. */
export type LocalServer = {
	/** By its usual port: two programs may share one. */
	label: string;
	baseURL: string;
	models: string[];
};

/** Where such servers answer unless told otherwise (reference: openai-api.md, section 5.2). */
const usualPorts: readonly (readonly [port: number, label: string])[] = [
	[11434, 'Ollama'],
	[8080, 'llama.cpp, mlx or LocalAI'],
	[8000, 'vLLM or LLaMA-Factory'],
	[1234, 'LM Studio'],
	[1337, 'Jan'],
];

/** Milliseconds: on the same machine whoever does not answer by then is not such a server. */
const patience = 1500;

/** Asks for models on the usual ports of this machine, and of no other. Never throws. */
export async function findServers(
	signal: AbortSignal,
	ports: typeof usualPorts = usualPorts,
): Promise<LocalServer[]> {
	const found = await Promise.all(
		ports.map(async ([port, label]) => {
			const baseURL = `http://127.0.0.1:${port}/v1`;
			const models = await modelsAt(baseURL, signal);
			return models && {label, baseURL, models};
		}),
	);
	return found.filter(server => server !== null);
}

/** @returns null where nothing answers, or something else than such a server */
async function modelsAt(
	baseURL: string,
	signal: AbortSignal,
): Promise<string[] | null> {
	if (!isLoopback(baseURL)) return null;
	try {
		const response = await fetch(`${baseURL}/models`, {
			signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
			// Whoever answers here could send the question to another machine.
			redirect: 'error',
		});
		if (!response.ok) return null;
		const {data} = (await response.json()) as {data?: unknown};
		return Array.isArray(data)
			? data.flatMap(({id}) => (typeof id === 'string' ? id : []))
			: null;
	} catch {
		return null;
	}
}
