/**
 * What WhatsApp writes in one language (reference, sections 1.6 to 1.8). A phrase is the whole text, a final full stop
 * aside; `…` stands for anything: a name, a time, a number. Phrases never match inside typed text.
 */
export type Phrases = {
	/** Placeholders of attachments, locations and contact cards. */
	media: readonly string[];
	/** Words beside the name of an attached file: `<attached: …>`, `… (file attached)`. */
	attached: readonly string[];
	/** Words in front of a shared location's link. */
	location: readonly string[];
	/** First line of a poll or event, and the word in front of each option. */
	poll: readonly string[];
	option: readonly string[];
	deleted: readonly string[];
	/** What stands in `<…>` behind an edited message. */
	edited: readonly string[];
	/** Calls and notices which nobody types word for word. */
	system: readonly string[];
	/** Calls and notices which somebody could type: only where the phone's mark stands in front. */
	marked: readonly string[];
	/** Beginnings of notices up to where they may contain ': ', so that no person is made of them. */
	heads: readonly string[];
	/** Own name, as some phones write it. */
	you: readonly string[];
	/** Names of exported files; `…` is the chat. */
	titles: readonly string[];
};
