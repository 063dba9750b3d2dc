import type {Chat} from '../../chats/message.ts';
import {type NameForms, nameForms} from './names.ts';
import {replaceAddresses} from './patterns.ts';
import {type Phone, phoneReplacer} from './phones.ts';
import {indexPhrases, type Phrase, perhapsPattern} from './phrases.ts';
import {type Lookup, replaceNames} from './replace.ts';
import {fold, spellings} from './spellings.ts';
import {isCommonWord} from './words.ts';

export type Anonymizer = {
	/** Replaces names and addresses in a text of a chat, where its own people go before their namesakes in others. */
	forChat(chat: Chat): (text: string) => string;
	/** Names of one word that are common words too: replaced in full names and @-mentions only. */
	ambiguousNames: string[];
};

/** What stands for the owner's own names. */
export const ownerLabel = '[me]';

type Person = {label: string; forms: NameForms};

/** Names in texts of both roles (design, section 5, anonymisation); `labels` is by sender as written. */
export function makeAnonymizer(
	labels: ReadonlyMap<string, string>,
	me: readonly string[],
): Anonymizer {
	const others: Person[] = [...labels].map(([name, label]) => ({
		label,
		forms: nameForms(name),
	}));
	const owner: Person[] = me.map(name => ({
		label: ownerLabel,
		forms: nameForms(name),
	}));
	const everybody = [...others, ...owner];
	const replacePhones = phoneReplacer(everybody.flatMap(phonesOf));
	const all = indexPeople(everybody);
	return {
		forChat(chat) {
			const here = new Set(
				chat.messages.map(({sender}) =>
					sender === null ? undefined : labels.get(sender),
				),
			);
			const own = indexPeople([
				...others.filter(({label}) => here.has(label)),
				...owner,
			]);
			const lookup: Lookup = {
				perhaps: all.perhaps,
				words: [own.words, all.words],
				mentions: [own.mentions, all.mentions],
			};
			const names = (text: string) => replaceNames(text, lookup);
			return text => replaceAddresses(text, rest => replacePhones(rest, names));
		},
		ambiguousNames: [
			...new Set(
				everybody.flatMap(({forms}) => forms.parts.filter(isAmbiguous)),
			),
		],
	};
}

const isAmbiguous = (name: string): boolean => isCommonWord(fold(name));

const phonesOf = ({label, forms: {digits}}: Person): Phone[] =>
	digits === null ? [] : [{digits, label}];

function indexPeople(people: readonly Person[]) {
	const words: Phrase[] = [];
	const mentions: Phrase[] = [];
	for (const {label, forms} of people) {
		const toPhrases = (name: string) =>
			spellings(name).map(folded => ({
				folded,
				label,
				genitive: hasGenitive(folded),
			}));
		words.push(
			...forms.full.flatMap(toPhrases),
			// André without its accent is "andre", a word; so each spelling is asked.
			...forms.parts
				.flatMap(toPhrases)
				.filter(({folded}) => !isCommonWord(folded)),
		);
		mentions.push(
			...[forms.written, ...forms.full, ...forms.parts].flatMap(toPhrases),
		);
	}
	return {
		perhaps: perhapsPattern(words),
		words: indexPhrases(words),
		mentions: indexPhrases(mentions),
	};
}

/** German and careless English put an s right behind a name, unless it ends in a hiss. */
const hasGenitive = (folded: string): boolean =>
	/[\p{Script=Latin}\p{M}]$/u.test(folded) &&
	!/[sxzß]$/.test(folded) &&
	!isCommonWord(`${folded}s`);
