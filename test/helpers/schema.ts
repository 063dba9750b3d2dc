import {readFileSync} from 'node:fs';
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const schema = JSON.parse(
	readFileSync(new URL('openai-schema.json', import.meta.url), 'utf8'),
) as object;

const ajv = new Ajv2020({strict: false, allErrors: true});
addFormats.default(ajv);
ajv.addFormat('unixtime', true);
ajv.addSchema(schema, 'openai');

/**
Where a value differs from a schema of OpenAI's published OpenAPI document; empty where it conforms.
@param name Of the schema, such as `FineTuningJob`.
@throws Error for a schema that is not among those kept in `openai-schema.json`.
*/
export function differencesFrom(name: string, value: unknown): string[] {
	const validate: ValidateFunction | undefined = ajv.getSchema(
		`openai#/components/schemas/${name}`,
	);
	if (!validate) throw new Error(`There is no schema "${name}".`);
	if (validate(value)) return [];
	return (validate.errors ?? []).map(
		({instancePath, message}) => `${instancePath || '/'} ${message}`,
	);
}
