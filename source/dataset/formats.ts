/**
What a line looks like: OpenAI's `messages`; the same in strict alternation (user, assistant, user, assistant…), which many
chat templates and LLaMA-Factory insist on; or ShareGPT's `conversations`, whose readers insist on it too.
*/
export const formats = ['openai', 'alternating', 'sharegpt'] as const;
export type Format = (typeof formats)[number];
