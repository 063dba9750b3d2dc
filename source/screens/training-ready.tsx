import {Box, Text} from 'ink';
import {truncate, wrapText} from '../components/display-text.ts';
import {plural} from '../format.ts';
import type {Pricing} from '../state/figures.ts';
import type {Plan} from '../state/plan.ts';
import {startRefused} from '../state/training-gate.ts';
import type {TrainingStep} from '../state/training-step.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import type {Check} from '../training/preflight.ts';
import {Fact} from './fact.tsx';
import {fitChecks, fitFacts, readyFacts} from './ready-facts.ts';
import {RecipeNote} from './recipe-note.tsx';
import {Sample} from './training-sample.tsx';

type Props = {
	step: TrainingStep;
	plan: Plan;
	pricing: Pricing;
	size: Size;
};

/** What the twin would be made of and with, what was looked at beforehand, and a real example. */
export function Ready({step, plan, pricing, size}: Props) {
	const refused = startRefused(step);
	if (!plan.effect) return <Counting plan={plan} />;
	const {sample} = plan.effect;
	const isTraining = step.way === 'fine-tuned';
	const notes = refused ? wrapText(refused, size.columns - 2) : [];
	const rows = size.rows - 1 - notes.length;
	const all = readyFacts(step, plan.effect, pricing);
	// What it costs is told above, with the tokens.
	const found = fitChecks(
		(step.preflight?.checks ?? []).filter(
			({name, text}) => text !== refused && !(isTraining && name === 'price'),
		),
		rows - all.length - 1,
	);
	const facts = fitFacts(all, size.columns, rows - Math.max(found.length, 1));
	const room = rows - facts.reduce((sum, {lines}) => sum + lines.length, 0);
	const checks = found.slice(0, Math.max(room, 0));
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Text bold>{titleOf(step, refused !== null)}</Text>
			{facts.map(({name, lines, colour}) =>
				lines.map((line, index) => (
					<Fact key={`${name} ${line}`} name={index === 0 ? name : ''}>
						<Text {...(colour ? {color: colour} : {})}>{line}</Text>
					</Fact>
				)),
			)}
			{notes.map((line, index) => (
				<Text key={line} color={theme.warning}>
					{index === 0 ? `${glyphs.warning} ` : '  '}
					{line}
				</Text>
			))}
			<Checks
				checks={checks}
				isLooking={step.preflight === null}
				width={size.columns}
			/>
			<RecipeNote step={step} width={size.columns} />
			<Sample
				example={sample}
				rows={room - Math.max(checks.length, 1) - 3}
				width={size.columns}
			/>
		</Box>
	);
}

function Counting({plan}: {plan: Plan}) {
	return (
		<Box flexDirection="column" rowGap={1}>
			<Text bold>{plural(plan.chats.length, 'chat')}</Text>
			<Text color={theme.muted}>Counting what would be trained on…</Text>
		</Box>
	);
}

function titleOf({way, plan}: TrainingStep, isRefused: boolean): string {
	const chats = plural(plan?.chats.length ?? 0, 'chat');
	if (isRefused)
		return `Not ready ${way === 'prompted' ? 'yet' : 'to train'}: ${chats}`;
	return way === 'prompted'
		? `Ready to make your twin: ${chats}`
		: `Ready to train: ${chats}`;
}

const levels = {
	good: {glyph: glyphs.done, colour: theme.good},
	warning: {glyph: glyphs.warning, colour: theme.warning},
	bad: {glyph: glyphs.failed, colour: theme.danger},
	unknown: {glyph: '?', colour: theme.muted},
} as const;

function Checks({
	checks,
	isLooking,
	width,
}: {
	checks: readonly Check[];
	isLooking: boolean;
	width: number;
}) {
	if (isLooking)
		return <Text color={theme.muted}>looking at what it takes…</Text>;
	return checks.map(({name, level, text}) => (
		<Text key={`${name} ${level}`} wrap="truncate">
			<Text color={levels[level].colour}>{levels[level].glyph} </Text>
			{truncate(text, width - 2)}
		</Text>
	));
}
