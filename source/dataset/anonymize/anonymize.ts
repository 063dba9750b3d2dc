import {sendersOf} from '../../chats/fields.ts';
import type {Chat} from '../../chats/message.ts';
import {findAddresses} from './addresses.ts';
import {findCodes} from './codes.ts';
import type {Decisions} from './decisions.ts';
import {findNames, type Lookup} from './find-names.ts';
import {applyHits, findLabels, type Hit, mask} from './hits.ts';
import {findNumbers, plainDigits} from './numbers.ts';
import {indexPeople, peopleOf, phonesOf, undecidedNames} from './people.ts';
import {phoneTeller} from './phones.ts';
import {makeSieve, sift, stages} from './sieve.ts';

export type Anonymizer = {
	/** Replaces names, addresses and numbers in a text of a chat, where its own people go before their namesakes in others. */
	forChat(chat: Chat): (text: string) => string;
	/** Names of one word that are common words too and were not decided about: replaced in full names and @-mentions only. */
	ambiguousNames: string[];
};

export type AnonymizeOptions = Decisions & {
	/** The owner's names. */
	me: readonly string[];
	/** Countries (ISO 3166) whose phone numbers may stand without a country code; those of the participants' numbers come by themselves. */
	regions: readonly string[];
};

/** Is told of each text, also of one without a hit. */
export type Watch = (text: string, hits: readonly Hit[]) => void;

const none: readonly Hit[] = [];

/** Names, addresses and numbers in texts of both roles (design, section 5, anonymisation); `labels` is by sender as written. */
export function makeAnonymizer(
	labels: ReadonlyMap<string, string>,
	options: AnonymizeOptions,
	watch?: Watch,
): Anonymizer {
	const {others, owner} = peopleOf(labels, options.me);
	const everybody = [...others, ...owner];
	const tellPhone = phoneTeller(phonesOf(everybody), options.regions);
	const all = indexPeople(everybody, options);
	const sieve = makeSieve(all.starts);
	const findOnce = (text: string, stage: number, lookup: Lookup): Hit[] => {
		const hits = stage & stages.addresses ? findAddresses(text) : [];
		if (stage & stages.numbers) {
			const plain = plainDigits(text);
			hits.push(...findNumbers(mask(plain, hits), tellPhone));
			hits.push(...findCodes(mask(plain, hits)));
		}
		if (stage & stages.names) hits.push(...findNames(mask(text, hits), lookup));
		return hits;
	};
	/** Looks again while anything is found, for what is replaced makes words of what touched it. */
	const find = (text: string, lookup: Lookup): readonly Hit[] => {
		let stage = sift(text, sieve);
		if (stage === 0) return none;
		let rest = mask(text, findLabels(text));
		const hits: Hit[] = [];
		for (;;) {
			const more = findOnce(rest, stage, lookup);
			if (more.length === 0) return hits;
			hits.push(...more);
			rest = mask(rest, more);
			stage = sift(rest, sieve);
			if (stage === 0) return hits;
		}
	};
	return {
		forChat(chat) {
			const here = new Set(
				[...sendersOf(chat.messages)].map(sender => labels.get(sender)),
			);
			const own = indexPeople(
				[...others.filter(({label}) => here.has(label)), ...owner],
				options,
			);
			const lookup: Lookup = {
				sieve,
				words: [own.words, all.words],
				mentions: [own.mentions, all.mentions],
			};
			return text => {
				const hits = find(text, lookup);
				watch?.(text, hits);
				return hits.length === 0 ? text : applyHits(text, hits);
			};
		},
		ambiguousNames: undecidedNames(everybody, options),
	};
}
