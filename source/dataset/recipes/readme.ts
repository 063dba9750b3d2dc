import {systemPrompt} from './settings.ts';
import type {RecipeFile, RecipeInput} from './types.ts';

/** What differs between the engines; commands are lines of a shell, said in the folder. */
type Parts = {
	title: string;
	/** What is in the folder, a line each. */
	files: readonly string[];
	install: string;
	train: string;
	/** Anything to know about the training; paragraphs of Markdown. */
	notes: readonly string[];
	/** Several GPUs, in Markdown; null where the engine has no such road. */
	severalGpus: string | null;
	serve: string;
	/** Where it then answers, and under which name. */
	baseURL: string;
	model: string;
	/** What the recipe was checked against. */
	checked: string;
};

/** The README.md of a recipe's folder. */
export function recipeReadme(parts: Parts, input: RecipeInput): RecipeFile {
	const {examples, validation} = input;
	const held =
		validation.length > 0 ? `, ${validation.length} more are held out` : '';
	const sections = [
		`# ${input.name}: a twin, with ${parts.title}`,
		`Written by twin-tui from ${examples.length} examples${held}. They are private conversations: keep this folder to yourself, and what is trained on it too.`,
		parts.files.map(file => `- ${file}`).join('\n'),
		`## Train\n\n${shell(`${parts.install}\n${parts.train}`)}`,
		...parts.notes,
		...(parts.severalGpus === null
			? []
			: [`## More than one GPU\n\n${parts.severalGpus}`]),
		`## Serve\n\n${shell(parts.serve)}`,
		`## Talk to it\n\n${shell(talkCommand(parts, input))}\n\nFrom then on \`twin-tui --chat ${quote(input.name)}\` is enough, while the server runs.`,
		`Checked against ${parts.checked}.`,
	];
	return {path: 'README.md', content: `${sections.join('\n\n')}\n`};
}

/** A block of Markdown. */
export const shell = (lines: string): string => `\`\`\`sh\n${lines}\n\`\`\``;

function talkCommand({baseURL, model}: Parts, input: RecipeInput): string {
	const system = systemPrompt(input.examples);
	const trainedUnder = system ? ` --system ${quote(system)}` : '';
	return `twin-tui --chat ${quote(input.name)} --provider custom --base-url ${baseURL} --model ${model}${trainedUnder}`;
}

/** One word for a POSIX shell. */
export const quote = (text: string): string =>
	/^[\w./-]+$/.test(text) && !text.startsWith('-')
		? text
		: `'${text.replaceAll("'", "'\\''")}'`;
