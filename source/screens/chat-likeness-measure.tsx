import {Box, Text} from 'ink';
import {fitText} from '../components/display-text.ts';
import {drawMeter, percent} from '../components/meter.tsx';
import type {LikenessPane} from '../state/chat-pane.ts';
import {theme} from '../theme.ts';
import type {StyleCard} from '../twin/prompt/style-card.ts';
import type {Layout} from './chat-likeness-layout.ts';

/** What is measured: a figure, how it is written, and what fills the bar. */
export const measures: {
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

type MeasuredProps = {
	measure: (typeof measures)[number];
	likeness: LikenessPane;
	rows: Layout['perMeasure'];
	width: number;
};

const nameWidth = Math.max(...measures.map(({name}) => name.length)) + 1;

/** A measure: its name above both bars, before them, or all in a row. */
export function Measured({measure, likeness, rows, width}: MeasuredProps) {
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
