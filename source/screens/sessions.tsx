import {Box, Text} from 'ink';
import {fitText, truncate} from '../components/display-text.ts';
import {listWindow} from '../components/list-window.ts';
import {Prompt} from '../components/prompt.tsx';
import {plural} from '../format.ts';
import {
	type FoundSession,
	foundSessions,
	type SessionsStep,
} from '../state/sessions.ts';
import type {Size} from '../state.ts';
import {titleOf} from '../store/session-log.ts';
import {glyphs, theme} from '../theme.ts';

type Props = {
	step: SessionsStep;
	/** The conversation on the screen below. */
	current: string | null;
	size: Size;
};

/** Rows above the list: heading, blank. */
const chrome = 2;

/** All conversations: each with its twin, its length and its day; with a search, with the place that was found. */
export function SessionsScreen({step, current, size}: Props) {
	const found = foundSessions(step);
	const perSession = step.search.text.trim() === '' ? 1 : 2;
	const {first, height} = listWindow(
		found.length,
		step.cursor,
		Math.floor((size.rows - chrome) / perSession),
	);
	return (
		<Box flexDirection="column" overflow="hidden">
			<Heading step={step} width={size.columns} />
			<Text> </Text>
			{found.length === 0 && step.all !== null && (
				<Text color={theme.muted}>
					{step.all.length === 0
						? 'There is none yet: what you say to a twin is kept here.'
						: 'In none of them: esc ends the search.'}
				</Text>
			)}
			{found.slice(first, first + height).map((each, at) => (
				<SessionRow
					key={each.session.id}
					{...each}
					isAt={first + at === step.cursor}
					isOpen={each.session.id === current}
					step={step}
					width={size.columns}
				/>
			))}
		</Box>
	);
}

function Heading({step, width}: {step: SessionsStep; width: number}) {
	if (!step.searching && step.search.text === '')
		return <Text bold>Your conversations</Text>;
	return (
		<Box>
			<Text>Search </Text>
			<Prompt
				state={step.search}
				width={width - 8}
				maxRows={1}
				placeholder="words in what was said, a title, a twin"
				isFocused={step.searching}
				palette={theme}
			/>
		</Box>
	);
}

type RowProps = FoundSession & {
	step: SessionsStep;
	isAt: boolean;
	isOpen: boolean;
	width: number;
};

const columns = {twin: 14, turns: 11, day: 12};

function SessionRow({session, found, step, isAt, isOpen, width}: RowProps) {
	const titleWidth = width - 4 - columns.twin - columns.turns - columns.day;
	if (isAt && step.title)
		return (
			<Box>
				<Text color={theme.accent}>{glyphs.cursor} </Text>
				<Prompt
					state={step.title}
					width={width - 2}
					maxRows={1}
					placeholder="its first words"
					isFocused
					palette={theme}
				/>
			</Box>
		);
	const colour = isAt && step.deleting ? theme.danger : theme.accent;
	return (
		<Box flexDirection="column">
			<Text wrap="truncate" bold={isAt} {...(isAt ? {color: colour} : {})}>
				{isAt ? glyphs.cursor : ' '} {isOpen ? glyphs.here : ' '}{' '}
				{fitText(titleOf(session), titleWidth - 1)}{' '}
				<Text color={theme.theirs}>
					{fitText(session.twin.name, columns.twin - 1)}
				</Text>
				{fitText(plural(session.turns.length, 'turn'), columns.turns, 'end')}
				<Text color={theme.muted}>
					{fitText(session.changedAt.slice(0, 10), columns.day, 'end')}
				</Text>
			</Text>
			{step.search.text.trim() !== '' && (
				<Text color={theme.muted} wrap="truncate">
					{'    '}
					{truncate(found ?? '', width - 4) || ' '}
				</Text>
			)}
		</Box>
	);
}
