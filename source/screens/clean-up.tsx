import {Box, Text} from 'ink';
import {displayText, truncate, wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {listWindow} from '../components/list-window.ts';
import {plural} from '../format.ts';
import {type CleanUpStep, chosenItems} from '../state/clean-up.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import type {Item} from '../training/stock.ts';

type Props = {step: CleanUpStep; size: Size};

/** What lies on this machine and at providers, to be deleted one by one or all. */
export function CleanUpScreen({step, size}: Props) {
	if (step.deleting === 'asking') return <Question step={step} size={size} />;
	const problems = problemLines(step, size);
	return (
		<Box flexDirection="column">
			<Text bold>What is kept, here and elsewhere</Text>
			<Text color={theme.muted} wrap="truncate">
				{describe(step)}
			</Text>
			<Text> </Text>
			<Lines lines={problems.map(text => ({text, colour: theme.warning}))} />
			<Items step={step} size={{...size, rows: size.rows - problems.length}} />
		</Box>
	);
}

/** The last problems in full, as far as a third of the screen holds them: why something is there still stands at the end. */
function problemLines({problems}: CleanUpStep, {rows, columns}: Size) {
	return problems
		.slice(-2)
		.flatMap(problem =>
			wrapText(displayText(`${glyphs.warning} ${problem}`), columns),
		)
		.slice(0, Math.max(Math.floor(rows / 3), 2));
}

function describe({items, looking, picked, deleting}: CleanUpStep): string {
	if (deleting === 'yes') return 'deleting…';
	const found = looking ? 'looking…' : plural(items.length, 'thing');
	return picked.size > 0 ? `${found}, ${picked.size} picked` : found;
}

const chrome = 5;

/** With a heading where a place begins. */
function Items({step, size}: Props) {
	const {items, cursor, picked, looking} = step;
	if (items.length === 0 && !looking)
		return <Text>Nothing: neither here nor at a provider.</Text>;
	// Headings take rows of their own: room for those that may be seen.
	const places = new Set(items.map(({place}) => place)).size;
	const rows = Math.max(size.rows - chrome - places, 3);
	const {first, height} = listWindow(items.length, cursor, rows);
	return items.slice(first, first + height).map((item, index) => {
		const at = first + index;
		const isFirst = index === 0 || items[at - 1]?.place !== item.place;
		return (
			<Box key={item.key} flexDirection="column">
				{isFirst && <Text color={theme.muted}>{item.place}</Text>}
				<Row
					item={item}
					isCurrent={at === cursor}
					isPicked={picked.has(item.key)}
					width={size.columns}
				/>
			</Box>
		);
	});
}

function Row({
	item,
	isCurrent,
	isPicked,
	width,
}: {
	item: Item;
	isCurrent: boolean;
	isPicked: boolean;
	width: number;
}) {
	return (
		<Text
			wrap="truncate"
			bold={isCurrent}
			{...(isCurrent ? {color: theme.accent} : {})}
		>
			{isCurrent ? glyphs.cursor : ' '}{' '}
			{isPicked ? glyphs.picked : glyphs.unpicked}{' '}
			{truncate(item.words, width - 4)}
		</Text>
	);
}

/** What would be gone, in words, before it is. */
function Question({step, size}: Props) {
	const chosen = chosenItems(step);
	const rows = Math.max(size.rows - 6, 3);
	const whole = chosen.map(({words, place}) =>
		wrapText(`· ${place}: ${words}`, size.columns),
	);
	// In full where there are rows for all of it.
	const shown =
		whole.flat().length <= rows
			? whole.flat()
			: chosen
					.slice(0, rows)
					.map(({words, place}) =>
						truncate(`· ${place}: ${words}`, size.columns),
					);
	const more = whole.flat().length <= rows ? 0 : chosen.length - shown.length;
	return (
		<Box flexDirection="column">
			<Text bold color={theme.warning}>
				Delete {plural(chosen.length, 'thing')} for good?
			</Text>
			<Text> </Text>
			<Lines lines={shown.map(text => ({text}))} />
			{more > 0 && <Text color={theme.muted}>… and {more} more</Text>}
		</Box>
	);
}
