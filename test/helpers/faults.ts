/** What a provider may do instead of answering; each is used up by one request. */
export type Fault =
	/** The request never arrives. */
	| 'network'
	/** The request arrives and is carried out, and the answer is lost on the way. */
	| 'lost'
	/** No answer comes for as long as the client waits. */
	| 'hang'
	| (() => Response);

export const networkError = () =>
	new TypeError('fetch failed', {
		cause: Object.assign(new Error('read ECONNRESET'), {code: 'ECONNRESET'}),
	});

export const refuse =
	(
		status: number,
		error: {message: string; code: string | null; param?: string | null},
		headers: Record<string, string> = {},
	): (() => Response) =>
	() =>
		Response.json(
			{error: {type: 'invalid_request_error', param: null, ...error}},
			{status, headers},
		);

/** Wording of the real answer (reference: openai-api.md, section 1.2). */
export const trainingNotAvailable = refuse(403, {
	message:
		'OpenAI is winding down the fine-tuning platform and your organization is no longer able to create new fine-tuning training jobs.',
	code: 'training_not_available',
});

export const noQuota = refuse(429, {
	message:
		'You exceeded your current quota, please check your plan and billing details.',
	code: 'insufficient_quota',
});

export const tooFast = (seconds: string) =>
	refuse(
		429,
		{message: 'Rate limit reached.', code: 'rate_limit_exceeded'},
		{'retry-after': seconds},
	);

export const badKey = refuse(401, {
	message: 'Incorrect API key provided: sk-proj-abcdef1234567890.',
	code: 'invalid_api_key',
});

export const broken = refuse(500, {
	message: 'The server had an error while processing your request.',
	code: 'internal_error',
});

export const html =
	(status: number): (() => Response) =>
	() =>
		new Response(
			'<!DOCTYPE html><html><head><title>Bad gateway</title></head><body>nginx</body></html>',
			{status, headers: {'content-type': 'text/html'}},
		);

export const unsupported = (param: string) =>
	refuse(400, {
		message: `Unsupported value: '${param}' does not support 0.75 with this model. Only the default (1) value is supported.`,
		code: 'unsupported_value',
		param,
	});
