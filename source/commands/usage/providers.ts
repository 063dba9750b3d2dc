/** What --provider takes: `provider/providers.ts` once more, for the help loads nothing. */
export const providers = ['local', 'openai', 'azure', 'nebius', 'custom'];
