import {readTrouble, type Trouble} from './trouble.ts';
import type {Provider} from './types.ts';

/**
Whatever went wrong with a provider, in one plain sentence that says what to do. Keys and web pages are left out.
*/
export function explain(error: unknown, provider: Provider): string {
	const trouble = readTrouble(error, provider);
	if (isDiskFull(trouble))
		return 'The disk is full: free some space and try again. What was saved before is still there.';
	if (isForbidden(trouble))
		return 'The home of twin-tui may not be written to: give yourself the right to, or set TWIN_TUI_HOME to another folder.';
	switch (trouble.kind) {
		case 'aborted':
			return 'Stopped.';
		case 'timeout':
			return `${provider.label} did not answer in time: check the connection and try again.`;
		case 'connection':
			return explainConnection(trouble, provider);
		case 'answer':
			return explainAnswer(trouble, provider);
		case 'other':
			// What breaks the code that reads an answer: nobody is helped by its words.
			return error instanceof TypeError || error instanceof SyntaxError
				? `${provider.label} answered with something that is no answer of this protocol: check its base URL and model.`
				: sentence(trouble.message);
	}
}

/** The embedded provider can only tell of a full disk in words, as an answer or as a job's error. */
const isDiskFull = ({causes, code, message}: Trouble): boolean =>
	causes.includes('ENOSPC') ||
	code === 'disk_full' ||
	/\bENOSPC\b|no space left/i.test(message);

const isForbidden = ({kind, causes, code}: Trouble): boolean =>
	code === 'not_writable' ||
	(kind === 'other' &&
		causes.some(cause => ['EROFS', 'EACCES', 'EPERM'].includes(cause)));

/** Whether the same request may well succeed later: the network is gone, or the provider is busy or out of order. */
export function isPassing(error: unknown, provider: Provider): boolean {
	const trouble = readTrouble(error, provider);
	if (isDiskFull(trouble) || isForbidden(trouble) || trouble.isFinal)
		return false;
	if (trouble.kind === 'connection' || trouble.kind === 'timeout') return true;
	if (trouble.kind !== 'answer' || trouble.code === 'insufficient_quota')
		return false;
	return [408, 409, 429].includes(trouble.status ?? 0) || isBroken(trouble);
}

/** Whether asking again is no use: the provider has understood and said no, for reasons that stay. */
export function isRefusal(error: unknown, provider: Provider): boolean {
	const {kind, status, code} = readTrouble(error, provider);
	return (
		kind === 'answer' &&
		code !== 'insufficient_quota' &&
		[400, 403, 404, 405, 413, 422].includes(status ?? 0)
	);
}

const isBroken = ({status}: Trouble) => status === null || status >= 500;

function explainConnection({causes}: Trouble, {label, baseURL}: Provider) {
	const where = baseURL ? ` at ${new URL(baseURL).host}` : '';
	if (causes.includes('ECONNREFUSED'))
		return `Nothing answers${where}: start the server of ${label}, or correct its base URL.`;
	if (causes.some(code => /CERT|SELF_SIGNED|UNABLE_TO/.test(code)))
		return `The certificate of ${label}${where} is not trusted: look for a proxy in between, or name its certificate in NODE_EXTRA_CA_CERTS.`;
	return `${label}${where} cannot be reached: check the internet connection and try again.`;
}

function explainAnswer(trouble: Trouble, provider: Provider): string {
	const {status, code, webPage} = trouble;
	const {label, keyVariable} = provider;
	// The embedded provider speaks in sentences for the owner already.
	if (provider.name === 'local')
		return code === 'model_not_found' && /"ft:/.test(trouble.message)
			? 'The model of this twin is not on this machine any more: train it again, or talk to another one.'
			: sentence(trouble.message);
	if (status === 401)
		return keyVariable
			? `${label} does not accept the key: check that ${keyVariable} holds a whole, valid one.`
			: `${label} does not accept the key.`;
	if (status === 403 && code === 'training_not_available')
		return `${label} no longer lets this organisation train: it is ending fine-tuning, from 2027-01-06 for everybody. Another key does not help; train with the provider local, nebius or azure instead, or make a twin that needs no training.`;
	if (status === 429) return explainLimit(trouble, provider);
	if (isBroken(trouble))
		return `${label} has a problem of its own${status ? ` (${status})` : webPage ? '' : `: ${bare(trouble.message)}`}: wait a few minutes and try again.`;
	if (webPage)
		return `${label} answered with a web page (${status}) instead of data: check the base URL, and whether a proxy or a hotel's login page is in between.`;
	return explainRefusal(trouble, provider);
}

function explainLimit({code, retryAfter}: Trouble, {label}: Provider) {
	if (code === 'insufficient_quota')
		return `The account at ${label} has no credit left, or reached its spending limit: add credit in its billing settings and try again.`;
	const wait =
		retryAfter === null
			? 'a minute'
			: retryAfter === 1
				? 'a second'
				: `${retryAfter} seconds`;
	return `${label} limits how often it is asked: wait ${wait} and try again.`;
}

function explainRefusal(
	{status, code, param, message}: Trouble,
	{label}: Provider,
): string {
	if (status === 403)
		return `${label} does not allow this with this key: ${bare(message)}. Check the key's permissions and its project.`;
	if (
		code === 'model_not_found' ||
		(status === 404 && (param === 'model' || /\bmodel\b/i.test(message)))
	)
		return `${label} does not have that model, or not for this key: choose another one (${bare(message)}).`;
	if (status === 404)
		return `${label} does not know what was asked for: check the base URL (${bare(message)}).`;
	if (status === 413)
		return `${label} finds the file or the message too large: make it smaller and try again.`;
	return `${label} refused the request: ${sentence(message)}`;
}

const bare = (text: string): string => text.replace(/[.:\s]+$/, '');

const sentence = (text: string): string =>
	/[.!?…]$/.test(text) ? text : `${text}.`;
