import {randomInt} from 'node:crypto';
import {type Body, isBody, numberOf, textOf} from '../checks.ts';
import type {Hyperparameters} from '../engine/types.ts';
import {refuse} from '../errors.ts';
import type {Files} from '../files.ts';
import type {JobRequest} from '../jobs.ts';
import {baseModel} from '../models.ts';

/** A day. */
const mostMinutes = 1440;
const mostSeed = 2_147_483_647;

/**
What a client asks a job to be, checked by OpenAI's rules (openai-api.md, 2.1).
@throws HTTPException 400 with a sentence, 404 for files and models that are not here.
*/
export async function readJobRequest(
	body: Body,
	files: Files,
): Promise<JobRequest> {
	const model = textOf(body, 'model');
	if (model !== baseModel)
		refuse(
			404,
			'model_not_found',
			`"${model}" cannot be trained here; the model that can is "${baseModel}".`,
			'model',
		);
	const integrations = body.integrations ?? [];
	if (!Array.isArray(integrations) || integrations.length > 0)
		unsupported('integrations', 'The embedded provider has no integrations.');
	const trainingFile = textOf(body, 'training_file');
	await checkFile(files, trainingFile, 'training_file');
	const validationFile = body.validation_file
		? textOf(body, 'validation_file')
		: null;
	if (validationFile) await checkFile(files, validationFile, 'validation_file');
	return {
		model,
		trainingFile,
		validationFile,
		hyperparameters: readHyperparameters(body),
		minutes: numberOf(body, 'minutes', {min: 0, max: mostMinutes}),
		seed:
			numberOf(body, 'seed', {min: 0, max: mostSeed, whole: true}) ??
			randomInt(mostSeed),
		suffix: readSuffix(body),
		metadata: readMetadata(body),
	};
}

const unsupported = (param: string, message: string): never =>
	refuse(400, 'unsupported_parameter', message, param);

async function checkFile(files: Files, id: string, param: string) {
	const file = await files.get(id);
	if (!file)
		return refuse(
			404,
			'file_not_found',
			`There is no file "${id}" here; upload it first.`,
			param,
		);
	if (file.purpose !== 'fine-tune')
		refuse(
			400,
			'invalid_file_purpose',
			`The file "${id}" has the purpose "${file.purpose}"; training needs "fine-tune".`,
			param,
		);
}

/** Under `method`, or at the top as older clients send them. */
function readHyperparameters({
	method = {type: 'supervised'},
	hyperparameters,
}: Body): Hyperparameters {
	if (!isBody(method) || method.type !== 'supervised')
		return unsupported(
			'method',
			'The embedded provider trains by the method "supervised" only.',
		);
	const supervised = isBody(method.supervised) ? method.supervised : {};
	const given = supervised.hyperparameters ?? hyperparameters ?? {};
	if (!isBody(given))
		return refuse(
			400,
			'invalid_value',
			'"hyperparameters" has to be an object.',
			'hyperparameters',
		);
	const read = (name: string, range: Parameters<typeof numberOf>[2]) =>
		given[name] === 'auto'
			? 'auto'
			: (numberOf(given, name, range, `hyperparameters.${name}`) ?? 'auto');
	return {
		n_epochs: read('n_epochs', {min: 1, max: 50, whole: true}),
		batch_size: read('batch_size', {min: 1, max: 256, whole: true}),
		learning_rate_multiplier: read('learning_rate_multiplier', {
			min: 0.000_001,
			max: 1000,
		}),
	};
}

function readSuffix({suffix}: Body): string {
	if (suffix === undefined || suffix === null) return '';
	if (typeof suffix !== 'string' || suffix.length === 0 || suffix.length > 64)
		return refuse(
			400,
			'invalid_value',
			'"suffix" has to be a text of 1 to 64 characters.',
			'suffix',
		);
	return suffix;
}

function readMetadata({metadata}: Body): Record<string, string> {
	if (metadata === undefined || metadata === null) return {};
	const entries = isBody(metadata) ? Object.entries(metadata) : null;
	if (
		!entries ||
		entries.length > 16 ||
		entries.some(
			([key, value]) =>
				key.length > 64 || typeof value !== 'string' || value.length > 512,
		)
	)
		return refuse(
			400,
			'invalid_value',
			'"metadata" has to be an object of at most 16 texts, keys up to 64 and values up to 512 characters.',
			'metadata',
		);
	return Object.fromEntries(entries) as Record<string, string>;
}
