import type {Example} from '../types.ts';
import {eachMatch} from './hits.ts';
import {fold, spellings} from './spellings.ts';

const letter = '[\\p{L}\\p{M}\\p{N}]';

/** Those of some names of one word that stand in what is said in examples, in whatever case, perhaps in the genitive. */
export function occurring(
	names: readonly string[],
	examples: Iterable<Example>,
): string[] {
	if (names.length === 0) return [];
	const wanted = new Map(
		names.flatMap(name => spellings(name).map(folded => [folded, name])),
	);
	const found = new Set<string>();
	let pattern = patternOf(wanted);
	let perhaps = perhapsOf(wanted);
	for (const {messages} of examples)
		for (const {role, content} of messages) {
			if (role === 'system' || !perhaps.test(content)) continue;
			const before = found.size;
			for (const [word] of eachMatch(content, pattern)) {
				const folded = fold(word);
				const name = wanted.get(folded) ?? wanted.get(folded.slice(0, -1));
				if (name !== undefined) found.add(name);
			}
			if (found.size === names.length) return [...names];
			if (found.size === before) continue;
			// What was found once need not be looked for in all the others.
			for (const [folded, name] of wanted)
				if (found.has(name)) wanted.delete(folded);
			pattern = patternOf(wanted);
			perhaps = perhapsOf(wanted);
		}
	return names.filter(name => found.has(name));
}

const patternOf = (wanted: ReadonlyMap<string, string>): RegExp =>
	new RegExp(
		`(?<!${letter})(?:${[...wanted.keys()].map(literal).join('|')})s?(?!${letter})`,
		'giu',
	);

/** The same wherever the letters stand, in words too: many times sooner answered. */
const perhapsOf = (wanted: ReadonlyMap<string, string>): RegExp =>
	new RegExp([...wanted.keys()].map(literal).join('|'), 'i');

const literal = (text: string): string =>
	text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
