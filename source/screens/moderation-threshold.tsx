import {Box, Text} from 'ink';
import {Histogram} from '../components/histogram.tsx';
import {percent} from '../components/meter.tsx';
import {Slider} from '../components/slider.tsx';
import {formatCount} from '../format.ts';
import {
	countsAt,
	histogram,
	type Table,
} from '../moderation/selection/table.ts';
import {
	type ModerationLayout,
	moderationLayout,
} from '../state/moderation-layout.ts';
import {isStale, type ModerationStep} from '../state/moderation-step.ts';
import type {Size} from '../state.ts';
import {theme} from '../theme.ts';
import {Categories} from './moderation-categories.tsx';
import {CurrentList, Lists, Tabs} from './moderation-lists.tsx';
import {effectWords, scorerWords} from './moderation-words.ts';

type Props = {
	step: ModerationStep;
	table: Table;
	size: Size;
	/** That OpenAI does not charge; null where the training stays here. */
	freeTokens: number | null;
};

/** The threshold as a toy: whatever it moves is on the screen. */
export function Threshold(props: Props) {
	const {step, size, freeTokens} = props;
	const layout = moderationLayout(size);
	return (
		<Box flexDirection="column">
			<Counts {...props} />
			<Text wrap="truncate">
				{effectWords(step.effect, step.counted, freeTokens)}
			</Text>
			<Text color={theme.muted} wrap="truncate">
				{scorerWords(step.provider, size.columns < 74)}
			</Text>
			{layout.isWide ? (
				<Box columnGap={3}>
					<Box flexDirection="column" width={layout.slider}>
						<Line {...props} layout={layout} />
						<Categories {...props} layout={layout} width={layout.slider} />
					</Box>
					<Lists {...props} layout={layout} />
				</Box>
			) : (
				<>
					<Line {...props} layout={layout} />
					<Tabs step={step} />
					<CurrentList {...props} layout={layout} />
				</>
			)}
		</Box>
	);
}

function Counts({step, table, size}: Props) {
	const {threshold, typed, view} = step;
	const {keeps, drops: out} = countsAt(table, threshold);
	// What only lacks a score is out, but it is not the line that drops it.
	const unscoredOut = table.settings.unscored === 'drop' ? table.unscored : 0;
	const drops = Math.max(out - unscoredOut, 0);
	const isTyped = typed !== null && view !== 'categories';
	return (
		<Text wrap="truncate">
			{size.columns < 70 ? '' : 'Threshold '}
			<Text bold color={theme.accent}>
				{isTyped ? `${typed}▏` : threshold.toFixed(2)}
			</Text>
			{'   '}keeps <Text bold>{formatCount(keeps)}</Text> · drops{' '}
			<Text bold>{formatCount(drops)}</Text> (
			{percent(drops / Math.max(keeps + drops, 1))})
			{isStale(step) && ' · counting…'}
			{unscoredOut > 0 && ` · ${formatCount(unscoredOut)} not scored`}
		</Text>
	);
}

/** How the scores are spread, and where the line is. */
function Line({
	step,
	table,
	layout,
}: Pick<Props, 'step' | 'table'> & {layout: ModerationLayout}) {
	const {threshold, view} = step;
	return (
		<>
			{layout.histogram > 0 && (
				<Histogram
					counts={histogram(table)}
					zeros={table.zeros}
					threshold={threshold}
					width={layout.slider}
					height={layout.histogram}
					log
					palette={theme}
				/>
			)}
			<Slider
				value={threshold}
				width={layout.slider}
				isFocused={view !== 'categories' || step.cursor === 0}
				palette={theme}
			/>
		</>
	);
}
