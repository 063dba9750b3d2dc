/** How somebody writes, counted in their own messages. Nobody's name and no sentence of theirs is in it. */
export type StyleCard = {
	/** Replies and messages that were counted. */
	replies: number;
	messages: number;
	/** Of a message: half of all are at most `median`, nine of ten at most `most`. */
	words: {median: number; most: number};
	characters: {median: number; most: number};
	/** Messages sent in a row: their mean, and the share of replies that are a single one. */
	burst: {mean: number; single: number};
	/** Share of messages that begin with a small letter, of those that begin with a letter that has a large one. */
	lowerCase: number;
	/** Share of messages with an emoji, and the ones used most, most used first. */
	emoji: {share: number; favourites: string[]};
	/** How messages end, as shares. */
	endings: {bare: number; stop: number; question: number; exclamation: number};
	/** First words of conversations that they begin, most used first. */
	openers: string[];
	/** ISO 639-3 codes with their share of the text, largest first. */
	languages: {code: string; share: number}[];
};

/**
The card as instructions for a model, one line each.
@returns an empty text where nothing was counted
*/
export function describeStyle(card: StyleCard): string {
	if (card.messages === 0) return '';
	const lines = [
		languagesOf(card),
		`Length: usually ${card.words.median} words in a message (${card.characters.median} characters), seldom more than ${card.words.most} (${card.characters.most}).`,
		burstOf(card),
		`Casing: ${percent(card.lowerCase)} of the messages begin with a small letter.`,
		`Ends of messages: ${percent(card.endings.bare)} without a mark, ${percent(card.endings.stop)} with a full stop, ${percent(card.endings.question)} with a question mark, ${percent(card.endings.exclamation)} with an exclamation mark.`,
		emojiOf(card),
		card.openers.length > 0
			? `First words when you begin a chat: ${card.openers.join(', ')}.`
			: '',
	];
	return lines
		.filter(Boolean)
		.map(line => `- ${line}`)
		.join('\n');
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const burstOf = ({burst}: StyleCard): string =>
	burst.mean < 1.05
		? 'Messages in a row: one.'
		: `Messages in a row: ${burst.mean.toFixed(1)} on average, a single one in ${percent(burst.single)} of the replies; each is a line of its own.`;

function emojiOf({emoji}: StyleCard): string {
	if (emoji.share < 0.005) return 'Emoji: none.';
	return `Emoji: in ${percent(emoji.share)} of the messages${emoji.favourites.length > 0 ? `, most often ${emoji.favourites.join(' ')}` : ''}.`;
}

const names = new Intl.DisplayNames(['en'], {type: 'language'});

/** 'German' for 'deu'. */
const languageName = (code: string): string => names.of(code) ?? code;

function languagesOf({languages}: StyleCard): string {
	const [first, ...more] = languages;
	if (!first) return '';
	const others = more.map(
		({code, share}) => `${languageName(code)} (${percent(share)})`,
	);
	return `Language: ${languageName(first.code)}${others.length > 0 ? `, also ${others.join(', ')}` : ''}; answer in the language you are written to.`;
}
