import {Box, Text} from 'ink';
import {fitText} from '../components/display-text.ts';
import {formatCount, plural} from '../components/format.ts';
import {Histogram} from '../components/histogram.tsx';
import {Meter, percent} from '../components/meter.tsx';
import {Slider} from '../components/slider.tsx';
import {nearest, type Row} from '../moderation/selection/lists.ts';
import {
	countsAt,
	histogram,
	type Table,
} from '../moderation/selection/table.ts';
import type {ModerationStep} from '../state/moderation.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';

type Props = {step: ModerationStep; size: Size};

/** Step 3: first every text gets its scores, then a threshold decides. */
export function ModerationScreen({step, size}: Props) {
	return step.table ? (
		<Threshold step={step} table={step.table} size={size} />
	) : (
		<Scan step={step} size={size} />
	);
}

/** Named for what it is wherever a score is shown. */
const scorer = {
	long: 'Scored by word lists (local-lexicon): not OpenAI’s, no judge of meaning',
	short: 'Word lists (local-lexicon), not OpenAI, no judge',
};

function Scan({step, size}: Props) {
	const all = step.texts.size;
	return (
		<Box flexDirection="column" rowGap={1}>
			<Text bold>
				Scoring every message, so that the rude ones can stay out
			</Text>
			<Meter
				share={all === 0 ? 0 : step.scored / all}
				width={Math.min(size.columns - 8, 60)}
				palette={theme}
				label="scored"
			/>
			<Text>
				{formatCount(step.scored)} of {plural(all, 'distinct text')}. Nothing
				leaves this machine; scores are kept for the next time.
			</Text>
			{step.error && (
				<Text color={theme.danger}>
					{glyphs.failed} {step.error} Press r to try again.
				</Text>
			)}
		</Box>
	);
}

/** Rows of the counts, the scorer, the slider, a blank line and the two headings. */
const chrome = 7;
/** Rows of a histogram's axis and marker. */
const axis = 2;

/** How the rows are shared: a histogram where the lists keep three texts each. */
function shareRows(rows: number): {histogram: number; each: number} {
	const spare = rows - chrome;
	const bars = Math.min(Math.floor(spare / 2) - axis, 7);
	const histogram = bars >= 2 ? bars + axis : 0;
	return {histogram, each: Math.max(Math.floor((spare - histogram) / 2), 1)};
}

function Threshold({step, table, size}: Props & {table: Table}) {
	const width = Math.min(size.columns, 100);
	const {histogram: height, each} = shareRows(size.rows);
	const lists = nearest(table, step.threshold, each);
	return (
		<Box flexDirection="column">
			<Counts step={step} table={table} isNarrow={size.columns < 70} />
			<Text color={theme.muted} wrap="truncate">
				{size.columns < 74 ? scorer.short : scorer.long}
			</Text>
			<Text> </Text>
			{height > 0 && (
				<Histogram
					counts={histogram(table)}
					threshold={step.threshold}
					width={width}
					height={height}
					log
					palette={theme}
				/>
			)}
			<Slider value={step.threshold} width={width} isFocused palette={theme} />
			<Nearest
				title={`just above ${step.threshold.toFixed(2)}: dropped`}
				rows={[...lists.dropped].reverse()}
				none="nothing is above the line"
				glyph={glyphs.failed}
				colour={theme.warning}
				width={width}
			/>
			<Nearest
				title={`at or below ${step.threshold.toFixed(2)}: kept`}
				rows={lists.kept}
				none="nothing is below the line"
				glyph={glyphs.done}
				colour={theme.good}
				width={width}
			/>
		</Box>
	);
}

function Counts({
	step,
	table,
	isNarrow,
}: {
	step: ModerationStep;
	table: Table;
	isNarrow: boolean;
}) {
	const {keeps, drops} = countsAt(table, step.threshold);
	return (
		<Text wrap="truncate">
			{isNarrow ? '' : 'Threshold '}
			<Text bold color={theme.accent}>
				{step.threshold.toFixed(2)}
			</Text>
			{'   '}keeps <Text bold>{formatCount(keeps)}</Text> · drops{' '}
			<Text bold>{formatCount(drops)}</Text> (
			{percent(drops / Math.max(keeps + drops, 1))}){'   '}
			{step.effect && step.counted
				? plural(
						step.effect.counts.examples + step.effect.counts.validationExamples,
						'example',
					)
				: '…'}
		</Text>
	);
}

type NearestProps = {
	title: string;
	rows: Row[];
	none: string;
	glyph: string;
	colour: string;
	width: number;
};

/** The texts next to the line on one side, with their two highest scores. */
function Nearest({title, rows, none, glyph, colour, width}: NearestProps) {
	const scoreWidth = width < 70 ? 20 : 38;
	return (
		<Box flexDirection="column">
			<Text bold color={colour}>
				{glyph} {title}
			</Text>
			{rows.length === 0 && <Text color={theme.muted}> {none}</Text>}
			{rows.map(({text, count, top}) => (
				<Text key={text} wrap="truncate">
					{'  '}
					{fitText(text, width - scoreWidth - 9)}
					<Text color={theme.muted}>
						{fitText(count > 1 ? `${formatCount(count)}×` : '', 6, 'end')}{' '}
					</Text>
					<Text>{fitText(scoresOf(top), scoreWidth)}</Text>
				</Text>
			))}
		</Box>
	);
}

/** '0.71 harassment  0.30 hate': what rounds to nothing is left out. */
const scoresOf = (top: Row['top']): string =>
	top
		.filter(({score}) => score >= 0.005)
		.map(({category, score}) => `${score.toFixed(2)} ${category}`)
		.join('  ');
