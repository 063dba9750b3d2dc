import {Box, Text} from 'ink';
import {fitText, truncate, wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {listWindow} from '../components/list-window.ts';
import {Prompt} from '../components/prompt.tsx';
import type {DataStep} from '../state/data-step.ts';
import {effectsOf} from '../state/effects.ts';
import type {Pricing} from '../state/figures.ts';
import type {Knob} from '../state/knob.ts';
import {isUsual, knobsFor} from '../state/knobs.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';

type Props = {step: DataStep; pricing: Pricing; size: Size};

/** Columns of a knob's name. */
const nameWidth = 17;

/** What can be turned, and below it what that does. */
export function Knobs({step, pricing, size}: Props) {
	const {effect, prompt, rules, around} = step;
	const width = size.columns - 2;
	const effects = (effect ? effectsOf(effect, pricing) : ['counting…']).flatMap(
		line => wrapText(line, width),
	);
	// The knobs keep ten rows, or half of a small window, whatever there is to tell.
	const kept = Math.min(11, Math.floor(size.rows / 2));
	const told = effects.slice(0, Math.max(size.rows - kept, 3));
	const rows = size.rows - told.length - 1;
	const knobs = knobsFor(around);
	const {first, height} = listWindow(knobs.length, step.knob, rows);
	return (
		<Box
			flexDirection="column"
			width={size.columns}
			height={size.rows}
			overflow="hidden"
		>
			{prompt ? (
				<Box flexDirection="column" height={rows} overflow="hidden">
					<Text bold>System prompt</Text>
					<Prompt
						state={prompt}
						width={width}
						maxRows={Math.max(rows - 1, 2)}
						placeholder="Who the twin is"
						isFocused
						palette={theme}
					/>
				</Box>
			) : (
				<Box flexDirection="column" flexShrink={0}>
					{knobs.slice(first, first + height).map((knob, index) => (
						<KnobRow
							key={knob.name}
							knob={knob}
							value={knob.show(rules, around)}
							isCurrent={step.pane === 'knobs' && first + index === step.knob}
							isUsual={isUsual(knob, rules, around)}
							width={width}
						/>
					))}
				</Box>
			)}
			<Text color={theme.muted}>
				{fitText(
					prompt ? '' : rest(first, height, knobs.length),
					width,
				).replace(/ +$/, space => '╌'.repeat(space.length))}
			</Text>
			<Lines
				lines={told.map((text, index) => ({
					text,
					colour: index === 0 ? theme.good : undefined,
				}))}
			/>
		</Box>
	);
}

/** On the rule below the knobs: which of them are shown, and where there are more. */
function rest(first: number, shown: number, all: number): string {
	if (shown >= all) return '';
	const above = first > 0 ? ` ↑ ${first} more` : '';
	const below = first + shown < all ? ` ↓ ${all - first - shown} more` : '';
	return `╌╌${above}${below} `;
}

function KnobRow({
	knob,
	value,
	isCurrent,
	isUsual,
	width,
}: {
	knob: Knob;
	value: string;
	isCurrent: boolean;
	isUsual: boolean;
	width: number;
}) {
	const shown = isCurrent ? `‹ ${value} ›` : `  ${value}`;
	return (
		<Text wrap="truncate" bold={isCurrent}>
			<Text {...(isCurrent ? {color: theme.accent} : {})}>
				{isCurrent ? glyphs.cursor : ' '} {knob.name.padEnd(nameWidth)}
			</Text>
			<Text {...(isUsual ? {} : {color: theme.warning})}>
				{truncate(`${shown}${isUsual ? '' : ' *'}`, width - nameWidth - 2)}
			</Text>
		</Text>
	);
}
