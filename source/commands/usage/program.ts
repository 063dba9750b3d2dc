import {providers} from './providers.ts';
import type {Option} from './types.ts';

/** The flags of the program itself. */
export const programOptions: readonly Option[] = [
	{name: 'demo', does: 'try it with chats made for this'},
	{
		name: 'chat',
		does: 'straight to the chat, with the twin that is named behind it; else with the newest',
	},
	{
		name: 'provider',
		value: 'P',
		offers: providers,
		usual: 'local',
		does: 'offer another provider first',
	},
	{
		name: 'base-url',
		value: 'URL',
		does: 'of a server of your own (llama.cpp, vLLM, mlx…), with --chat NAME --provider custom --model',
	},
	{name: 'model', value: 'MODEL', does: 'what that server calls the model'},
	{
		name: 'system',
		value: 'TEXT',
		does: 'the system prompt that it was trained under',
	},
];
