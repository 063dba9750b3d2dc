import {Box, Text} from 'ink';
import {type Dispatch, useCallback} from 'react';
import {truncate} from '../components/display-text.ts';
import {Prompt} from '../components/prompt.tsx';
import type {Extent} from '../components/scroll.ts';
import {Transcript} from '../components/transcript.tsx';
import {formatCount} from '../format.ts';
import type {DataStep} from '../state/data-step.ts';
import type {Pricing} from '../state/figures.ts';
import {dataLayout} from '../state/layout.ts';
import type {Action, Size} from '../state.ts';
import {theme} from '../theme.ts';
import {Knobs} from './data-knobs.tsx';
import {Rule} from './rule.tsx';

type Props = {
	step: DataStep;
	pricing: Pricing;
	size: Size;
	dispatch: Dispatch<Action>;
};

/** The data set before it is trained on: left real examples, right the knobs and what they do. */
export function DataScreen({step, pricing, size, dispatch}: Props) {
	const {example, knobs} = dataLayout(size.columns);
	const isFocused = step.pane === 'knobs';
	if (knobs === 0 && isFocused)
		return <Knobs step={step} pricing={pricing} size={size} />;
	return (
		<Box columnGap={1}>
			<Inspector
				step={step}
				size={{columns: example, rows: size.rows}}
				dispatch={dispatch}
			/>
			{knobs > 0 && (
				<>
					<Rule rows={size.rows} isFocused={isFocused} />
					<Knobs
						step={step}
						pricing={pricing}
						size={{columns: knobs, rows: size.rows}}
					/>
				</>
			)}
		</Box>
	);
}

function Inspector({step, size, dispatch}: Omit<Props, 'pricing'>) {
	const {shown, search, searching} = step;
	const onExtent = useCallback(
		(extent: Extent) => dispatch({type: 'data/extent', extent}),
		[dispatch],
	);
	const hasSearch = searching || search.text !== '';
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<Heading step={step} width={size.columns} />
			{shown ? (
				<Transcript
					bubbles={shown.bubbles}
					width={size.columns}
					height={size.rows - (hasSearch ? 2 : 1)}
					scroll={step.scroll}
					onExtent={onExtent}
					palette={theme}
				/>
			) : (
				<Box height={size.rows - (hasSearch ? 2 : 1)}>
					<Text color={theme.muted}>
						{step.effect
							? 'No example is left under these rules.'
							: 'Counting…'}
					</Text>
				</Box>
			)}
			{hasSearch && (
				<Prompt
					state={search}
					width={size.columns}
					maxRows={1}
					placeholder="Find a text in the examples"
					isFocused={searching}
					palette={theme}
				/>
			)}
		</Box>
	);
}

/** Which example this is, of how many, and of which chat. */
function Heading({step, width}: {step: DataStep; width: number}) {
	const {shown, effect} = step;
	if (!shown || !effect)
		return (
			<Text bold wrap="truncate">
				The data set
			</Text>
		);
	const {counts} = effect;
	const of = formatCount(counts.examples + counts.validationExamples);
	const place = `Example ${formatCount(shown.number + 1)} of ${of}`;
	const chats = `chat ${shown.chat + 1} of ${counts.chats}`;
	const held = shown.held ? ' · held out' : '';
	return (
		<Text wrap="truncate">
			<Text bold>{place}</Text>
			<Text color={theme.warning}>{held}</Text>
			<Text color={theme.muted}>
				{truncate(
					` · ${shown.title} (${chats})`,
					Math.max(width - place.length - held.length, 1),
				)}
			</Text>
		</Text>
	);
}
