import {
	type AnonymizeOptions,
	makeAnonymizer,
	type Watch,
} from '../../../source/dataset/anonymize/anonymize.ts';
import {chatOf} from '../samples.ts';

/** For people who are Person1, Person2… in order; the owner is Nora Vance. */
export const anonymizerOf = (
	people: readonly string[],
	options: Partial<AnonymizeOptions> = {},
	watch?: Watch,
) =>
	makeAnonymizer(
		new Map(people.map((name, at) => [name, `Person${at + 1}`])),
		{
			me: ['Nora Vance'],
			replaceNames: [],
			keepNames: [],
			regions: ['DE', 'US'],
			...options,
		},
		watch,
	);

/** Replaces in a chat of those who are here. */
export const replaceIn = (
	text: string,
	people: readonly string[],
	options: Partial<AnonymizeOptions> = {},
	here = people,
): string =>
	anonymizerOf(people, options).forChat(
		chatOf(here.map(name => [name, '01 10:00', 'hi'])),
	)(text);
