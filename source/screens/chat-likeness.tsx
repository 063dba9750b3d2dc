import {Box, Text} from 'ink';
import {truncate, wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {percent} from '../components/meter.tsx';
import {plural} from '../format.ts';
import type {LikenessPane} from '../state/chat-pane.ts';
import type {ChatStep} from '../state/chat-step.ts';
import type {Size} from '../state.ts';
import {theme} from '../theme.ts';
import type {StyleCard} from '../twin/prompt/style-card.ts';
import {layoutFor} from './chat-likeness-layout.ts';
import {Measured, measures} from './chat-likeness-measure.tsx';

type Props = {step: ChatStep; size: Size};

/** With fewer replies the figures are mostly chance (`likeness/fingerprint.ts`). */
const enough = 30;

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
	const layout = layoutFor(size.rows, measures.length);
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
