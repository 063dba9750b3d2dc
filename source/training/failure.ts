import {redactKeys} from '../provider/trouble.ts';
import type {Provider} from '../provider/types.ts';

/** What a provider says about a job that failed; `{}` and null are real answers too. */
type RemoteError = {code?: unknown; message?: unknown} | null | undefined;

/**
Why a job failed and what helps, in a sentence or two (cases: reference openai-api.md, section 2.5).
@param lastError the newest event of level 'error', for jobs that give no reason themselves
*/
export function explainFailure(
	error: RemoteError,
	lastError: string | null,
	provider: Provider,
): string {
	const {label} = provider;
	const said = String(error?.message || lastError || '').trim();
	const message = redactKeys(said.replaceAll(/\s+/g, ' '), provider);
	const code = String(error?.code ?? '');
	if (!message)
		return `${label} ended the training without giving a reason: look at the job there, or try again.`;
	if (/\bENOSPC\b|no space left/i.test(message))
		return 'The disk is full: free some space and train again.';
	if (isSafety(code, message))
		return `${label} refused the data set for its content${categoriesIn(message)}: lower the threshold of the moderation, so that it drops more, and train again. ${label} said: ${message}`;
	if (
		/at least \d+ examples|too few examples|not enough examples/i.test(message)
	)
		return `${label} wants more examples than these: pick more chats, or a higher threshold, and train again. ${label} said: ${message}`;
	if (/quota|billing|spending limit|hard limit/i.test(`${code} ${message}`))
		return `The account at ${label} has no credit left, or reached its limit: see to its billing settings and train again. ${label} said: ${message}`;
	if (code === 'invalid_training_file' || code === 'invalid_validation_file')
		return `${label} cannot use the data set: ${message}`;
	// The embedded provider speaks in sentences for the owner already.
	if (provider.name === 'local') return message;
	return `The training at ${label} failed: ${message}`;
}

const isSafety = (code: string, message: string): boolean =>
	code === 'unsafe_file' ||
	/flagged by our moderation|usage policies|unsafe training file|safety (checks?|evaluations?|reasons)/i.test(
		message,
	);

/** ' (hate, violence)' out of '…in the following categories: hate, violence. …'; nothing where none are named. */
function categoriesIn(message: string): string {
	const found = /categor(?:y|ies):\s*([\w/, -]+)/i.exec(message)?.[1]?.trim();
	return found ? ` (${found})` : '';
}
