import {explain} from '../../provider/errors.ts';
import {readTrouble} from '../../provider/trouble.ts';
import {type Check, check, type PreflightOptions} from './types.ts';

/** Whether the organisation may train: what it was told last, and, where the provider has such a thing, its limits. */
export async function checkAllowed(
	{target, connection, store}: PreflightOptions,
	signal: AbortSignal,
): Promise<Check | null> {
	if (target.way === 'prompted' || target.provider === 'local' || !connection)
		return null;
	const {client, provider} = connection;
	const refused = (await store.jobs.list()).find(
		({provider, cause}) =>
			provider === target.provider && cause === 'not-allowed',
	);
	if (refused)
		return check(
			'allowed',
			'bad',
			`${provider.label} refused to train for this organisation on ${refused.createdAt.slice(0, 10)}; that does not depend on model or key.`,
		);
	if (!provider.quirks.limits)
		return check(
			'allowed',
			'unknown',
			`${provider.label} says only when it is asked to train.`,
		);
	try {
		// Neither the package nor the specification knows it, so nothing depends on its form (reference: openai-api.md, section 1.2).
		const answer: unknown = await client.get('/fine_tuning/model_limits', {
			signal,
			maxRetries: 0,
			timeout: 15_000,
		});
		return isEmpty(answer)
			? check(
					'allowed',
					'warning',
					`${provider.label} lists no model that this organisation may train: it will most likely refuse. Another provider, the embedded one or a prompted twin work.`,
				)
			: check(
					'allowed',
					'good',
					`${provider.label} lists models that this organisation may train.`,
				);
	} catch (error) {
		const {status} = readTrouble(error, provider);
		return status !== null && status >= 400 && status < 500 && status !== 429
			? check(
					'allowed',
					'warning',
					status === 401
						? explain(error, provider)
						: `${provider.label} does not say that this organisation may train (${status}): it may refuse after the upload, which is then deleted again.`,
				)
			: check(
					'allowed',
					'unknown',
					`Whether this organisation may train could not be asked: ${explain(error, provider)}`,
				);
	}
}

function isEmpty(answer: unknown): boolean {
	if (typeof answer !== 'object' || answer === null) return !answer;
	const {data} = answer as {data?: unknown};
	const list = Array.isArray(data) ? data : Object.values(answer);
	return list.length === 0;
}
