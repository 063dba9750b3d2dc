import type {Exchange} from '../past/exchanges.ts';

/** What a prompt shows of a past exchange. */
export type Recalled = Pick<Exchange, 'asked' | 'reply'>;

/** Longer texts are cut: they would crowd out other exchanges. In characters. */
const longest = 400;

/** Past exchanges for a prompt, the nearest last, where a model heeds it most. */
export function describeRecalled(exchanges: readonly Recalled[]): string {
	return [...exchanges]
		.reverse()
		.map(({asked, reply}) =>
			asked
				? `They: ${cut(asked)}\nYou: ${cut(reply)}`
				: `You begin: ${cut(reply)}`,
		)
		.join('\n\n');
}

function cut(text: string): string {
	const characters = [...text];
	return characters.length > longest
		? `${characters.slice(0, longest - 1).join('')}…`
		: text;
}
