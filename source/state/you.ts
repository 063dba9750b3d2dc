import type {Chat} from '../chats/message.ts';
import {
	type LikelyAlias,
	likelyAliases,
	type RankedName,
	rankNames,
} from '../chats/who.ts';
import {type Move, moveCursor, toggled} from './list.ts';

/** Step 2: which name is the owner's, and which other names are the owner's too. */
export type YouStep = {
	/** Files of the chats that the names come from. */
	files: string[];
	names: RankedName[];
	cursor: number;
	/** The chosen name; null while the first list is open. */
	name: string | null;
	/** Whose other names the next three are about, also while the first list is open again. */
	aliasesOf: string | null;
	/** Other names that may be the same person: offered, never assumed. */
	aliases: LikelyAlias[];
	aliasCursor: number;
	pickedAliases: ReadonlySet<string>;
};

export type YouAction =
	| {type: 'you/move'; move: Move}
	| {type: 'you/choose'}
	| {type: 'you/toggle-alias'}
	| {type: 'you/reopen'};

/** The step for these chats; a name chosen before, or known from an earlier run, is under the cursor. */
export function startYou(
	chats: readonly Chat[],
	earlier: readonly string[],
): YouStep {
	const names = rankNames(chats);
	const known = names.findIndex(({name}) => earlier.includes(name));
	return {
		files: chats.map(({file}) => file),
		names,
		cursor: Math.max(known, 0),
		name: null,
		aliasesOf: null,
		aliases: [],
		aliasCursor: 0,
		pickedAliases: new Set(),
	};
}

/** All the owner's names. */
export function ownNames(step: YouStep): string[] {
	return step.name === null ? [] : [step.name, ...step.pickedAliases];
}

export function reduceYou(
	step: YouStep,
	action: YouAction,
	chats: readonly Chat[],
): YouStep {
	switch (action.type) {
		case 'you/move':
			return step.name === null
				? {
						...step,
						cursor: moveCursor(step.cursor, action.move, step.names.length),
					}
				: {
						...step,
						aliasCursor: moveCursor(
							step.aliasCursor,
							action.move,
							step.aliases.length,
						),
					};
		case 'you/choose': {
			const chosen = step.names[step.cursor];
			if (chosen === undefined) return step;
			// The same name again: what was picked with it is kept.
			if (chosen.name === step.aliasesOf) return {...step, name: chosen.name};
			return {
				...step,
				name: chosen.name,
				aliasesOf: chosen.name,
				aliases: likelyAliases(chats, chosen.name),
				aliasCursor: 0,
				pickedAliases: new Set(),
			};
		}
		case 'you/toggle-alias': {
			const alias = step.aliases[step.aliasCursor];
			return alias
				? {...step, pickedAliases: toggled(step.pickedAliases, alias.name)}
				: step;
		}
		case 'you/reopen':
			return {...step, name: null};
	}
}
