import {Box, Text} from 'ink';
import {fitText, truncate, wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {drawMeter, percent} from '../components/meter.tsx';
import {plural} from '../format.ts';
import type {LikenessPane} from '../state/chat-pane.ts';
import type {ChatStep} from '../state/chat-step.ts';
import type {Size} from '../state.ts';
import {theme} from '../theme.ts';
import type {StyleCard} from '../twin/prompt/style-card.ts';

type Props = {step: ChatStep; size: Size};

/** With fewer replies the figures are mostly chance (`likeness/fingerprint.ts`). */
const enough = 30;

/** What is measured: a figure, how it is written, and what fills the bar. */
const measures: {
	name: string;
	value(card: StyleCard): number;
	most: number;
	show(value: number): string;
}[] = [
	{
		name: 'words a message',
		value: ({words}) => words.median,
		most: 12,
		show: String,
	},
	{
		name: 'messages in a row',
		value: ({burst}) => burst.mean,
		most: 4,
		show: value => value.toFixed(1),
	},
	{
		name: 'with an emoji',
		value: ({emoji}) => emoji.share,
		most: 1,
		show: percent,
	},
	{
		name: 'small first letter',
		value: ({lowerCase}) => lowerCase,
		most: 1,
		show: percent,
	},
	{
		name: 'no end mark',
		value: ({endings}) => endings.bare,
		most: 1,
		show: percent,
	},
	{
		name: 'questions',
		value: ({endings}) => endings.question,
		most: 1,
		show: percent,
	},
];

/** A tab of the pane: how the owner writes and how the twin does, bar under bar, and one figure. */
export function ChatLikeness({step, size}: Props) {
	const {likeness} = step;
	const width = size.columns;
	if (!likeness || likeness.replies === 0)
		return (
			<Lines
				lines={wrapText(whyEmpty(step), width).map(text => ({
					text,
					colour: theme.muted,
				}))}
			/>
		);
	const layout = layoutFor(size.rows);
	return (
		<Box flexDirection="column" width={width}>
			<Figure step={step} likeness={likeness} width={width} />
			{layout.gap && <Text> </Text>}
			{measures
				.slice(0, Math.floor(layout.room / layout.perMeasure))
				.map(measure => (
					<Measured
						key={measure.name}
						measure={measure}
						likeness={likeness}
						rows={layout.perMeasure}
						width={width}
					/>
				))}
			{layout.openers && (
				<>
					<Text color={theme.muted} wrap="truncate">
						{truncate(`you begin: ${openers(likeness.owner)}`, width)}
					</Text>
					<Text color={theme.muted} wrap="truncate">
						{truncate(`twin begins: ${openers(likeness.twin)}`, width)}
					</Text>
				</>
			)}
		</Box>
	);
}

type Layout = {
	/** A blank below the figure. */
	gap: boolean;
	perMeasure: 1 | 2 | 3;
	/** Rows for measures: where not all fit, the first ones are shown. */
	room: number;
	openers: boolean;
};

/** Rows of the figure, and of the two lines that tell how each begins. */
const figureRows = 2;
const openerRows = 2;

/** What fits into these rows: the figure first, then the measures, then how each begins, then air. */
function layoutFor(rows: number): Layout {
	const room = rows - figureRows;
	const perMeasure =
		([3, 2] as const).find(each => measures.length * each + 1 <= room) ?? 1;
	const left = room - measures.length * perMeasure;
	const gap = left > 0 && left !== openerRows;
	return {
		gap,
		perMeasure,
		room: gap ? room - 1 : room,
		openers: left - Number(gap) >= openerRows,
	};
}

const openers = (card: StyleCard): string =>
	card.openers.slice(0, 4).join(', ') || '–';

function whyEmpty({portrayed, portrait}: ChatStep): string {
	if (!portrayed) return 'reading what you wrote…';
	return portrait
		? 'Once the twin has answered, this shows how alike you write.'
		: 'What this twin was made of is not kept on this machine, so there is nothing to hold it against.';
}

function Figure({
	step,
	likeness,
	width,
}: {
	step: ChatStep;
	likeness: LikenessPane;
	width: number;
}) {
	const {figure, replies} = likeness;
	const own = step.portrait?.own ?? 1;
	return (
		<Box flexDirection="column">
			<Text wrap="truncate">
				<Text bold>likeness {percent(figure)}</Text>
				<Text color={theme.muted}>
					{' '}
					of {plural(replies, 'reply', 'replies')}
				</Text>
			</Text>
			<Text color={theme.muted} wrap="truncate">
				{truncate(
					replies < enough
						? `mostly chance below ${enough} replies`
						: `you against yourself: ${percent(own)}`,
					width,
				)}
			</Text>
		</Box>
	);
}

type MeasuredProps = {
	measure: (typeof measures)[number];
	likeness: LikenessPane;
	rows: Layout['perMeasure'];
	width: number;
};

const nameWidth = Math.max(...measures.map(({name}) => name.length)) + 1;

/** A measure: its name above both bars, before them, or all in a row. */
function Measured({measure, likeness, rows, width}: MeasuredProps) {
	const {name} = measure;
	const bar = {measure, likeness};
	switch (rows) {
		case 3:
			return (
				<Box flexDirection="column">
					<Text color={theme.muted}>{name}</Text>
					<Text wrap="truncate">
						<Bar {...bar} whose="owner" width={width} />
					</Text>
					<Text wrap="truncate">
						<Bar {...bar} whose="twin" width={width} />
					</Text>
				</Box>
			);
		case 2:
			return (
				<Box flexDirection="column">
					<Text wrap="truncate">
						<Text color={theme.muted}>{fitText(name, nameWidth)}</Text>
						<Bar {...bar} whose="owner" width={width - nameWidth} />
					</Text>
					<Text wrap="truncate">
						{' '.repeat(nameWidth)}
						<Bar {...bar} whose="twin" width={width - nameWidth} />
					</Text>
				</Box>
			);
		case 1: {
			const half = Math.floor((width - nameWidth - 1) / 2);
			return (
				<Text wrap="truncate">
					<Text color={theme.muted}>{fitText(name, nameWidth)}</Text>
					<Bar {...bar} whose="owner" width={half} />{' '}
					<Bar {...bar} whose="twin" width={half} />
				</Text>
			);
		}
	}
}

const valueWidth = 6;
const whoseWidth = 5;

/** Whose, a bar where there is room for one, and the value. */
function Bar({
	measure: {value, most, show, name},
	likeness,
	whose,
	width,
}: Omit<MeasuredProps, 'rows'> & {whose: 'owner' | 'twin'}) {
	const found = value(likeness[whose]);
	const who = whose === 'owner' ? 'you' : 'twin';
	const bar = Math.max(width - whoseWidth - valueWidth, 0);
	return (
		<Text aria-label={`${name}, ${who}: ${show(found)}`}>
			<Text color={whose === 'owner' ? theme.mine : theme.theirs}>
				{fitText(who, whoseWidth)}
				{drawMeter(found / most, bar)}
			</Text>
			{fitText(show(found), valueWidth, 'end')}
		</Text>
	);
}
