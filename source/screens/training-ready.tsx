import {Box, Text} from 'ink';
import {truncate, wrapText} from '../components/display-text.ts';
import {formatCount, plural} from '../components/format.ts';
import {readiness} from '../dataset/readiness.ts';
import {findProvider} from '../provider/providers.ts';
import {costFigure, type Pricing, tokenFigure} from '../state/figures.ts';
import type {Plan, PlanEffect} from '../state/plan.ts';
import {
	needsConsent,
	startRefused,
	type TrainingStep,
} from '../state/training.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {automatic, type Setting} from '../training/hyperparameters.ts';
import type {Check} from '../training/preflight.ts';
import {Fact} from './fact.tsx';
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
	const {label, fewestExamples} = findProvider(step.provider);
	const refused = startRefused(step);
	if (!plan.effect) return <Counting plan={plan} />;
	const {counts, measure, sample} = plan.effect;
	const isTraining = step.way === 'fine-tuned';
	const notes = refused ? wrapText(refused, size.columns - 2) : [];
	const room = size.rows - (isTraining ? 8 : 5) - notes.length;
	// What it costs is told above, with the tokens.
	const checks = (step.preflight?.checks ?? [])
		.filter(
			({name, text}) => text !== refused && !(isTraining && name === 'price'),
		)
		.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
		.slice(0, room);
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Text bold>{titleOf(step, refused !== null)}</Text>
			<Fact name="Data">
				{plural(counts.examples, 'example')} from {formatCount(counts.kept)} of{' '}
				{plural(counts.messages, 'message')};{' '}
				{formatCount(counts.validationExamples)} newest held out
			</Fact>
			<Fact name={step.way === 'prompted' ? 'Prompts' : 'Trains'}>
				{truncate(step.model || 'no model chosen yet (p)', size.columns - 34)}{' '}
				at {label}
			</Fact>
			{isTraining && <Fact name="How">{describeSettings(step)}</Fact>}
			{isTraining && <Costs effect={plan.effect} pricing={pricing} />}
			<Fact name="Replies">
				{formatCount(measure.replies)} of yours.{' '}
				{readiness(counts.examples, measure.replies, fewestExamples).words}
			</Fact>
			<Leaves step={step} />
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

function Costs({effect, pricing}: {effect: PlanEffect; pricing: Pricing}) {
	const cost = costFigure(effect, pricing);
	return (
		<>
			<Fact name="Tokens">{tokenFigure(effect, pricing).text}</Fact>
			{cost && <Fact name="Costs">{cost.text}</Fact>}
		</>
	);
}

/** Only what is not left to the provider is named. */
function describeSettings({hyperparameters}: TrainingStep): string {
	const words: Record<Setting, string> = {
		minutes: 'minutes',
		epochs: 'epochs',
		batchSize: 'batch size',
		learningRateMultiplier: 'learning rate ×',
		seed: 'seed',
	};
	const all = {...automatic, ...hyperparameters};
	const set = Object.entries(words).flatMap(([setting, name]) => {
		const value = all[setting as Setting];
		return value === 'auto' ? [] : [`${name} ${value}`];
	});
	return `${set.length > 0 ? set.join(', ') : 'all hyperparameters auto'} (h sets them by hand)`;
}

function Leaves({step}: {step: TrainingStep}) {
	if (!needsConsent(step)) {
		return (
			<Fact name="Leaves">
				<Text color={theme.good}>
					{glyphs.done} nothing: trained, kept and run on this machine
				</Text>
			</Fact>
		);
	}
	const {label} = findProvider(step.provider);
	return (
		<Fact name="Leaves">
			<Text color={theme.warning}>
				{glyphs.warning}{' '}
				{step.way === 'prompted'
					? `with each message past exchanges go to ${label}`
					: `all examples go to ${label}, names replaced`}
				; enter tells all
			</Text>
		</Fact>
	);
}

/** Where there is no room for all, what matters most stays. */
const order: readonly Check['level'][] = ['bad', 'warning', 'unknown', 'good'];

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
