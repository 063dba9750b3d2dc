import {Text} from 'ink';
import SelectInput from 'ink-select-input';
import {truncate} from '../components/display-text.ts';
import {listWindow} from '../components/list-window.ts';
import {glyphs, theme} from '../theme.ts';

type Props = {
	/** One row each; they have no identity but their place. */
	labels: readonly string[];
	cursor: number;
	/** Columns of a row, and most rows. */
	width: number;
	height: number;
};

/** A list to choose from. Drawn by ink-select-input, moved by our reducer: its own handler picks the wrong row when keys come in one burst. */
export function Select({labels, cursor, width, height}: Props) {
	const window = listWindow(labels.length, cursor, height);
	const items = labels
		.slice(window.first, window.first + window.height)
		.map((label, index) => ({
			key: String(window.first + index),
			value: window.first + index,
			// Cut here: a row that is too long would squeeze the cursor's mark.
			label: truncate(label, width - 2),
		}));
	return (
		<SelectInput
			key={`${window.first} ${cursor}`}
			items={items}
			initialIndex={cursor - window.first}
			isFocused={false}
			indicatorComponent={Indicator}
			itemComponent={Item}
		/>
	);
}

function Indicator({isSelected = false}: {isSelected?: boolean}) {
	return (
		<Text color={theme.accent}>{isSelected ? `${glyphs.cursor} ` : '  '}</Text>
	);
}

function Item({
	label,
	isSelected = false,
}: {
	label: string;
	isSelected?: boolean;
}) {
	return (
		<Text
			wrap="truncate"
			aria-label={`${isSelected ? 'here: ' : ''}${label.replaceAll(/\s+/g, ' ')}`}
			bold={isSelected}
			{...(isSelected ? {color: theme.accent} : {})}
		>
			{label}
		</Text>
	);
}
