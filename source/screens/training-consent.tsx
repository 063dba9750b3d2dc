import {Box, Text} from 'ink';
import {truncate} from '../components/display-text.ts';
import {formatCount, plural} from '../components/format.ts';
import {readiness} from '../dataset/readiness.ts';
import type {Example} from '../dataset/types.ts';
import {findProvider} from '../provider/providers.ts';
import type {Provider} from '../provider/types.ts';
import {costFigure, type Pricing, tokenFigure} from '../state/figures.ts';
import type {Plan, PlanEffect} from '../state/plan.ts';
import {startRefused, type TrainingStep} from '../state/training.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {defaultSystemPrompt} from '../twin/prompt/system.ts';

type Props = {
	step: TrainingStep;
	plan: Plan;
	pricing: Pricing;
	size: Size;
};

/** What would be trained on, where it would go, and a real example of it. */
export function Consent({step, plan, pricing, size}: Props) {
	const provider = findProvider(step.provider);
	const refused = startRefused(step);
	const {effect} = plan;
	if (!effect) return <Counting plan={plan} />;
	const {counts, measure, sample} = effect;
	const tokens = tokenFigure(effect, pricing);
	const cost = costFigure(effect, pricing);
	const {fewestExamples} = provider;
	const verdict = readiness(counts.examples, measure.replies, fewestExamples);
	return (
		<Box flexDirection="column">
			<Text bold>
				{refused ? 'Too little to train on' : 'Ready to train'}:{' '}
				{plural(plan.chats.length, 'chat')}
			</Text>
			<Text> </Text>
			<Fact name="Data">
				{plural(counts.examples, 'example')} from {formatCount(counts.kept)} of{' '}
				{plural(counts.messages, 'message')}
			</Fact>
			<Fact name="Held out">
				{plural(counts.validationExamples, 'newest example')}, to measure with
			</Fact>
			<Fact name="Provider">
				{provider.label}, model {provider.models.training}
			</Fact>
			<Fact name="Costs">
				{cost ? `${cost.text}; ` : ''}
				{tokens.text}
				{measure.tokens ? ' tokens' : ''}
			</Fact>
			<Fact name="Replies">
				{formatCount(measure.replies)} of yours. {verdict.words}
			</Fact>
			<Leaves provider={provider} plan={plan} effect={effect} />
			<Text> </Text>
			{refused ? (
				<Text color={theme.warning}>
					{glyphs.warning} {refused}
				</Text>
			) : (
				<Sample example={sample} rows={size.rows - 12} width={size.columns} />
			)}
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

function Fact({name, children}: {name: string; children: React.ReactNode}) {
	return (
		<Text wrap="truncate">
			<Text color={theme.muted}>{name.padEnd(10)}</Text>
			{children}
		</Text>
	);
}

/** The consent: exactly what leaves the machine, and for whom. */
function Leaves({
	provider,
	plan,
	effect,
}: {
	provider: Provider;
	plan: Plan;
	effect: PlanEffect;
}) {
	if (provider.baseURL === null && provider.name === 'local') {
		return (
			<Fact name="Leaves">
				<Text color={theme.good}>
					{glyphs.done} nothing: trained, kept and run on this machine
				</Text>
			</Fact>
		);
	}
	const {counts, people} = effect;
	const {system} = plan.options;
	const usual = defaultSystemPrompt(plan.me, true);
	return (
		<Box flexDirection="column">
			<Fact name="Leaves">
				<Text color={theme.warning}>
					{glyphs.warning}{' '}
					{formatCount(counts.examples + counts.validationExamples)} examples,
					with the words of {plural(people, 'other person', 'other people')}, go
					to {provider.label}
				</Text>
			</Fact>
			<Fact name="">
				Participants become Person1, Person2…; phones, links, bank data, codes
				[phone]…
			</Fact>
			{system && system !== usual && (
				<Fact name="">Your system prompt goes along as you wrote it.</Fact>
			)}
			<Fact name="">
				Others' names, names that are also words, and what is told stay as
				written.
			</Fact>
		</Box>
	);
}

/** One of the examples, as the model will see it. */
function Sample({
	example,
	rows,
	width,
}: {
	example: Example | null;
	rows: number;
	width: number;
}) {
	const lines = (example?.messages ?? [])
		.filter(({role}) => role !== 'system')
		.flatMap(({role, content}) =>
			content.split('\n').map(text => ({role, text})),
		);
	const shown = lines
		.slice(0, Math.max(rows, 0))
		.map((line, index) => ({...line, id: index}));
	if (shown.length === 0) return null;
	return (
		<Box flexDirection="column">
			<Text color={theme.muted}>One of the examples:</Text>
			{shown.map(({role, text, id}) => (
				<Text
					key={id}
					wrap="truncate"
					color={role === 'assistant' ? theme.theirs : theme.mine}
				>
					{role === 'assistant' ? '  you  ▌ ' : '  they ▌ '}
					{truncate(text, width - 9)}
				</Text>
			))}
		</Box>
	);
}
