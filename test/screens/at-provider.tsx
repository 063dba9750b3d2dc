import type {Services} from '../../source/services.ts';
import {
	createFaultProvider,
	type FaultProvider,
} from '../helpers/fault-provider.ts';
import {keys} from '../helpers/screen.ts';
import type {Size} from '../helpers/terminal.ts';
import {exportWith, open, type Program} from './program.tsx';

export type AtProvider = Program & {
	provider: FaultProvider;
	/** How often the bell rang. */
	rings: () => number;
};

/** The program with a key for OpenAI, which the fault provider answers for; the embedded one is the real one. */
export async function openAtProvider(
	size: Partial<Size> = {},
	change: (services: Services) => Partial<Services> = () => ({}),
	/** What one of the chats is to say instead. */
	edit: (chat: string) => string = chat => chat,
): Promise<AtProvider> {
	const provider = createFaultProvider();
	let rings = 0;
	const program = await open({
		...size,
		files: {
			'WhatsApp Chat with Ada.txt': exportWith(60),
			'WhatsApp Chat with Ben.txt': edit(exportWith(40, 'Mika', 'Ben')),
		},
		start: {providers: ['openai', 'local']},
		change: services => ({
			access: async () => ({OPENAI_API_KEY: 'sk-test-canary-123456'}),
			servers: async () => [],
			pace: {shortest: 1, longest: 1},
			ring: () => rings++,
			connect: async (name, baseURL) =>
				name === 'local'
					? services.connect(name, baseURL)
					: {...provider.connection(name), close: async () => {}},
			...change(services),
		}),
	});
	return {...program, provider, rings: () => rings};
}

/** Milliseconds for what is counted in threads. */
const patience = 20_000;

/** From the chats to what would be sent, all looked at. */
export async function toReady(program: Program): Promise<void> {
	await program.until('❯ ◯');
	await program.press('a');
	await program.until(/^\s*2 picked, 200 messages/m, patience);
	await program.press(keys.enter);
	await program.until('Which one');
	await program.press(keys.enter);
	await program.until('keeps 200', patience);
	await program.press(keys.enter);
	// The checks stand in rows of their own, each behind its glyph.
	await program.until(/^ ?[!?✔✗] \S/m, patience);
}

/** From there to a training that runs. */
export async function toRunning(program: Program): Promise<void> {
	await toReady(program);
	await program.press(keys.enter);
	await program.until('Type yes to agree');
	await program.type('yes');
	await program.press(keys.enter);
}
