/**
 * What WhatsApp writes in one language (reference, sections 1.6 to 1.8). A phrase is the whole text, a final full stop
 * aside; `…` stands for anything: a name, a time, a number. Phrases never match inside typed text.
 *
 * A phrase is attested: an export, a parser of exports or WhatsApp's own texts show it in public. A `?` in front marks one that is assumed, from
 * how WhatsApp writes the same thing elsewhere, and that nobody has shown yet; the `?` is no part of it.
 */
export type Phrases = Partial<Record<PhraseKey, readonly string[]>>;

export type PhraseKey =
	/** Placeholders of attachments, locations and contact cards. */
	| 'media'
	/** Placeholders that somebody could type: only where the phone's mark stands in front. */
	| 'omitted'
	/** Words beside the name of an attached file: `<attached: …>`, `… (file attached)`. */
	| 'attached'
	/** The same where no brackets stand around the words; `…` is the name. */
	| 'files'
	/** Words in front of a shared location's link. */
	| 'location'
	/** First line of a poll or event, and the word in front of each option. */
	| 'poll'
	| 'option'
	/** What begins the line with the time of an event, which stands below `EVENT: name`. */
	| 'starts'
	| 'deleted'
	/** What stands in `<…>` behind an edited message. */
	| 'edited'
	/** Calls and notices which nobody types word for word. */
	| 'system'
	/** Calls and notices which somebody could type: only where the phone's mark stands in front. */
	| 'marked'
	/** Beginnings of notices up to where they may contain ': ', so that no person is made of them. */
	| 'heads'
	/** Own name, as some phones write it. */
	| 'you'
	/** Names of exported files; `…` is the chat. */
	| 'titles';

/** A phrase, and whether it is only assumed. */
export type MarkedPhrase = {phrase: string; assumed: boolean};

/** Takes the `?` off a phrase. */
export function unmark(written: string): MarkedPhrase {
	const assumed = written.startsWith('?');
	return {phrase: assumed ? written.slice(1) : written, assumed};
}
