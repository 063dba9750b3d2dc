/**
What makes a twin open the conversation: the same words that stand in front of its owner's openers in the training data
(design, section 5, rule 5).
@param label of the person it shall write to, 'Person1' or a name; none for whoever is there.
@param reason that it shall have, as the published experiment gave one; '' for none.
*/
export const nudge = (label = 'me', reason = ''): string =>
	`Start a chat with ${label}${reason === '' ? '' : ` because ${reason.replace(/[.\s]+$/u, '')}`}.`;
