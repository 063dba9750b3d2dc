import type {Entry, Example} from '../types.ts';

/** Entries that stand in front of a reply: what a reply answers is hardly ever further back. */
const context = 15;

/**
An example for each reply, with what came before it: for engines that learn the last message of an example only. The
system message stays in front, and the first of the others is always somebody else's, as in the examples given.
*/
export function* toWindows(examples: Iterable<Example>): Generator<Example> {
	for (const {messages} of examples) {
		const system = messages[0]?.role === 'system' ? messages.slice(0, 1) : [];
		const turns = messages.slice(system.length);
		for (const [at, {role}] of turns.entries())
			if (role === 'assistant')
				yield {messages: [...system, ...windowAt(turns, at)]};
	}
}

function windowAt(turns: readonly Entry[], at: number): Entry[] {
	const window = turns.slice(Math.max(0, at - context), at + 1);
	return window[0]?.role === 'assistant' && window.length > 1
		? window.slice(1)
		: window;
}
