import {Box, Text} from 'ink';
import {fitText, truncate, wrapText} from '../components/display-text.ts';
import {plural} from '../components/format.ts';
import {Lines} from '../components/lines.tsx';
import {drawMeter, percent} from '../components/meter.tsx';
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
	return (
		<Box flexDirection="column" width={width}>
			<Figure step={step} likeness={likeness} width={width} />
			<Text> </Text>
			{measures.map(measure => (
				<Box key={measure.name} flexDirection="column">
					<Text color={theme.muted}>{measure.name}</Text>
					<Bar
						measure={measure}
						card={likeness.owner}
						whose="you"
						width={width}
					/>
					<Bar
						measure={measure}
						card={likeness.twin}
						whose="twin"
						width={width}
					/>
				</Box>
			))}
			<Text color={theme.muted} wrap="truncate">
				{truncate(`you begin: ${openers(likeness.owner)}`, width)}
			</Text>
			<Text color={theme.muted} wrap="truncate">
				{truncate(`twin begins: ${openers(likeness.twin)}`, width)}
			</Text>
		</Box>
	);
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

function Bar({
	measure: {value, most, show, name},
	card,
	whose,
	width,
}: {
	measure: (typeof measures)[number];
	card: StyleCard;
	whose: 'you' | 'twin';
	width: number;
}) {
	const found = value(card);
	const bar = Math.max(width - 14, 4);
	return (
		<Text wrap="truncate" aria-label={`${name}, ${whose}: ${show(found)}`}>
			<Text color={whose === 'you' ? theme.mine : theme.theirs}>
				{fitText(whose, 5)}
				{drawMeter(found / most, bar)}
			</Text>
			{fitText(show(found), 8, 'end')}
		</Text>
	);
}
