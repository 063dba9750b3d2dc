import {Box, Text} from 'ink';
import {listWindow} from '../components/list-window.ts';
import {formatCount} from '../format.ts';
import type {Row} from '../moderation/selection/lists.ts';
import type {ModerationLayout} from '../state/moderation-layout.ts';
import {
	cursorOf,
	type ListView,
	lineRows,
	listViews,
	refusedTexts,
	textRows,
} from '../state/moderation-lists.ts';
import type {ModerationStep} from '../state/moderation-step.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {Categories} from './moderation-categories.tsx';
import {TextRow} from './moderation-row.tsx';

type Props = {step: ModerationStep; size: Size; layout: ModerationLayout};

const names: Record<ListView, string> = {
	line: 'at the line',
	often: 'dropped most often',
	hand: 'by hand',
	categories: 'categories',
};

/** Which of the lists is on. */
export function Tabs({step}: {step: ModerationStep}) {
	const refused = refusedTexts(step).length;
	const nameOf = (view: ListView) =>
		view === 'hand' && refused > 0
			? `${formatCount(refused)} refused`
			: names[view];
	return (
		<Text wrap="truncate">
			{listViews.map((view, index) => (
				<Text key={view}>
					{index > 0 && <Text color={theme.muted}> · </Text>}
					{view === step.view ? (
						<Text bold color={theme.accent}>
							{glyphs.here} {nameOf(view)}
						</Text>
					) : (
						<Text color={theme.muted}>{nameOf(view)}</Text>
					)}
				</Text>
			))}
		</Text>
	);
}

/** One list at a time, where there is little room. */
export function CurrentList(props: Props) {
	const {step, layout} = props;
	if (step.view === 'line') return <Around {...props} />;
	if (step.view === 'categories')
		return <Categories {...props} width={layout.lists} />;
	return <TextList {...props} view={step.view} height={layout.often} />;
}

/** The line, and below it what is dropped most often or was decided by hand. */
export function Lists(props: Props) {
	const {step, layout} = props;
	const view = step.view === 'hand' ? 'hand' : 'often';
	return (
		<Box flexDirection="column" width={layout.lists}>
			<Tabs step={step} />
			<Around {...props} />
			<Text bold>{view === 'hand' ? 'By hand' : 'Dropped most often'}</Text>
			<TextList {...props} view={view} height={layout.often} />
		</Box>
	);
}

/** The texts next to the line, on both sides. */
function Around({step, size, layout}: Props) {
	const {dropped, kept} = lineRows(step, layout.each);
	const line = step.threshold.toFixed(2);
	const cursor = step.view === 'line' ? cursorOf(step, size) : -1;
	return (
		<Box flexDirection="column">
			<Text bold color={theme.warning}>
				{glyphs.failed} just above {line}: dropped
			</Text>
			<Side
				rows={dropped}
				none="nothing is above the line"
				cursor={cursor}
				threshold={step.threshold}
				width={layout.lists}
			/>
			<Text bold color={theme.good}>
				{glyphs.done} at or below {line}: kept
			</Text>
			<Side
				rows={kept}
				none="nothing is below the line"
				cursor={cursor - dropped.length}
				threshold={step.threshold}
				width={layout.lists}
			/>
		</Box>
	);
}

type SideProps = {
	rows: readonly Row[];
	/** Said where there is none. */
	none: string;
	/** Which row is selected, if it is one of these. */
	cursor: number;
	threshold: number;
	width: number;
};

/** The texts on one side of the line. */
function Side({rows, none, cursor, ...row}: SideProps) {
	if (rows.length === 0)
		return <Text color={theme.muted}>{`    ${none}`}</Text>;
	return rows.map((each, index) => (
		<TextRow
			key={each.text}
			row={each}
			isSelected={index === cursor}
			{...row}
		/>
	));
}

function TextList({
	step,
	size,
	layout,
	view,
	height,
}: Props & {view: 'often' | 'hand'; height: number}) {
	const rows = textRows(step, view, size);
	const cursor = step.view === view ? cursorOf(step, size) : -1;
	const {first, height: shown} = listWindow(
		rows.length,
		Math.max(cursor, 0),
		height,
	);
	return (
		<Box flexDirection="column">
			{rows.length === 0 && (
				<Text color={theme.muted} wrap="truncate">
					{'  '}
					{view === 'often'
						? 'nothing is dropped'
						: 'nothing yet: space keeps or drops the selected text'}
				</Text>
			)}
			{rows.slice(first, first + shown).map((row, index) => (
				<TextRow
					key={row.text}
					row={row}
					refusal={step.refused.get(row.text)}
					isSelected={first + index === cursor}
					threshold={step.threshold}
					width={layout.lists}
				/>
			))}
		</Box>
	);
}
