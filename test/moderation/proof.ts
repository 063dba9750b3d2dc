import {scanTexts} from '../../source/moderation/scan.ts';
import type {Scores} from '../../source/moderation/types.ts';
import {chatter} from './chatter.ts';
import {
	createLimitedProvider,
	type Fate,
	freeAccount,
	type Limits,
	type Trouble,
} from './limited.ts';
import {badGateway, refusal, webPage} from './moderator.ts';

/** What may go wrong with a provider, each the whole run long. */
export type Proof = {
	limits?: Partial<Limits>;
	trouble?: Trouble;
	/** Texts that are refused for good. */
	poison?: (text: string) => boolean;
};

const answers = (response: () => Response): Fate => ({
	type: 'answer',
	response,
});

/** A fault for every so many requests. */
const each =
	(every: number, fate: Fate): Trouble =>
	number =>
		number % every === every - 1 ? fate : null;

const limited = (seconds: string) =>
	answers(() => refusal(429, 'rate_limit_exceeded', {'retry-after': seconds}));

const isPoison = (text: string): boolean => /\b\d*37$/.test(text);

const poisoned = (status: number): Proof => ({
	poison: isPoison,
	trouble: (_, input) =>
		input.some(isPoison) ? answers(() => refusal(status, null)) : null,
});

export const proofs: Record<string, Proof> = {
	'no fault': {},
	'429, Retry-After: 1': {trouble: each(25, limited('1'))},
	'429, Retry-After: 120': {trouble: each(60, limited('120'))},
	'429, Retry-After: 7200': {trouble: each(100, limited('7200'))},
	'429 without a word': {
		trouble: each(
			25,
			answers(() => refusal(429, 'slow_down')),
		),
	},
	'a 500 that passes': {
		trouble: each(
			25,
			answers(() => refusal(500, null)),
		),
	},
	'503': {
		trouble: each(
			25,
			answers(() => refusal(503, 'server_is_overloaded')),
		),
	},
	'an HTML 502': {
		trouble: each(
			25,
			answers(() => page(badGateway)),
		),
	},
	'a web page': {
		trouble: each(
			25,
			answers(() => page(webPage)),
		),
	},
	'a time-out': {trouble: each(60, {type: 'hang'})},
	'a line cut on the way there': {
		trouble: each(25, {type: 'cut', taken: false}),
	},
	'a line cut on the way back': {
		trouble: each(25, {type: 'cut', taken: true}),
	},
	'texts refused with 400': poisoned(400),
	'texts refused with 500': poisoned(500),
	'few requests a minute': {limits: {requestsPerMinute: 10}},
	'few requests a day': {limits: {requestsPerDay: 60}},
	'a limit by windows': {limits: {windows: true}},
	'a large account': {
		limits: {
			tokensPerMinute: 250_000,
			requestsPerMinute: 2000,
			requestsPerDay: 1e9,
		},
	},
	'all of it': {
		...poisoned(400),
		trouble: (number, input) =>
			fates[number % 9 === 8 ? number % fates.length : -1] ??
			poisoned(400).trouble?.(number, input) ??
			null,
	},
};

const fates: Fate[] = [
	limited('1'),
	limited('61'),
	answers(() => refusal(500, null)),
	answers(() => page(badGateway)),
	{type: 'cut', taken: true},
	{type: 'cut', taken: false},
	{type: 'hang'},
];

const page = (fault: typeof webPage): Response => fault?.(null) as Response;

/** Scores so many messages against a provider in trouble, and tells what came of it. */
export async function prove(
	{limits, trouble, poison = () => false}: Proof,
	messages: number,
) {
	const provider = createLimitedProvider(
		{...freeAccount, ...limits},
		trouble && {trouble},
	);
	const texts = chatter(messages);
	const distinct = new Set(texts.map(text => text.trim()));
	const times = new Map<string, number>();
	const refused: string[] = [];
	let waited = 0;
	const guesses: {at: number; end: number}[] = [];
	for await (const event of scanTexts(
		texts,
		{
			model: 'omni-moderation-latest',
			known: new Map<string, Scores>(),
			...provider,
		},
		new AbortController().signal,
	)) {
		const at = provider.clock.now() / 1000;
		const {secondsLeft} = event.pulse;
		if (secondsLeft !== null) guesses.push({at, end: at + secondsLeft});
		if (event.type === 'waiting' && event.isTrouble) waited += event.seconds;
		if (event.type === 'refused') refused.push(event.text);
		if (event.type === 'scored')
			for (const text of event.scores.keys())
				times.set(text, (times.get(text) ?? 0) + 1);
	}
	const wanted = [...distinct].filter(text => !poison(text));
	const end = provider.clock.now() / 1000;
	const halfway = guesses.find(({at}) => at >= end / 2);
	return {
		texts: distinct.size,
		/** Texts that were not scored exactly once, or that the endpoint gave scores for more than once. */
		wrong: [
			...wanted.filter(text => times.get(text) !== 1),
			...[...times.keys()].filter(text => !distinct.has(text) || poison(text)),
			...[...provider.seen.scored]
				.filter(([, count]) => count > 1)
				.map(([text]) => text),
		],
		/** Refused texts that are not the poisonous ones, each once. */
		wronglyRefused: refused.filter(
			(text, index) => !poison(text) || refused.indexOf(text) !== index,
		),
		refused: refused.length,
		poisonous: distinct.size - wanted.length,
		requests: provider.seen.requests,
		overLimit: provider.seen.overLimit,
		used: provider.used(waited),
		minutes: end / 60,
		/** How far off the end told at half time was, as a share of the whole time. */
		guessOff: halfway ? Math.abs(halfway.end - end) / end : 0,
	};
}
