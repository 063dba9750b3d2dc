import {Box, Text} from 'ink';
import {fitText} from '../components/display-text.ts';
import {formatCount, plural} from '../components/format.ts';
import {listWindow} from '../components/list-window.ts';
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
		({name, chats, messages}, index) =>
			`${fitText(name, nameWidth)}${fitText(plural(chats, 'chat'), 12, 'end')}${fitText(formatCount(messages), 12, 'end')} messages${index === 0 ? '  ' : ''}`,
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

function Aliases({step, name, size}: Props & {name: string}) {
	const nameWidth = Math.max(Math.floor(size.columns / 2) - 8, 16);
	const {first, height} = listWindow(
		step.aliases.length,
		step.aliasCursor,
		size.rows - chrome,
	);
	return (
		<Box flexDirection="column">
			<Text bold wrap="truncate">
				Are you any of these too?
			</Text>
			<Text color={theme.muted} wrap="truncate">
				They are never in a chat together with{' '}
				{fitText(name, Math.min(name.length, 30)).trim()}. Enter goes on
				without.
			</Text>
			<Text> </Text>
			{step.aliases.slice(first, first + height).map((alias, index) => {
				const isCurrent = first + index === step.aliasCursor;
				return (
					<Box
						key={alias.name}
						aria-role="checkbox"
						aria-state={{checked: step.pickedAliases.has(alias.name)}}
						aria-label={`${isCurrent ? 'here: ' : ''}${fitText(alias.name, nameWidth).trim()}, ${alias.reason}`}
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
