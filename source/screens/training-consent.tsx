import {Box, Text} from 'ink';
import {wrapText} from '../components/display-text.ts';
import type {EditorState} from '../components/editor.ts';
import {Prompt} from '../components/prompt.tsx';
import type {Plan} from '../state/plan.ts';
import type {Sizes, TrainingStep} from '../state/training-step.ts';
import type {Size} from '../state.ts';
import {theme} from '../theme.ts';
import {consentFacts} from './consent-facts.ts';
import {Fact, nameWidth} from './fact.tsx';

type Props = {
	step: TrainingStep;
	plan: Plan;
	sizes: Sizes;
	consent: EditorState;
	size: Size;
};

/** Rows of title, question and answer, and what stands between. */
const chrome = 4;

/** What is agreed to, and where it is. What does not fit is scrolled to; the question is always there. */
export function Consent({step, plan, sizes, consent, size}: Props) {
	if (!plan.effect) return null;
	const lines = consentFacts(step, plan, plan.effect, sizes).flatMap(
		({name, text}) =>
			wrapText(text, size.columns - nameWidth).map((line, index) => ({
				name: index === 0 ? name : '',
				line,
			})),
	);
	const rows = size.rows - chrome;
	const last = Math.max(lines.length - rows, 0);
	const first = Math.min(step.scrolled, last);
	return (
		<Box flexDirection="column">
			<Text bold color={theme.warning} wrap="truncate">
				Before anything leaves this machine
			</Text>
			{lines.slice(first, first + rows).map(({name, line}, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
				<Fact key={index} name={name}>
					{line}
				</Fact>
			))}
			<Text color={theme.muted}>
				{last > 0 ? `↑↓ ${first} above, ${last - first} below` : ' '}
			</Text>
			<Text bold>Type yes to agree:</Text>
			<Prompt
				state={consent}
				width={Math.min(size.columns, 40)}
				maxRows={1}
				placeholder=""
				isFocused
				palette={theme}
			/>
		</Box>
	);
}
