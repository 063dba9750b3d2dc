import {Box, Text} from 'ink';
import {truncate} from '../components/display-text.ts';
import type {EditorState} from '../components/editor.ts';
import {formatBytes, formatCount, plural} from '../components/format.ts';
import {Prompt} from '../components/prompt.tsx';
import {epochs} from '../dataset/tokens.ts';
import {findProvider} from '../provider/providers.ts';
import type {Plan, PlanEffect} from '../state/plan.ts';
import type {Sizes, TrainingStep} from '../state/training.ts';
import type {Size} from '../state.ts';
import {theme} from '../theme.ts';
import {defaultSystemPrompt} from '../twin/prompt/system.ts';
import {recalledCount} from '../twin/recall.ts';
import {Fact} from './fact.tsx';

type Props = {
	step: TrainingStep;
	plan: Plan;
	sizes: Sizes;
	consent: EditorState;
	size: Size;
};

/** What is agreed to: who gets what, what was replaced in it, what stays as it was, what it costs and how long it lasts. */
export function Consent({step, plan, sizes, consent, size}: Props) {
	const {label, baseURL} = findProvider(step.provider);
	const host = hostOf(step.baseURL ?? baseURL);
	const told = step.preflight?.checks ?? [];
	const width = size.columns - 10;
	const {effect} = plan;
	if (!effect) return null;
	return (
		<Box flexDirection="column">
			<Text bold color={theme.warning} wrap="truncate">
				Before anything leaves this machine
			</Text>
			<Fact name="Recipient">
				{label}
				{host && ` (${host})`}, model {truncate(step.model, width - 30)}
			</Fact>
			{step.way === 'prompted' ? (
				<EachMessage />
			) : (
				<Files step={step} effect={effect} sizes={sizes} />
			)}
			<Replaced people={effect.people} sizes={sizes} />
			<Fact name="Stays">
				what is told, names of others who are spoken of, and
			</Fact>
			<Fact name="">names that are also words (esc, then v: decide)</Fact>
			{usualPrompt(plan) || (
				<Fact name="">your own system prompt, as you wrote it</Fact>
			)}
			{(['price', 'time', 'model'] as const).map(name => {
				const found = told.find(check => check.name === name);
				return (
					found && (
						<Fact key={name} name={factNames[name]}>
							{truncate(found.text, width)}
						</Fact>
					)
				);
			})}
			{step.way === 'fine-tuned' && (
				<Fact name="If refused">the files are deleted there again</Fact>
			)}
			<Text> </Text>
			<Text bold>Type yes to agree:</Text>
			<Prompt
				state={consent}
				width={Math.min(size.columns, 40)}
				maxRows={1}
				placeholder="yes"
				isFocused
				palette={theme}
			/>
		</Box>
	);
}

const factNames = {price: 'Cost', time: 'Time', model: 'Ends'};

const hostOf = (url: string | null): string =>
	url && URL.canParse(url) ? new URL(url).host : '';

const usualPrompt = ({me, options: {system}}: Plan): boolean =>
	!system || system === defaultSystemPrompt(me, true);

function Files({
	step,
	effect: {counts, measure},
	sizes,
}: {
	step: TrainingStep;
	effect: PlanEffect;
	sizes: Sizes;
}) {
	const {examples, validationExamples: held, kept} = counts;
	const chosen = step.hyperparameters.epochs;
	const times = chosen === 'auto' ? epochs(examples) : chosen;
	return (
		<>
			<Fact name="Sent">
				{plural(held > 0 ? 2 : 1, 'file')}: {plural(examples, 'example')} (
				{formatBytes(sizes.training)})
				{held > 0 &&
					` and ${formatCount(held)} held out (${formatBytes(sizes.validation)})`}
			</Fact>
			<Fact name="">
				{plural(kept, 'message')}
				{measure.tokens &&
					`, ${formatCount(measure.tokens.epoch)} tokens in each of ${plural(times, 'epoch')}`}
			</Fact>
		</>
	);
}

function EachMessage() {
	return (
		<>
			<Fact name="Now">nothing</Fact>
			<Fact name="Each time">
				what you write, the last turns, and up to {recalledCount} of your past
			</Fact>
			<Fact name="">
				exchanges, and how you write in numbers (no names): ^P shows it
			</Fact>
		</>
	);
}

function Replaced({people, sizes}: {people: number; sizes: Sizes}) {
	const found = sizes.replaced
		.slice(0, 4)
		.map(([name, times]) => `${name} ${formatCount(times)}×`)
		.join(', ');
	return (
		<>
			<Fact name="Replaced">
				{plural(people, 'person', 'people')} by Person1
				{people > 1 && '…'}, you by [me]
			</Fact>
			<Fact name="">
				{found || 'no phone numbers, addresses, links or bank data were found'}
			</Fact>
		</>
	);
}
