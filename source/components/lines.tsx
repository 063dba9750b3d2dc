import {Text} from 'ink';

type Line = {text: string; colour?: string | undefined};

/** Lines of text that have no identity but their place; each on one row. */
export function Lines({lines}: {lines: readonly Line[]}) {
	return lines.map(({text, colour}, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
		<Text key={index} wrap="truncate" {...(colour ? {color: colour} : {})}>
			{text || ' '}
		</Text>
	));
}
