import {Box, Text} from 'ink';
import {truncate, wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {Prompt} from '../components/prompt.tsx';
import {drawSlider} from '../components/slider.tsx';
import {plural} from '../format.ts';
import {findProvider} from '../provider/providers.ts';
import {settingsFields} from '../state/chat-settings.ts';
import type {ChatStep} from '../state/chat-step.ts';
import type {Size} from '../state.ts';
import type {Twin} from '../store/types.ts';
import {glyphs, theme} from '../theme.ts';

type Props = {step: ChatStep; size: Size};

/** A tab of the pane: how the twin's next reply is made. */
export function ChatSettings({step, size}: Props) {
	const {twin, sampling} = step;
	const width = size.columns - 2;
	const facts = wrapText(factsOf(step), width - 2).slice(0, mostFactRows);
	return (
		<Box
			flexDirection="column"
			width={size.columns}
			height={size.rows}
			overflow="hidden"
		>
			<Text bold color={theme.theirs} wrap="truncate">
				{truncate(twin.name, width)}
			</Text>
			<Text color={theme.muted} wrap="truncate">
				{truncate(whereIs(twin), width)}
			</Text>
			<Text color={theme.muted} wrap="truncate">
				{madeOf(twin.dataset)}
			</Text>
			{twin.shutdownDate && (
				<Text
					color={theme.warning}
				>{`${glyphs.warning} its model ends on ${twin.shutdownDate}`}</Text>
			)}
			<Text> </Text>
			<Dial
				step={step}
				field="temperature"
				name="temperature"
				value={sampling.temperature}
				most={2}
				width={width}
			/>
			<Dial
				step={step}
				field="topP"
				name="top_p"
				value={sampling.topP}
				most={1}
				width={width}
			/>
			<Lines
				lines={facts.map(text => ({text: `  ${text}`, colour: theme.muted}))}
			/>
			<SystemPrompt
				step={step}
				width={width}
				rows={size.rows - 9 - facts.length}
			/>
		</Box>
	);
}

const mostFactRows = 3;

/** What commands have set. */
function factsOf(step: ChatStep): string {
	const {partner, recall, rhythm} = step;
	const own = ownSampling(step);
	const facts = [
		...(own ? [own] : []),
		...(partner === null
			? []
			: [`you are ${step.twin.names?.[partner] ?? partner}`]),
		...(recall === null ? [] : [`recall ${recall}`]),
		...(rhythm ? [] : ['replies as they come']),
	];
	return facts.join(' · ');
}

/** Whose values these are, where nobody has changed them and they are not the published ones. */
function ownSampling({twin, sampling, recall}: ChatStep): string | null {
	const {quirks} = findProvider(twin.provider);
	if (quirks.recall === null || recall !== null) return null;
	const isOwn =
		sampling.temperature === quirks.sampling.temperature &&
		sampling.topP === quirks.sampling.topP;
	return isOwn ? `engine’s defaults, recall ${quirks.recall}` : null;
}

/** 'Custom server · nora-7b'; an embedded model's name says nothing that the twin's does not. */
const whereIs = ({provider, model}: Twin): string => {
	const {label} = findProvider(provider);
	return provider === 'local' ? label : `${label} · ${model}`;
};

/** '184 examples · 5 chats'; of a file that was given by name nobody knows the chats, of a model that was made elsewhere nothing. */
const madeOf = ({examples, chats}: Twin['dataset']): string =>
	[
		examples > 0 ? plural(examples, 'example') : 'made elsewhere',
		...(chats.length > 0 ? [plural(chats.length, 'chat')] : []),
	].join(' · ');

type Field = (typeof settingsFields)[number];

const isAt = (step: ChatStep, field: Field): boolean =>
	step.paneFocused && settingsFields[step.field] === field;

function Label({
	step,
	field,
	children,
}: {
	step: ChatStep;
	field: Field;
	children: string;
}) {
	const isCurrent = isAt(step, field);
	return (
		<Text bold={isCurrent} {...(isCurrent ? {color: theme.accent} : {})}>
			{isCurrent ? glyphs.cursor : ' '} {children}
		</Text>
	);
}

function Dial({
	step,
	field,
	name,
	value,
	most,
	width,
}: {
	step: ChatStep;
	field: Field;
	name: string;
	value: number;
	most: number;
	width: number;
}) {
	const track = drawSlider(value / most, Math.max(Math.min(width - 20, 16), 4));
	return (
		<Box>
			<Label step={step} field={field}>
				{name.padEnd(12)}
			</Label>
			<Text>{value.toFixed(2)} </Text>
			<Text color={theme.accent}>{track.before + track.knob}</Text>
			<Text color={theme.muted}>{track.after}</Text>
		</Box>
	);
}

function SystemPrompt({
	step,
	width,
	rows,
}: {
	step: ChatStep;
	width: number;
	rows: number;
}) {
	return (
		<Box flexDirection="column">
			<Label step={step} field="systemPrompt">
				system prompt
			</Label>
			{step.systemEditor ? (
				<Prompt
					state={step.systemEditor}
					width={width}
					maxRows={Math.max(rows, 2)}
					placeholder="Who the twin is"
					isFocused
					palette={theme}
				/>
			) : (
				<Lines
					lines={wrapText(step.systemPrompt || '(none)', width - 2)
						.slice(0, Math.max(rows, 1))
						.map(line => ({text: `  ${line}`, colour: theme.muted}))}
				/>
			)}
		</Box>
	);
}
