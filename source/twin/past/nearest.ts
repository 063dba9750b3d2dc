import MiniSearch from 'minisearch';
import {type Exchange, exchangeKey, isWith} from './exchanges.ts';
import {termsOf} from './terms.ts';

export type Wanted = {
	/** Most exchanges. */
	count: number;
	/** Whose exchanges come first, as the data set calls them; null for nobody's. */
	partner?: string | null;
	/** Keys (`exchangeKey`) of exchanges that the owner does not want used. */
	excluded?: ReadonlySet<string>;
	/** Held-out exchanges too: for looking at, never for a prompt. */
	heldOut?: boolean;
	/** The newest ones where too few are near, so that a voice is shown in any case. */
	fill?: boolean;
};

export type Finder = {
	/** The exchanges in which somebody wrote something like `said`, best first; for an empty text, those that the owner began. */
	nearest(said: string, wanted: Wanted): Exchange[];
};

/** Older exchanges than so many newest ones are not searched: an index of more takes seconds and hundreds of megabytes. */
const mostSearched = 100_000;

/** Exchanges that are indexed before the event loop gets its turn. */
const step = 500;

/** More words of a message are not looked up: the rarest are. */
const mostTerms = 40;

/** What scores less than this share of the best is no match, whoever wrote it. */
const leastShare = 0.1;

/** Texts that share so much of their words are the same one twice. */
const sameShare = 0.8;

/** Indexes exchanges by what was asked (BM25, by MiniSearch), in steps that leave the screen alive. */
export async function indexExchanges(
	exchanges: readonly Exchange[],
): Promise<Finder> {
	const newest = newestFirst(exchanges).slice(0, mostSearched);
	const index = new MiniSearch<{id: number; asked: string}>({
		fields: ['asked'],
		tokenize: termsOf,
		processTerm: term => term,
		searchOptions: {combineWith: 'OR'},
	});
	const documents = newest.map(({asked, people}, id) => ({
		id,
		asked: withoutLabels(asked, people),
	}));
	await index.addAllAsync(documents, {chunkSize: step});
	const frequency = new Map<string, number>();
	for (const {asked} of documents)
		for (const term of new Set(termsOf(asked)))
			frequency.set(term, (frequency.get(term) ?? 0) + 1);
	const search = (said: string) =>
		index
			.search(rarest(termsOf(said), frequency).join(' '))
			.map(({id, score}) => ({exchange: newest[id] as Exchange, score, id}));
	return {nearest: (said, wanted) => find(said, wanted, newest, search)};
}

type Found = {exchange: Exchange; score: number; id: number};

function find(
	said: string,
	wanted: Wanted,
	newest: readonly Exchange[],
	search: (said: string) => Found[],
): Exchange[] {
	const {count, partner = null, excluded, heldOut = false, fill} = wanted;
	const isAllowed = (exchange: Exchange) =>
		(heldOut || !exchange.heldOut) && !excluded?.has(exchangeKey(exchange));
	const partnersFirst = (exchanges: readonly Exchange[]) => [
		...exchanges.filter(exchange => isWith(exchange, partner)),
		...exchanges.filter(exchange => !isWith(exchange, partner)),
	];
	const near = said.trim()
		? relevant(search(said).filter(({exchange}) => isAllowed(exchange)))
		: newest.filter(exchange => !exchange.asked && isAllowed(exchange));
	const found = distinct(partnersFirst(near), count);
	if (!fill || found.length >= count) return found;
	const rest = partnersFirst(newest.filter(isAllowed));
	return distinct([...found, ...rest], count);
}

/** Best first, the newer first among equals (ids go by age); without what only shares a word that everybody uses. */
function relevant(found: Found[]): Exchange[] {
	const best = found.reduce((most, {score}) => Math.max(most, score), 0);
	const rounded = (score: number) => Math.round((score / best) * 100);
	return found
		.filter(({score}) => score >= best * leastShare)
		.sort((a, b) => rounded(b.score) - rounded(a.score) || a.id - b.id)
		.map(({exchange}) => exchange);
}

/** The first ones, without those that say nearly the same as one before. */
function distinct(exchanges: readonly Exchange[], count: number): Exchange[] {
	const chosen: {exchange: Exchange; terms: ReadonlySet<string>}[] = [];
	for (const exchange of exchanges) {
		if (chosen.length === count) break;
		const terms = new Set(termsOf(`${exchange.asked} ${exchange.reply}`));
		if (!chosen.some(other => share(other.terms, terms) >= sameShare))
			chosen.push({exchange, terms});
	}
	return chosen.map(({exchange}) => exchange);
}

/** Jaccard's: terms in both, of the terms in either. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const both = [...a].filter(term => b.has(term)).length;
	return both === 0 ? 0 : both / (a.size + b.size - both);
}

/** Undated ones last, and among equals what stood later in the data set first. */
const newestFirst = (exchanges: readonly Exchange[]): Exchange[] =>
	exchanges
		.map((exchange, place) => ({exchange, place}))
		.sort(
			(a, b) =>
				compare(b.exchange.at ?? '', a.exchange.at ?? '') || b.place - a.place,
		)
		.map(({exchange}) => exchange);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Who wrote a line in a group is no word of it. */
function withoutLabels(asked: string, people: readonly string[]): string {
	if (people.length < 2) return asked;
	return asked
		.split('\n')
		.map(line => {
			const label = people.find(name => line.startsWith(`${name}: `));
			return label ? line.slice(label.length + 2) : line;
		})
		.join('\n');
}

function rarest(
	terms: readonly string[],
	frequency: ReadonlyMap<string, number>,
): string[] {
	return [...new Set(terms)]
		.filter(term => frequency.has(term))
		.sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0))
		.slice(0, mostTerms);
}
