import {Box, Text} from 'ink';
import {
	cellWidth,
	fitText,
	truncate,
	wrapText,
} from '../components/display-text.ts';
import {listWindow} from '../components/list-window.ts';
import {formatCount} from '../format.ts';
import type {YouStep} from '../state/you.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {Select} from './select.tsx';

type Props = {step: YouStep; size: Size};

/** Step 2: which name is yours, then which other names are yours too. */
export function YouScreen({step, size}: Props) {
	return step.name === null ? (
		<Names step={step} size={size} />
	) : (
		<Aliases step={step} name={step.name} size={size} />
	);
}

const chrome = 4;

function Names({step, size}: Props) {
	const nameWidth = Math.max(size.columns - 38, 16);
	const labels = step.names.map(
		({name, chats, messages}) =>
			fitText(name, nameWidth) +
			counted(chats, 'chat', 6) +
			counted(messages, 'message', 12),
	);
	return (
		<Box flexDirection="column">
			<Text bold>Which one are you?</Text>
			<Text color={theme.muted}>
				The name that stands in most chats comes first; your twin learns from
				what this name wrote.
			</Text>
			<Text> </Text>
			<Select
				labels={labels}
				cursor={step.cursor}
				width={size.columns}
				height={size.rows - chrome}
			/>
		</Box>
	);
}

/** A count in a column, the numbers under each other whatever their word. */
const counted = (count: number, of: string, width: number): string =>
	`${fitText(formatCount(count), width, 'end')} ${fitText(count === 1 ? of : `${of}s`, of.length + 1)}`;

/** Longest reason why a name is offered, with the mark and the blanks in front of it. */
const reasonWidth = 42;

function Aliases({step, name, size}: Props & {name: string}) {
	const room = Math.max(size.columns - reasonWidth, 16);
	const nameWidth = Math.min(
		Math.max(...step.aliases.map(alias => cellWidth(alias.name) + 1)),
		room,
	);
	const about = wrapText(
		`They are never in a chat together with ${truncate(name, 30)}. Enter goes on without.`,
		size.columns,
	);
	const {first, height} = listWindow(
		step.aliases.length,
		step.aliasCursor,
		size.rows - about.length - 2,
	);
	return (
		<Box flexDirection="column">
			<Text bold wrap="truncate">
				Are you any of these too?
			</Text>
			<Text color={theme.muted}>{about.join('\n')}</Text>
			<Text> </Text>
			{step.aliases.slice(first, first + height).map((alias, index) => {
				const isCurrent = first + index === step.aliasCursor;
				return (
					<Box
						key={alias.name}
						aria-role="checkbox"
						aria-state={{checked: step.pickedAliases.has(alias.name)}}
						aria-label={`${isCurrent ? 'here: ' : ''}${truncate(alias.name, nameWidth)}, ${alias.reason}`}
					>
						<Text
							wrap="truncate"
							bold={isCurrent}
							{...(isCurrent ? {color: theme.accent} : {})}
						>
							{isCurrent ? glyphs.cursor : ' '}{' '}
							{step.pickedAliases.has(alias.name)
								? glyphs.picked
								: glyphs.unpicked}{' '}
							{fitText(alias.name, nameWidth)}{' '}
							<Text color={theme.muted}>{alias.reason}</Text>
						</Text>
					</Box>
				);
			})}
		</Box>
	);
}
