import {Box, Text} from 'ink';
import {fitText} from '../components/display-text.ts';
import {listWindow} from '../components/list-window.ts';
import {drawMeter} from '../components/meter.tsx';
import {formatCount} from '../format.ts';
import {type Bar, barsAt} from '../moderation/selection/bars.ts';
import {categories} from '../moderation/types.ts';
import type {ModerationLayout} from '../state/moderation-layout.ts';
import {cursorOf} from '../state/moderation-lists.ts';
import {type ModerationStep, shownTable} from '../state/moderation-step.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';

type Props = {
	step: ModerationStep;
	size: Size;
	layout: ModerationLayout;
	width: number;
};

/** How many messages each category would drop, whether it counts, and where its own line is. */
export function Categories({step, size, layout, width}: Props) {
	const {threshold, typed, view} = step;
	const table = shownTable(step);
	if (!table) return null;
	const bars = barsAt(table, threshold);
	const most = Math.max(...bars.map(({messages}) => messages), 1);
	const cursor = view === 'categories' ? cursorOf(step, size) : -1;
	const {first, height} = listWindow(
		categories.length + 1,
		Math.max(cursor, 0),
		layout.categories,
	);
	const rows = [null, ...bars].slice(first, first + height);
	return (
		<Box flexDirection="column">
			{rows.map((bar, index) => {
				const isSelected = first + index === cursor;
				const number = isSelected && typed !== null ? `${typed}▏` : null;
				return bar ? (
					<CategoryRow
						key={bar.category}
						bar={bar}
						most={most}
						isSelected={isSelected}
						typed={number}
						width={width}
					/>
				) : (
					<Text key="slider" wrap="truncate" bold={isSelected}>
						<Text color={theme.accent}>
							{isSelected ? glyphs.cursor : ' '}{' '}
						</Text>
						{fitText('Category, messages above its line', width - 7)}
						{(number ?? threshold.toFixed(2)).padStart(5)}
					</Text>
				);
			})}
		</Box>
	);
}

type RowProps = {
	bar: Bar;
	most: number;
	isSelected: boolean;
	typed: string | null;
	width: number;
};

const nameWidth = 23;
const countWidth = 8;
const lineWidth = 6;

function CategoryRow({bar, most, isSelected, typed, width}: RowProps) {
	const {category, on, threshold, isOwn, messages} = bar;
	const room = Math.max(width - 4 - nameWidth - countWidth - lineWidth, 3);
	// A few beside thousands are seen.
	const share = Math.log1p(messages) / Math.log1p(most);
	return (
		<Text wrap="truncate" bold={isSelected}>
			<Text color={theme.accent}>{isSelected ? glyphs.cursor : ' '} </Text>
			<Text color={on ? theme.good : theme.muted}>
				{on ? glyphs.picked : glyphs.unpicked}{' '}
			</Text>
			<Text {...(on ? {} : {color: theme.muted})}>
				{fitText(category, nameWidth)}
			</Text>
			<Text color={on ? theme.warning : theme.muted}>
				{messages > 0 ? drawMeter(share, room) : ' '.repeat(room)}
			</Text>
			{formatCount(messages).padStart(countWidth)}
			<Text {...(isOwn ? {color: theme.accent} : {color: theme.muted})}>
				{(typed ?? `${isOwn ? '=' : ' '}${threshold.toFixed(2)}`).padStart(
					lineWidth,
				)}
			</Text>
		</Text>
	);
}
