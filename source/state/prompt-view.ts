/** What goes to the model with the next message, word for word. */
export type PromptViewStep = {
	type: 'prompt-view';
	/** The messages as sent; null while they are put together. */
	messages: readonly {role: string; content: string}[] | null;
	/** Rows that are scrolled down. */
	scrolled: number;
};

export type PromptViewAction =
	| {
			type: 'prompt-view/built';
			messages: NonNullable<PromptViewStep['messages']>;
	  }
	| {type: 'prompt-view/scroll'; by: number};

export const startPromptView = (): PromptViewStep => ({
	type: 'prompt-view',
	messages: null,
	scrolled: 0,
});

export function reducePromptView(
	step: PromptViewStep,
	action: PromptViewAction,
): PromptViewStep {
	switch (action.type) {
		case 'prompt-view/built':
			return {...step, messages: action.messages, scrolled: 0};
		case 'prompt-view/scroll':
			return {...step, scrolled: Math.max(0, step.scrolled + action.by)};
	}
}
