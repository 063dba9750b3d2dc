import {Box, Text} from 'ink';
import {fitText} from '../components/display-text.ts';
import {listWindow} from '../components/list-window.ts';
import {formatCount} from '../format.ts';
import type {Row} from '../moderation/selection/lists.ts';
import type {Category} from '../moderation/types.ts';
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
			{dropped.length === 0 && (
				<Text color={theme.muted}>{'    nothing is above the line'}</Text>
			)}
			{dropped.map((row, index) => (
				<TextRow
					key={row.text}
					row={row}
					isSelected={index === cursor}
					threshold={step.threshold}
					width={layout.lists}
				/>
			))}
			<Text bold color={theme.good}>
				{glyphs.done} at or below {line}: kept
			</Text>
			{kept.length === 0 && (
				<Text color={theme.muted}>{'    nothing is below the line'}</Text>
			)}
			{kept.map((row, index) => (
				<TextRow
					key={row.text}
					row={row}
					isSelected={dropped.length + index === cursor}
					threshold={step.threshold}
					width={layout.lists}
				/>
			))}
		</Box>
	);
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

type RowProps = {
	row: Row;
	/** Why the scorer refused it; undefined where it did not. */
	refusal?: string | undefined;
	isSelected: boolean;
	threshold: number;
	width: number;
};

/** Columns of the cursor and of the number of messages. */
const before = 4;
const countWidth = 7;

/** A text, how many messages have it, and its two highest scores. */
function TextRow({row, refusal, isSelected, threshold, width}: RowProps) {
	const {text, count, isDropped, byHand, top} = row;
	const scoreWidth = width < 90 ? 26 : 46;
	const room = width - before - countWidth - scoreWidth - 1;
	return (
		<Text wrap="truncate" bold={isSelected}>
			<Text color={theme.accent}>{isSelected ? glyphs.cursor : ' '} </Text>
			<Text color={isDropped ? theme.warning : theme.good}>
				{isDropped ? glyphs.failed : glyphs.done}{' '}
			</Text>
			{fitText(text, room)}
			<Text color={theme.muted}>
				{fitText(
					count > 1 ? `${formatCount(count)}×` : '',
					countWidth,
					'end',
				)}{' '}
			</Text>
			<Text>
				{fitText(
					byHand
						? `${byHand === 'keep' ? 'kept' : 'dropped'} by hand`
						: refusal
							? `refused: ${refusal}`
							: scoresOf(top, threshold, width),
					scoreWidth,
				)}
			</Text>
		</Text>
	);
}

/** '0.71 harassment  0.30 hate': what rounds to nothing is left out. */
function scoresOf(top: Row['top'], threshold: number, width: number): string {
	if (top.length === 0) return 'no scores';
	const words = top
		.filter(({score}) => score >= 0.005)
		.map(
			({category, score}) =>
				`${scoreText(score, threshold)} ${width < 90 ? short[category] : category}`,
		);
	return words.join('  ') || '0.00';
}

/** A score with two decimals, or with as many as tell it from the threshold; four are kept. */
export function scoreText(score: number, threshold: number): string {
	const decimals = [2, 3].find(
		places => Number(score.toFixed(places)) !== threshold,
	);
	return score.toFixed(score === threshold ? 2 : (decimals ?? 4));
}

/** Two categories have to fit beside a text. */
const short: Record<Category, string> = {
	harassment: 'harass',
	'harassment/threatening': 'threat',
	hate: 'hate',
	'hate/threatening': 'hate/thr',
	illicit: 'illicit',
	'illicit/violent': 'ill/viol',
	'self-harm': 'self-harm',
	'self-harm/intent': 's-h/int',
	'self-harm/instructions': 's-h/how',
	sexual: 'sexual',
	'sexual/minors': 'minors',
	violence: 'violence',
	'violence/graphic': 'graphic',
};
