import {Box, Text} from 'ink';
import {fitText, truncate, wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {pricesAsOf} from '../dataset/prices.ts';
import {datesAsOf} from '../provider/catalogue.ts';
import type {Offer} from '../provider/offers.ts';
import {findProvider} from '../provider/providers.ts';
import {leavesMachine} from '../provider/reach.ts';
import {
	offersNow,
	type ProviderRow,
	type ProvidersStep,
} from '../state/providers-step.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {Asking} from './providers-asking.tsx';
import {Select} from './select.tsx';

type Props = {step: ProvidersStep; size: Size};

/** Who is to make the twin, and with which model. */
export function ProvidersScreen({step, size}: Props) {
	if (step.asking) return <Asking asking={step.asking} size={size} />;
	if (step.chosen)
		return <Offers step={step} chosen={step.chosen} size={size} />;
	return <Providers step={step} size={size} />;
}

const chrome = 5;

function Providers({step, size}: Props) {
	const {rows, cursor} = step;
	const row = rows?.[cursor];
	return (
		<Box flexDirection="column">
			<Text bold>Who shall make your twin?</Text>
			<Text color={theme.muted} wrap="truncate">
				Keys and this machine’s ports are looked at; nobody else is asked yet.
			</Text>
			<Text> </Text>
			{rows ? (
				<Select
					labels={rows.map(row => providerLabel(row, size.columns))}
					cursor={cursor}
					width={size.columns}
					height={size.rows - chrome}
				/>
			) : (
				<Text color={theme.muted}>looking for keys and local servers…</Text>
			)}
			<Text> </Text>
			{row && (
				<Text color={theme.muted} wrap="truncate">
					{truncate(describeRow(row), size.columns)}
				</Text>
			)}
		</Box>
	);
}

const nameWidth = 26;
const canWidth = 27;

/** The glyph tells what colour would. */
function providerLabel(
	{ready, label, can, status}: ProviderRow,
	columns: number,
) {
	const mark = ready ? glyphs.done : glyphs.waiting;
	const isWide = columns >= nameWidth + canWidth + 30;
	const abilities = isWide ? fitText(can, canWidth) : '';
	return `${mark} ${fitText(label, nameWidth)}${abilities}${status}`;
}

function describeRow({provider, baseURL, can}: ProviderRow): string {
	const leaves = leavesMachine(provider, baseURL)
		? 'what you agree to leaves this machine'
		: provider === 'custom' && baseURL === null
			? 'whether anything leaves depends on its address'
			: 'nothing leaves this machine';
	return `${can}; ${leaves}`;
}

function Offers({step, chosen, size}: Props & {chosen: ProviderRow}) {
	const offers = offersNow(step);
	const isTraining = step.way === 'fine-tuned';
	const below = wrapText(
		step.problem ? `${glyphs.warning} ${step.problem}` : note(step, chosen),
		size.columns,
	).slice(0, 3);
	return (
		<Box flexDirection="column">
			<Text bold wrap="truncate">
				{chosen.label}: which model?
			</Text>
			<Text wrap="truncate">
				<Way isOn={isTraining} name="train it" />
				<Text color={theme.muted}> (for good){'   '}</Text>
				<Way isOn={!isTraining} name="prompt it" />
				<Text color={theme.muted}> (no training)</Text>
			</Text>
			<Text> </Text>
			{step.offers === null ? (
				<Text color={theme.muted}>asking {chosen.label} for its models…</Text>
			) : offers.length === 0 ? (
				<Text wrap="wrap">{noOffers(step, chosen)}</Text>
			) : (
				<Select
					labels={offers.map(offer => offerLabel(offer, size.columns))}
					cursor={step.offer}
					width={size.columns}
					height={size.rows - chrome - below.length}
				/>
			)}
			<Text> </Text>
			<Lines
				lines={below.map(text => ({
					text,
					colour: step.problem ? theme.warning : theme.muted,
				}))}
			/>
		</Box>
	);
}

function Way({isOn, name}: {isOn: boolean; name: string}) {
	return (
		<Text bold={isOn} {...(isOn ? {color: theme.accent} : {})}>
			{isOn ? glyphs.picked : glyphs.unpicked} {name}
		</Text>
	);
}

function offerLabel({model, price, until, gone}: Offer, columns: number) {
	if (columns < 70) {
		const name = `${fitText(model, 23)} `;
		const costs = fitText(price.replace(/ tokens$/, ''), 16);
		return gone ? `${name}${gone}` : `${name}${costs}${until.split(',')[0]}`;
	}
	const width = Math.min(columns - 42, 44);
	return gone
		? `${fitText(model, width)} ${gone}`
		: `${fitText(model, width)} ${fitText(price, 21)}${until}`;
}

const noOffers = ({way}: ProvidersStep, {label, provider}: ProviderRow) =>
	provider === 'local'
		? 'The embedded engine is trained; it cannot be prompted.'
		: way === 'fine-tuned'
			? `No model of ${label} is known that can be trained: m takes another one by its name, tab prompts one instead.`
			: `No model of ${label} is known that chats: m takes one by its name.`;

function note({way}: ProvidersStep, {provider}: ProviderRow): string {
	const {beforeChat} = findProvider(provider).quirks;
	if (way === 'fine-tuned' && beforeChat) return `Afterwards: ${beforeChat}`;
	return `What the provider does not say: prices as of ${pricesAsOf}, dates as of ${datesAsOf}.`;
}
