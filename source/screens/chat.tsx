import {Box, Text} from 'ink';
import {type Dispatch, useCallback, useMemo} from 'react';
import {fitText, truncate, wrapText} from '../components/display-text.ts';
import {editorRows} from '../components/editor-rows.ts';
import {Lines} from '../components/lines.tsx';
import {Prompt, promptWindow} from '../components/prompt.tsx';
import {promptTextWidth} from '../components/prompt-width.ts';
import type {Extent, ScrollState} from '../components/scroll.ts';
import {Transcript} from '../components/transcript.tsx';
import type {ChatStep} from '../state/chat-step.ts';
import {type Completion, completions} from '../state/chat-typing.ts';
import {chatLayout} from '../state/layout.ts';
import type {Action, Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {BlindScreen} from './blind.tsx';
import {bubblesOf} from './chat-bubbles.ts';
import {ChatPane} from './chat-pane.tsx';
import {Rule} from './rule.tsx';

type Props = {step: ChatStep; size: Size; dispatch: Dispatch<Action>};

const promptRows = 4;
const mostOffered = 6;
const mostErrorRows = 3;

/** Step 5: left the conversation, right what the twin is set to. */
export function ChatScreen({step, size, dispatch}: Props) {
	if (step.blind)
		return <BlindScreen step={step} blind={step.blind} size={size} />;
	const layout = chatLayout(size.columns, step.pane !== 'hidden');
	const isSplit = layout.pane > 0;
	if (!isSplit && step.paneFocused) return <ChatPane step={step} size={size} />;
	return (
		<Box columnGap={1}>
			<Conversation
				step={step}
				size={{columns: layout.chat, rows: size.rows}}
				dispatch={dispatch}
			/>
			{isSplit && (
				<>
					<Rule rows={size.rows} isFocused={step.paneFocused} />
					<ChatPane
						step={step}
						size={{columns: layout.pane, rows: size.rows}}
					/>
				</>
			)}
		</Box>
	);
}

function Conversation({step, size, dispatch}: Props) {
	const {turns, reveal, twin, found} = step;
	const bubbles = useMemo(
		() => bubblesOf({turns, reveal, twin, found}),
		[turns, reveal, twin, found],
	);
	const onExtent = useCallback(
		(extent: Extent) => dispatch({type: 'chat/extent', extent}),
		[dispatch],
	);
	const onGone = useCallback(
		(scroll: ScrollState) => dispatch({type: 'chat/shown', scroll}),
		[dispatch],
	);
	const draftRows = Math.min(
		editorRows(step.draft.text, promptTextWidth(size.columns)).length,
		promptRows,
	);
	const errors =
		step.error === null
			? []
			: wrapText(`${glyphs.failed} ${step.error}`, size.columns)
					.slice(0, mostErrorRows)
					.map(text => ({text, colour: theme.danger}));
	const offered = completions(step);
	const offer = Math.min(offered.length, mostOffered);
	const height = size.rows - draftRows - 1 - offer - errors.length;
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			{bubbles.length === 0 ? (
				<Welcome name={step.twin.name} height={height} />
			) : (
				<Transcript
					bubbles={bubbles}
					width={size.columns}
					height={height}
					scroll={step.scroll}
					goTo={found?.isShown === false ? found.turn : null}
					onGone={onGone}
					onExtent={onExtent}
					palette={theme}
				/>
			)}
			<Lines lines={errors} />
			<Divider columns={size.columns} hidden={offered.length - offer} />
			<Completions
				offered={offered}
				choice={step.choice}
				rows={offer}
				width={size.columns}
			/>
			<Prompt
				state={step.draft}
				width={size.columns}
				maxRows={promptRows}
				placeholder={`Write to ${step.twin.name}`}
				isFocused={!step.paneFocused}
				palette={theme}
			/>
		</Box>
	);
}

/** Above the prompt; says how many completions the arrows lead to beyond those in sight. */
function Divider({columns, hidden}: {columns: number; hidden: number}) {
	const more = hidden > 0 ? ` ↑↓ ${hidden} more` : '';
	return (
		<Text color={theme.muted}>
			<Text aria-hidden>{'╌'.repeat(columns - more.length)}</Text>
			{more}
		</Text>
	);
}

/** What the draft could go on as, under a slash. */
function Completions({
	offered,
	choice,
	rows,
	width,
}: {
	offered: readonly Completion[];
	choice: number;
	rows: number;
	width: number;
}) {
	const {first, height} = promptWindow(offered.length, choice, rows);
	const widest = Math.max(...offered.map(({show}) => show.length)) + 2;
	return offered
		.slice(first, first + Math.min(height, rows))
		.map((each, at) => (
			<Text
				key={each.draft}
				wrap="truncate"
				bold={first + at === choice}
				{...(first + at === choice ? {color: theme.accent} : {})}
			>
				{first + at === choice ? glyphs.cursor : ' '}{' '}
				{fitText(each.show, Math.min(widest, width - 2))}
				<Text color={theme.muted}>
					{truncate(each.does, Math.max(width - widest - 2, 0))}
				</Text>
			</Text>
		));
}

function Welcome({name, height}: {name: string; height: number}) {
	return (
		<Box
			flexDirection="column"
			height={height}
			justifyContent="center"
			alignItems="center"
			overflow="hidden"
		>
			<Text bold>Say something to {name}</Text>
			<Text color={theme.muted}>or press ^N and let the twin begin</Text>
		</Box>
	);
}
