/** A reply, and what was said before it. Measures take lists of these: the owner's and the twin's. */
export type Reply = {
	/** What was said before, oldest first; the last is what is answered. Empty where the reply opens a chat. */
	context: readonly string[];
	/** Messages of one burst stand on lines of their own. */
	reply: string;
};
