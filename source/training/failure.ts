import {redactKeys} from '../provider/trouble.ts';
import type {Provider} from '../provider/types.ts';
import type {FailureCause} from '../store/types.ts';

/** What a provider says about a job that failed; `{}` and null are real answers too. */
type RemoteError = {code?: unknown; message?: unknown} | null | undefined;

/** Why a job failed and what helps. */
export type Failure = {
	/** In a sentence or two. */
	reason: string;
	cause: FailureCause;
	/** What a refused content was refused for. */
	categories: string[];
};

/**
Why a job failed and what helps, in a sentence or two (cases: reference openai-api.md, section 2.5).
@param checks categories whose check failed, as an event told
@param lastError the newest event of level 'error', for jobs that give no reason themselves
*/
export function explainFailure(
	error: RemoteError,
	lastError: string | null,
	provider: Provider,
	checks: readonly string[] = [],
): Failure {
	const {label} = provider;
	const said = String(error?.message || lastError || '').trim();
	const message = redactKeys(said.replaceAll(/\s+/g, ' '), provider);
	const code = String(error?.code ?? '');
	const as = (cause: FailureCause, reason: string): Failure => ({
		reason,
		cause,
		categories: cause === 'content' ? categories : [],
	});
	const named = categoriesIn(message);
	const categories = named.length > 0 ? named : [...checks];
	if (!message && checks.length === 0)
		return as(
			'other',
			`${label} ended the training without giving a reason: look at the job there, or try again.`,
		);
	if (/\bENOSPC\b|no space left/i.test(message))
		return as('other', 'The disk is full: free some space and train again.');
	if (isSafety(code, message) || checks.length > 0)
		return as(
			'content',
			`${label} refused the data set for its content${inBrackets(categories)}: lower the threshold of the moderation, so that it drops more, and train again. ${quoting(label)}${message}`,
		);
	if (
		/at least \d+ examples|too few examples|not enough examples/i.test(message)
	)
		return as(
			'too-few',
			`${label} wants more examples than these: pick more chats, or a higher threshold, and train again. ${quoting(label)}${message}`,
		);
	if (/quota|billing|spending limit|hard limit/i.test(`${code} ${message}`))
		return as(
			'credit',
			`The account at ${label} has no credit left, or reached its limit: see to its billing settings and train again. ${quoting(label)}${message}`,
		);
	if (code === 'invalid_training_file' || code === 'invalid_validation_file')
		return as('other', `${label} cannot use the data set: ${message}`);
	// The embedded provider speaks in sentences for the owner already.
	if (provider.name === 'local') return as('other', message);
	return as('other', `The training at ${label} failed: ${message}`);
}

const quoting = (label: string): string => `${label} said: `;

/** Puts a sentence behind our own words and before the provider's, which may be long and are cut first. */
export function withNote(
	reason: string,
	note: string,
	{label}: Provider,
): string {
	const at = reason.indexOf(` ${quoting(label)}`);
	return at < 0
		? `${reason} ${note}`
		: `${reason.slice(0, at)} ${note}${reason.slice(at)}`;
}

const isSafety = (code: string, message: string): boolean =>
	code === 'unsafe_file' ||
	/flagged by our moderation|usage policies|unsafe training file|safety (checks?|evaluations?|reasons)/i.test(
		message,
	);

const inBrackets = (names: readonly string[]): string =>
	names.length > 0 ? ` (${names.join(', ')})` : '';

/** ['hate', 'violence'] out of '…in the following categories: hate, violence. …'; none where none are named. */
export function categoriesIn(message: string): string[] {
	const found = /categor(?:y|ies):\s*([\w/, -]+)/i.exec(message)?.[1] ?? '';
	return found
		.split(/,|\band\b/)
		.map(name => name.trim())
		.filter(Boolean);
}

/**
The categories that a `moderation_checks` event says were not passed. Its form is not published (reference: openai-api.md,
section 2.3), so whatever is false or speaks of failing counts.
*/
export function failedChecks({
	type,
	data,
}: {
	type?: string | undefined;
	data?: unknown;
}): string[] {
	if (type !== 'moderation_checks' || !data || typeof data !== 'object')
		return [];
	const {categories = data} = data as {categories?: unknown};
	return Object.entries(Object(categories))
		.filter(
			([, result]) =>
				result === false || /fail|block|:false/i.test(JSON.stringify(result)),
		)
		.map(([category]) => category);
}
